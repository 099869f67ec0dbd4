import type { Level } from "@repo/core/athlete";
import type { Finding } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";
import { traitsOf } from "./week-traits.ts";
import { levelOf } from "./workout-facts.ts";

const RANK: Readonly<Record<Level, number>> = { beginner: 0, intermediate: 1, advanced: 2 };

/** Sessions above the athlete's level (M137): floats, alternators, the Michigan, sprint-float and their like. */
export const levelGate: Rule = defineRule({
  id: "level-gate",
  checks: "No session of the library is planned below the level it asks for.",
  severity: "error",
  limits: {},
  source: ["M137"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const level = context.request?.level;
    if (!level || level === "advanced") return [];
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const entry of week ? traitsOf(week).gated : []) {
        const required = levelOf(entry.workout);
        if (!required || RANK[required] <= RANK[level]) continue;
        findings.push(
          found(levelGate, {
            title: `${entry.workout.title} is a session for ${required} runners; this athlete is ${level}.`,
            dates: [context.dateOf(entry.day)],
            evidence: [row("Level asked for", required, null, `the athlete is ${level}`)],
            fix: entry.run
              ? easyInstead(context, entry)
              : { kind: "remove", id: entry.id, date: context.dateOf(entry.day) },
          }),
        );
      }
    }
    return findings;
  },
});
