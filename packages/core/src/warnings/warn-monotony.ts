import { row } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const HIGH = 2;
const MIN_RAMP = 0;

/** Every day alike and the load going up: few easy days (a rule of thumb, so it only informs). */
export const monotony: WarningRule = {
  kind: "monotony",
  judge({ load, quiet }) {
    if (quiet || load?.monotony == null || load.monotony <= HIGH || load.strain === null) return null;
    if ((load.rampRate ?? 0) <= MIN_RAMP || load.fatigue <= load.fitness * 1.15) return null;
    return {
      severity: "info",
      title: `Few easy days: monotony ${load.monotony.toFixed(1)} while the load is rising`,
      evidence: [
        row("monotony", load.monotony, null, HIGH),
        row("strain of the week", load.strain, "au"),
        row("load, short against long term", load.fatigue / Math.max(1, load.fitness), "times", 1.15),
      ],
      remedy: {
        code: "vary-days",
        text: "Make hard days hard and easy days easy, with one day of rest this week.",
        retestDays: 7,
      },
    };
  },
  source: ["foster-1998"],
};
