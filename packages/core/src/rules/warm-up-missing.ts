import type { Finding, Fix } from "@repo/core/season";
import { formatWorkout, parseWorkout } from "@repo/core/workouts";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { makesSpike } from "./session-spike.ts";
import { traitsOf } from "./week-traits.ts";

/** Warm-ups to put before a session, the longest first that leaves the run within the 30-day rule. */
const WARM_UPS_M = [2_000, 1_000] as const;

/** A hard session that starts cold (M32, M34, M99). A session whose steps nobody knows is not judged. */
export const warmUpMissing: Rule = defineRule({
  id: "warm-up-missing",
  checks: "Every hard session starts with easy running.",
  severity: "warn",
  limits: {
    easyS: { value: 300, unit: "s", source: "M99" },
    easyM: { value: 800, unit: "m", source: "M100" },
  },
  source: ["M32", "M34", "M99", "M100"],
  reach: { back: 0, forward: 0 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const entry of week ? traitsOf(week).cold : []) findings.push(judge(context, entry));
    }
    return findings;
  },
});

function withWarmUp(context: RuleContext, entry: Entry): Fix {
  const { workout } = entry;
  const parsed = workout.text ? parseWorkout(workout.text) : null;
  const length = WARM_UPS_M.find((metres) => {
    const km = (entry.km ?? 0) + metres / 1000;
    return entry.km === null || !makesSpike(context, new Map([[entry.id, { day: entry.day, km }]]));
  });
  if (!parsed?.ok || length === undefined) {
    return { kind: "advice", code: "add-warm-up", value: WARM_UPS_M[0], unit: "m" };
  }
  return {
    kind: "replace",
    id: entry.id,
    date: context.dateOf(entry.day),
    workout: workout.workout ?? null,
    workoutKind: workout.kind,
    hard: workout.hard,
    title: workout.title,
    text: formatWorkout([
      {
        type: "step",
        kind: "warmup",
        length: { kind: "distance", distanceM: length },
        target: { kind: "effort", effort: "easy" },
      },
      ...parsed.blocks,
    ]),
  };
}

function judge(context: RuleContext, entry: Entry): Finding {
  return found(warmUpMissing, {
    title: `${entry.workout.title} starts without easy running.`,
    dates: [context.dateOf(entry.day)],
    evidence: [row("Easy running at the start", 0, "m", 800)],
    fix: withWarmUp(context, entry),
  });
}
