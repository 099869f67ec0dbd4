import type { Finding } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";

const HARD_INTERVALS: ReadonlySet<string> = new Set(["intervals", "repetitions", "sprints"]);

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
        if (!entry.hard || !HARD_INTERVALS.has(entry.workout.kind)) continue;
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
