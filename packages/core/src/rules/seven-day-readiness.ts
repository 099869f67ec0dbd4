import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** Running every day is for those with the base for it (M77, M78, M137). */
export const sevenDayReadiness: Rule = defineRule({
  id: "seven-day-readiness",
  checks: "Seven running days a week are kept for advanced runners, or intermediate ones with a base.",
  severity: "warn",
  limits: { baseKm: { value: 48, unit: "km a week", source: "M72" } },
  source: ["M77", "M78", "M137"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    if (isReady(context)) return [];
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week?.days.every((day) => day.some((entry) => entry.run))) continue;
      const shortest = week.entries
        .filter((entry) => entry.run && !entry.hard && !entry.long)
        .sort((a, b) => (a.km ?? 0) - (b.km ?? 0))[0];
      findings.push(
        found(sevenDayReadiness, {
          title: `The week of ${week.start} has a run on every day, for a runner whose base for it is not shown.`,
          dates: [week.start],
          evidence: [
            row("Running days", 7, "a week", 6),
            row(
              "Running before the season",
              context.request?.currentWeeklyKm ?? null,
              "km a week",
              limitOf(context, sevenDayReadiness, "baseKm"),
            ),
          ],
          fix: shortest ? { kind: "remove", id: shortest.id, date: context.dateOf(shortest.day) } : null,
        }),
      );
    }
    return findings;
  },
});

/** Without a request nothing is known of the runner, and nothing is said. */
function isReady(context: RuleContext): boolean {
  const request = context.request;
  if (!request || request.level === "advanced") return true;
  return (
    request.level === "intermediate" &&
    request.currentWeeklyKm >= limitOf(context, sevenDayReadiness, "baseKm")
  );
}
