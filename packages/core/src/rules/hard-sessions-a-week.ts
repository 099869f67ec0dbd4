import type { Finding } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";

/** More hard days in a week than the level bears (M32, M57, M74). */
export const hardSessionsAWeek: Rule = defineRule({
  id: "hard-sessions-a-week",
  checks: "A week holds no more hard days than the athlete's level bears.",
  severity: "warn",
  limits: {
    beginner: { value: 2, unit: "days a week", source: "M32" },
    intermediate: { value: 3, unit: "days a week", source: "M74" },
    advanced: { value: 3, unit: "days a week", source: "M57" },
  },
  source: ["M32", "M57", "M74"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const limit = limitOf(context, hardSessionsAWeek, context.request?.level ?? "intermediate");
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week || week.hardDays <= limit) continue;
      const hard = week.entries.filter((entry) => entry.hard);
      const eased = hard.filter((entry) => !entry.race).at(-1);
      findings.push(
        found(hardSessionsAWeek, {
          title: `${week.hardDays} hard days in the week of ${week.start}; ${limit} are the limit.`,
          dates: [...new Set([week.start, ...hard.map((entry) => context.dateOf(entry.day))])],
          evidence: [row("Hard days", week.hardDays, "days a week", limit)],
          fix: eased ? easyInstead(context, eased) : null,
        }),
      );
    }
    return findings;
  },
});
