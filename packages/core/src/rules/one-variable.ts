import type { Finding } from "@repo/core/season";
import {
  earlierOfFamily,
  FAMILY_WINDOW_DAYS,
  harderIn,
  latestOfFamily,
  type SpecEntry,
} from "./repeated-sessions.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** From one time to the next a session gets harder in one variable alone: repetitions, length, pace or rest (M44). */
export const oneVariable: Rule = defineRule({
  id: "one-variable",
  checks: "A session gets harder in one variable at a time: repetitions, length, pace or rest.",
  severity: "warn",
  limits: { variables: { value: 1, unit: "variables", source: "M44" } },
  source: ["M35", "M44"],
  reach: { back: 0, forward: FAMILY_WINDOW_DAYS + 6 },
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, oneVariable, "variables");
    for (let index = from; index <= to; index++) {
      for (const now of context.week(index)?.specs ?? []) {
        const before = latestOfFamily(context, now.entry, now.spec.family);
        // What is no harder than the latest is none of the rule's business, whatever lies before it.
        if (!before || harderIn(now.spec, [before]).length <= limit) continue;
        const harder = harderIn(now.spec, earlierOfFamily(context, now.entry, now.spec.family));
        if (harder.length > limit) findings.push(judge(context, now, before, harder));
      }
    }
    return findings;
  },
});

function judge(context: RuleContext, now: SpecEntry, before: SpecEntry, harder: string[]): Finding {
  const { workout } = before.entry;
  return found(oneVariable, {
    title: `${now.entry.workout.title} is harder than ${workout.title} in ${harder.join(" and ")} at once.`,
    dates: [context.dateOf(now.entry.day), context.dateOf(before.entry.day)],
    evidence: [
      row("Variables made harder", harder.length, null, limitOf(context, oneVariable, "variables")),
      row("Repetitions", now.spec.reps, null, before.spec.reps),
      row("Length", now.spec.repLength, now.spec.repUnit, before.spec.repLength),
      row("Rest", now.spec.restLength, null, before.spec.restLength),
    ],
    fix: workout.text
      ? {
          kind: "replace",
          id: now.entry.id,
          date: context.dateOf(now.entry.day),
          workout: workout.workout ?? null,
          workoutKind: workout.kind,
          hard: true,
          title: workout.title,
          text: workout.text,
        }
      : null,
  });
}
