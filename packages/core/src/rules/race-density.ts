import { dayNumber } from "@repo/core/calendar";
import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";

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
    const dates = context.races
      .map((race) => race.date)
      .filter((date) => context.day(dayNumber(date)).some((entry) => entry.race))
      .sort();
    const findings: Finding[] = [];
    dates.forEach((date, at) => {
      const within = dates.slice(0, at + 1).filter((each) => dayNumber(date) - dayNumber(each) < WINDOW_DAYS);
      if (within.length !== limit + 1) return;
      findings.push(
        found(raceDensity, {
          title: `${within.length} races within four weeks up to ${date}.`,
          dates: [date, ...within.slice(0, -1)],
          evidence: [row("Races in four weeks", within.length, null, limit)],
          fix: { kind: "advice", code: "drop-a-race" },
        }),
      );
    });
    return findings;
  },
});
