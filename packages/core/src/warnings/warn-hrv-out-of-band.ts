import { row, shareOf } from "@repo/core/progress";
import { checkInsWithin, type WarningRule } from "./warning-context.ts";

const BASELINE_DAYS = 60;
const MIN_BASELINE = 14;
const WEEK_DAYS = 7;
const MIN_READINGS = 4;
/** The band itself is ± 0.5 SD (science.md §5.1); a warning asks for a clear and lasting excursion. */
const CLEAR_SD = 1.3;

/** The week's HRV clearly outside the athlete's own band, on either side. */
export const hrvOutOfBand: WarningRule = {
  kind: "hrv-out-of-band",
  judge({ log, day }) {
    const usual = lnReadings(checkInsWithin(log, day - WEEK_DAYS, BASELINE_DAYS));
    const week = lnReadings(checkInsWithin(log, day, WEEK_DAYS));
    if (usual.length < MIN_BASELINE || week.length < MIN_READINGS) return null;
    const mean = usual.reduce((sum, value) => sum + value, 0) / usual.length;
    const sd = Math.max(
      0.05,
      Math.sqrt(usual.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (usual.length - 1)),
    );
    const z = (week.reduce((sum, value) => sum + value, 0) / week.length - mean) / sd;
    const sameSide = shareOf(week, (value) => Math.sign(value - mean) === Math.sign(z));
    if (Math.abs(z) < CLEAR_SD || sameSide < 0.85) return null;
    return {
      severity: "info",
      title: `HRV ${z < 0 ? "below" : "above"} the usual band for a week (${z.toFixed(1)} SD)`,
      evidence: [
        row("week's rMSSD", Math.exp(mean + z * sd), "ms", Math.exp(mean)),
        row("distance from usual", z, "SD", CLEAR_SD),
        row("readings in the week", week.length, "readings", MIN_READINGS),
      ],
      remedy: {
        code: "ease-and-watch",
        text: "Keep the next days easy and look at it beside how you feel; a trend counts, not a day.",
        retestDays: 5,
      },
    };
  },
  source: ["M112", "plews-2013"],
};

function lnReadings(days: readonly { hrvRmssd?: number | null }[]): number[] {
  return days.flatMap((day) => (day.hrvRmssd ? [Math.log(day.hrvRmssd)] : []));
}
