import type { Finding } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";

/** Workouts in the recovery phase (M129: none, nothing structured). */
export const hardInRecovery: Rule = defineRule({
  id: "hard-in-recovery",
  checks: "Recovery weeks hold no hard sessions; races that were asked for aside.",
  severity: "error",
  limits: { hardDays: { value: 0, unit: "days", source: "M129" } },
  source: ["M129"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (week?.phase !== "recovery") continue;
      for (const entry of week.entries) {
        if (!entry.hard) continue;
        findings.push(
          found(hardInRecovery, {
            severity: entry.race ? "warn" : "error",
            title: `${entry.workout.title} stands in a recovery week.`,
            dates: [context.dateOf(entry.day)],
            evidence: [row("Hard days in the recovery week", week.hardDays, "days", 0)],
            fix: entry.race ? null : easyInstead(context, entry),
          }),
        );
      }
    }
    return findings;
  },
});
