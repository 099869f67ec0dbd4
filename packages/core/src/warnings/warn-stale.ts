import { causeWindow, row, sameWorkout } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const DAYS = 49;
const MIN_TIMES = 5;
const CLEAR = 0.9;

/** The same workout for more than the four weeks an article gives it. */
export const stale: WarningRule = {
  kind: "stale",
  judge({ log, day, quiet }) {
    if (quiet) return null;
    const reading = sameWorkout.read(causeWindow(log, day - DAYS + 1, day));
    const times = Number(reading?.evidence[0]?.value ?? 0);
    if (!reading || reading.strength < CLEAR || times < MIN_TIMES) return null;
    return {
      severity: "info",
      title: `${times} ${reading.evidence[0]?.label} in seven weeks`,
      evidence: [...reading.evidence.slice(0, 2), row("weeks", DAYS / 7, "weeks", 4)],
      remedy: { code: sameWorkout.remedy.code, text: sameWorkout.remedy.text, retestDays: 28 },
    };
  },
  source: ["M35", "M44", "M123"],
};
