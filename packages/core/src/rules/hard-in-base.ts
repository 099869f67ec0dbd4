import type { Finding } from "@repo/core/season";
import { EASY_DAY_KINDS, guessKind, parseWorkout, type WorkoutKind } from "@repo/core/workouts";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry } from "./rule-context.ts";

const HARD_INTERVALS: ReadonlySet<WorkoutKind> = new Set(["intervals", "repetitions", "sprints"]);

/** Hard intervals in the base phase (M125: none yet). */
export const hardInBase: Rule = defineRule({
  id: "hard-in-base",
  checks: "The base phase holds no hard intervals; strides, hill sprints and steady running do.",
  severity: "warn",
  limits: { sessions: { value: 0, unit: "sessions", source: "M125" } },
  source: ["M125"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (week?.phase !== "base") continue;
      for (const entry of week.entries) {
        if (!entry.hard || !holdsIntervals(entry)) continue;
        findings.push(
          found(hardInBase, {
            title: `${entry.workout.title} stands in the base phase.`,
            dates: [context.dateOf(entry.day)],
            evidence: [row("Hard intervals in base", 1, "sessions", 0)],
            fix: easyInstead(context, entry),
          }),
        );
      }
    }
    return findings;
  },
});

function holdsIntervals({ workout }: Entry): boolean {
  if (HARD_INTERVALS.has(workout.kind)) return true;
  if (!EASY_DAY_KINDS.has(workout.kind)) return false;
  const read = parseWorkout(workout.text ?? "");
  return read.ok && HARD_INTERVALS.has(guessKind(read.blocks).kind);
}
