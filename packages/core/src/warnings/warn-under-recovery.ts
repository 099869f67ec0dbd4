import { bodySays, strainSignals } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const SIGNALS = 2;
/** Means of a week two days apart are nearly the same numbers; of four days apart, less so; of seven, not at all. */
const BEFORE_DAYS = 4;
/** Two signs hang together (a bad week of mood and pulse passes by itself): they must last into a second week. */
const LASTING_DAYS = 7;
const CLEAR_SIGNALS = 3;
/** All signs of the body together, in standard errors, days that hang together counted as such. [house] */
const TOGETHER = 3;

/** Two signs of the body at once, as a week ago, or three, as four days ago: more is asked than is recovered from. */
export const underRecovery: WarningRule = {
  kind: "under-recovery",
  judge({ log, day, strain }) {
    const adverse = strain.filter((signal) => signal.side === "body" && signal.adverse);
    if (adverse.length < SIGNALS) return null;
    const earlier = strainSignals(log, day - (adverse.length >= CLEAR_SIGNALS ? BEFORE_DAYS : LASTING_DAYS));
    const kept = earlier.filter((signal) => signal.side === "body" && signal.adverse).length;
    if (kept < SIGNALS || (bodySays(log, day).together ?? 0) < TOGETHER) return null;
    return {
      severity: adverse.length >= 3 ? "error" : "warn",
      title: `${adverse.length} of ${strain.filter((signal) => signal.side === "body").length} signs of recovery are off`,
      evidence: adverse.map((signal) => signal.evidence),
      remedy: {
        code: "cutback-week-now",
        text: "Take two easy days now and cut this week by 20–30 %; move the next hard session until the legs are back.",
        retestDays: 7,
      },
    };
  },
  source: ["M116", "M118", "saw-2016"],
  covers: ["resting-hr-high", "hrv-out-of-band", "short-sleep", "monotony"],
};
