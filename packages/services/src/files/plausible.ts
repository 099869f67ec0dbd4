import type { FileWarning } from "./activity-file.ts";

/** Before GPS watches; a device that says so has lost its clock. */
const EARLIEST_S = Date.UTC(1995, 0, 1) / 1000;
const MAX_BPM = 230;
const MIN_BPM = 25;

/** An ISO instant for Unix seconds; null, and a warning, when the device's clock cannot be right. */
export function startTimeOf(
  unixS: number | null,
  warnings: FileWarning[],
  nowS = Date.now() / 1000,
): string | null {
  if (unixS === null || !Number.isFinite(unixS)) {
    warnings.push({ code: "no-start-time", text: "the file does not say when it started; give the day" });
    return null;
  }
  if (unixS < EARLIEST_S || unixS > nowS + 86_400) {
    const at = new Date(unixS * 1000);
    const isThisYear = at.getUTCFullYear() === new Date(nowS * 1000).getUTCFullYear();
    warnings.push({
      code: "clock-not-set",
      text: `the device's clock says ${isThisYear ? at.toISOString().slice(0, 10) : at.getUTCFullYear()}, so it was not set; give the day`,
    });
    return null;
  }
  return isoSecond(unixS);
}

/** A heart rate a runner can have; null, and a warning, for one that only a fault can show. */
export function plausibleHr(bpm: number | null, what: string, warnings: FileWarning[]): number | null {
  if (bpm === null || bpm === 0) return null;
  if (bpm >= MIN_BPM && bpm <= MAX_BPM) return bpm;
  warnings.push({
    code: "heart-rate",
    text: `the ${what} heart rate of ${Math.round(bpm)} cannot be right; left out`,
  });
  return null;
}

/** Unix seconds as an ISO instant to the whole second. */
export function isoSecond(unixS: number): string {
  return `${new Date(Math.floor(unixS) * 1000).toISOString().slice(0, 19)}Z`;
}
