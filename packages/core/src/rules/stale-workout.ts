import type { Finding, Fix } from "@repo/core/season";
import { type Block, formatWorkout, parseWorkout } from "@repo/core/workouts";
import {
  earlierOfFamily,
  FAMILY_WINDOW_DAYS,
  isGivenBefore,
  type SpecEntry,
  sameSpec,
} from "./repeated-sessions.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** The same session over and over stops working (M35: about four weeks; M123: a year of 6 × 800). */
export const staleWorkout: Rule = defineRule({
  id: "stale-workout",
  checks: "The very same hard session is not done more than four times in six weeks.",
  severity: "warn",
  limits: { times: { value: 4, unit: "times in six weeks", source: "M35" } },
  source: ["M35", "M123"],
  reach: { back: 0, forward: FAMILY_WINDOW_DAYS + 6 },
  check(context, from, to) {
    const limit = limitOf(context, staleWorkout, "times");
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      for (const now of context.week(index)?.specs ?? []) {
        if (!isGivenBefore(context, now, limit)) continue;
        const same = earlierOfFamily(context, now.entry, now.spec.family).filter((each) =>
          sameSpec(each.spec, now.spec),
        );
        if (same.length >= limit) findings.push(judge(context, now, same, limit));
      }
    }
    return findings;
  },
});

function judge(context: RuleContext, now: SpecEntry, same: SpecEntry[], limit: number): Finding {
  return found(staleWorkout, {
    title: `${now.entry.workout.title} comes for the ${same.length + 1}th time in six weeks without a change.`,
    dates: [context.dateOf(now.entry.day), ...same.map((each) => context.dateOf(each.entry.day))],
    evidence: [row("Times in six weeks", same.length + 1, null, limit)],
    fix: nudge(context, now),
  });
}

/** One variable moved on: a repetition more, or a tenth more of a single hard stretch. */
function nudge(context: RuleContext, now: SpecEntry): Fix | null {
  const { workout, id, day } = now.entry;
  const parsed = workout.text ? parseWorkout(workout.text) : null;
  if (!parsed?.ok) return { kind: "advice", code: "change-one-variable" };
  return {
    kind: "replace",
    id,
    date: context.dateOf(day),
    workout: workout.workout ?? null,
    workoutKind: workout.kind,
    hard: workout.hard,
    title: `${workout.title}, one step on`,
    text: formatWorkout(parsed.blocks.map(oneMore)),
  };
}

function oneMore(block: Block): Block {
  if (block.type === "repeat") return { ...block, times: Math.min(200, block.times + 1) };
  if (block.kind !== "work") return block;
  const { length } = block;
  if (length.kind === "time") {
    return {
      ...block,
      length: { kind: "time", durationS: Math.min(86_400, Math.ceil((length.durationS * 1.1) / 30) * 30) },
    };
  }
  if (length.kind === "distance") {
    return {
      ...block,
      length: {
        kind: "distance",
        distanceM: Math.min(300_000, Math.ceil((length.distanceM * 1.1) / 100) * 100),
      },
    };
  }
  return block;
}
