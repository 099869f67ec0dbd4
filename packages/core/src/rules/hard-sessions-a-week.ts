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
      // Each day too many is a finding of its own, so that each has its own fix.
      const hard = week.days.flatMap((day) => day.filter((entry) => entry.hard).slice(0, 1));
      const training = hard.filter((entry) => !entry.race);
      const surplus = training.slice(Math.max(0, training.length - (week.hardDays - limit)));
      for (const entry of surplus.length > 0 ? surplus : hard.slice(-1)) {
        const dates = [
          context.dateOf(entry.day),
          ...hard.filter((each) => each !== entry).map((each) => context.dateOf(each.day)),
        ];
        findings.push(
          found(hardSessionsAWeek, {
            title: `${entry.workout.title} is one hard day too many in the week of ${week.start}: ${week.hardDays} of them; ${limit} are the limit.`,
            dates,
            evidence: [row("Hard days", week.hardDays, "days a week", limit)],
            fix: entry.race ? null : easyInstead(context, entry),
          }),
        );
      }
    }
    return findings;
  },
});
