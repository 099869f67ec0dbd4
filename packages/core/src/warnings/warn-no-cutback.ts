import { causeWindow, meanOf, row, weeksSinceCutback } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const LATE_WEEKS = 9;
const MIN_RUNS = 3.5;
const REACH_DAYS = 182;

/** Regular running for nine weeks and more without a lighter week. */
export const noCutback: WarningRule = {
  kind: "no-cutback",
  judge({ log, day, quiet }) {
    if (quiet) return null;
    const { weeks } = causeWindow(log, day - REACH_DAYS + 1, day);
    const since = weeksSinceCutback(log, day);
    if (since === null || since < LATE_WEEKS) return null;
    if ((meanOf(weeks.slice(0, LATE_WEEKS).map((week) => week.runs)) ?? 0) < MIN_RUNS) return null;
    return {
      severity: "info",
      title: `${since} weeks without a lighter one`,
      evidence: [row("weeks since a lighter week", since, "weeks", 4)],
      remedy: { code: "cutback-week", text: "Make next week a cutback: 20–30 % less.", retestDays: 14 },
    };
  },
  source: ["M79"],
};
