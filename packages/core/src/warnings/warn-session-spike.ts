import { row } from "@repo/core/progress";
import { distancesKnown, runsWithin, type WarningRule } from "./warning-context.ts";

const HELD_DAYS = 14;
const BEFORE_DAYS = 30;
/** Above 1.30 alone (science.md §7.4); between 1.10 and 1.30 only with a week that grew as well. */
const LARGE = 1.3;
const SMALL = 1.1;
const WEEK_GROWTH = 1.2;
/** Shorter runs hurt nobody by being longer than even shorter ones. */
const MIN_DISTANCE_M = 5000;
const MIN_STEP_M = 1000;
const MIN_RUNS_BEFORE = 2;

/** One run much longer than anything of the 30 days before: the best-supported sign of an injury to come. */
export const sessionSpike: WarningRule = {
  kind: "session-spike",
  judge({ log, day }) {
    const runs = runsWithin(log, day, HELD_DAYS + BEFORE_DAYS);
    for (const run of runs.filter((each) => each.day > day - HELD_DAYS && each.kind !== "race").reverse()) {
      const before = runs.filter((each) => each.day < run.day && each.day >= run.day - BEFORE_DAYS);
      const longest = Math.max(0, ...before.map((each) => each.distanceM));
      if (before.length < MIN_RUNS_BEFORE || longest <= 0 || !distancesKnown(before)) continue;
      if (run.distanceM < MIN_DISTANCE_M || run.distanceM - longest < MIN_STEP_M) continue;
      const ratio = run.distanceM / longest;
      const growth = weekGrowth(runs, run.day);
      if (ratio <= LARGE && !(ratio > SMALL && growth >= WEEK_GROWTH)) continue;
      const [km, usual] = [Math.round(run.distanceM / 100) / 10, Math.round(longest / 100) / 10];
      return {
        severity: ratio > 2 ? "error" : ratio > LARGE ? "warn" : "info",
        title: `A run of ${km} km after nothing longer than ${usual} km in 30 days`,
        evidence: [
          row("longest run of the 30 days before", usual, "km"),
          row("this run", km, "km", Math.round(usual * 11) / 10),
          row("ratio", ratio, "times", SMALL),
          row("week against the three before", growth, "times", WEEK_GROWTH),
        ],
        remedy: {
          code: "back-to-last-long-run",
          text: `Keep runs of the next two weeks to at most ${Math.round(usual * 11) / 10} km and the week a little lighter.`,
        },
      };
    }
    return null;
  },
  source: ["M80", "frandsen-2025"],
};

function weekGrowth(runs: readonly { day: number; distanceM: number }[], day: number): number {
  const sum = (from: number, to: number) =>
    runs.reduce((total, run) => (run.day >= from && run.day <= to ? total + run.distanceM : total), 0);
  const before = sum(day - 27, day - 7) / 3;
  return before > 0 ? sum(day - 6, day) / before : 0;
}
