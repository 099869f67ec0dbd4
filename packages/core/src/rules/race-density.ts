import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

const WINDOW_DAYS = 28;

/** Racing too often (M131: not every 5K). */
export const raceDensity: Rule = defineRule({
  id: "race-density",
  checks: "Four weeks hold at most three races.",
  severity: "warn",
  limits: { races: { value: 3, unit: "in four weeks", source: "M131" } },
  source: ["M131"],
  reach: "season",
  check(context) {
    const limit = limitOf(context, raceDensity, "races");
    const days = raceDays(context);
    const findings: Finding[] = [];
    days.forEach((day, at) => {
      const within = days.slice(0, at + 1).filter((each) => day - each < WINDOW_DAYS);
      if (within.length !== limit + 1) return;
      const date = context.dateOf(day);
      findings.push(
        found(raceDensity, {
          title: `${within.length} races within four weeks up to ${date}.`,
          dates: [date, ...within.slice(0, -1).map(context.dateOf)],
          evidence: [row("Races in four weeks", within.length, null, limit)],
          fix: { kind: "advice", code: "drop-a-race" },
        }),
      );
    });
    return findings;
  },
});

/** Days on which a race is run, whether the request knows it or somebody wrote it into a week. */
function raceDays(context: RuleContext): number[] {
  const days = new Set<number>();
  for (let index = 0; index < context.weekCount; index++) {
    const week = context.week(index);
    if (!week || week.races === 0) continue;
    for (const entry of week.entries) if (entry.race) days.add(entry.day);
  }
  return [...days].sort((a, b) => a - b);
}
