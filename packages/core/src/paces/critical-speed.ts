import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { fitLine, fitThreeParameters, fitTimeToExhaustion, type SpeedFit } from "./critical-speed-fits.ts";

/**
 * How critical speed is fitted. The forms weigh errors differently and give different numbers from the same efforts, so
 * the form is always recorded: `linear-distance-time` d = CS·t + D′ (default), `linear-speed-inverse-time`
 * S = CS + D′/t (also the least-squares hyperbola on speed), `hyperbolic-time` t = D′/(S − CS),
 * `three-parameter` S = D′/(t + D′/(Smax − CS)) + CS.
 */
export type CriticalSpeedForm =
  | "linear-distance-time"
  | "linear-speed-inverse-time"
  | "hyperbolic-time"
  | "three-parameter";

/** A fitted critical speed with what its trust rests on. Speeds m/s, D′ metres. */
export type CriticalSpeed = {
  form: CriticalSpeedForm;
  criticalSpeedMps: number;
  dPrimeM: number;
  /** Only of the three-parameter form. */
  maxSpeedMps: number | null;
  /** Null when the fit has no degree of freedom left: two points on a line show no error. */
  standardErrorMps: number | null;
  standardErrorDPrimeM: number | null;
  /** Of the fitted quantity (distance, speed or time). */
  r2: number;
  n: number;
  quality: "good" | "usable" | "poor" | "no-error-estimate";
  /** What limits the trust in it: `fewer-than-three-efforts`, `narrow-span`, `effort-too-short`, `effort-too-long`. */
  reasons: string[];
};

/** Why no critical speed can be known from the efforts. */
export type CriticalSpeedReason =
  | "not-enough-efforts"
  | "not-an-effort"
  | "speed-not-falling"
  | "no-positive-speed"
  | "implausible-reserve"
  | "error-too-large";

/** A reserve above 500 m has not been measured in a runner; such a fit comes from efforts that were not maximal. [house] */
const LARGEST_D_PRIME_M = 500;

/**
 * Critical speed (m/s) and D′ (m) from maximal efforts. Metres and seconds in. Unknown with too few efforts (two; four
 * for the three-parameter form), when speed does not fall as time grows, when CS ≤ 0, D′ < 0 or D′ > 500 m, and for
 * three parameters when SE(CS) > 5 %. Not for extrapolation beyond 30 min. SOURCES.md [hill-1993] [morton-1996]
 */
export function criticalSpeed(
  efforts: readonly { distanceM: number; timeS: number }[],
  form: CriticalSpeedForm = "linear-distance-time",
): Estimate<CriticalSpeed, CriticalSpeedReason> {
  const fault = faultOf(efforts, form);
  if (fault) return notKnown(fault);
  const sorted = [...efforts].sort((a, b) => a.timeS - b.timeS);
  const fit = fitOf(sorted, form);
  if (!fit || !(fit.criticalSpeedMps > 0)) return notKnown("no-positive-speed");
  if (!(fit.dPrimeM >= 0 && fit.dPrimeM <= LARGEST_D_PRIME_M)) return notKnown("implausible-reserve");
  const quality = qualityOf(fit);
  if (form === "three-parameter" && quality === "poor") return notKnown("error-too-large");
  return known({ form, ...fit, n: sorted.length, quality, reasons: reasonsOf(sorted) });
}

/**
 * Time to exhaustion (s) at a speed (m/s), D′/(S − CS). Unknown at or below critical speed and beyond 30 min, where the
 * model is known to flatter. SOURCES.md [vandewalle-2018]
 */
export function timeAtSpeed(
  model: Pick<CriticalSpeed, "criticalSpeedMps" | "dPrimeM">,
  speedMps: number,
): Estimate<number, "not-above-critical-speed" | "beyond-model"> {
  if (!(speedMps > model.criticalSpeedMps)) return notKnown("not-above-critical-speed");
  const timeS = model.dPrimeM / (speedMps - model.criticalSpeedMps);
  return timeS <= 1800 ? known(timeS) : notKnown("beyond-model");
}

function faultOf(
  efforts: readonly { distanceM: number; timeS: number }[],
  form: CriticalSpeedForm,
): CriticalSpeedReason | null {
  const valid = efforts.every(
    ({ distanceM, timeS }) =>
      distanceM > 0 &&
      timeS > 0 &&
      Number.isFinite(distanceM) &&
      Number.isFinite(timeS) &&
      distanceM / timeS < 15,
  );
  if (!valid) return "not-an-effort";
  const distinct = new Set(efforts.map((effort) => effort.timeS)).size;
  if (distinct < (form === "three-parameter" ? 4 : 2)) return "not-enough-efforts";
  const sorted = [...efforts].sort((a, b) => a.timeS - b.timeS);
  const falling = sorted.every((effort, index) => {
    const before = sorted[index - 1];
    return !before || before.timeS === effort.timeS || speedOf(effort) < speedOf(before);
  });
  return falling ? null : "speed-not-falling";
}

function speedOf(effort: { distanceM: number; timeS: number }): number {
  return effort.distanceM / effort.timeS;
}

function fitOf(
  efforts: readonly { distanceM: number; timeS: number }[],
  form: CriticalSpeedForm,
): SpeedFit | null {
  if (form === "linear-distance-time") {
    const line = fitLine(efforts.map((effort) => ({ x: effort.timeS, y: effort.distanceM })));
    return asFit(line.slope, line.intercept, line.slopeError, line.interceptError, line.r2);
  }
  if (form === "linear-speed-inverse-time") {
    const line = fitLine(efforts.map((effort) => ({ x: 1 / effort.timeS, y: speedOf(effort) })));
    return asFit(line.intercept, line.slope, line.interceptError, line.slopeError, line.r2);
  }
  const points = efforts.map((effort) => ({ timeS: effort.timeS, speedMps: speedOf(effort) }));
  return form === "hyperbolic-time" ? fitTimeToExhaustion(points) : fitThreeParameters(points);
}

function asFit(
  criticalSpeedMps: number,
  dPrimeM: number,
  standardErrorMps: number | null,
  standardErrorDPrimeM: number | null,
  r2: number,
): SpeedFit {
  return { criticalSpeedMps, dPrimeM, maxSpeedMps: null, standardErrorMps, standardErrorDPrimeM, r2 };
}

function qualityOf(fit: SpeedFit): CriticalSpeed["quality"] {
  if (fit.standardErrorMps === null) return "no-error-estimate";
  const share = fit.standardErrorMps / fit.criticalSpeedMps;
  return share <= 0.02 ? "good" : share <= 0.05 ? "usable" : "poor";
}

function reasonsOf(sorted: readonly { timeS: number }[]): string[] {
  const [shortest, longest] = [sorted[0]?.timeS ?? 0, sorted.at(-1)?.timeS ?? 0];
  return [
    ...(new Set(sorted.map((effort) => effort.timeS)).size < 3 ? ["fewer-than-three-efforts"] : []),
    ...(longest < 2 * shortest ? ["narrow-span"] : []),
    ...(shortest < 120 ? ["effort-too-short"] : []),
    ...(longest > 1200 ? ["effort-too-long"] : []),
  ];
}
