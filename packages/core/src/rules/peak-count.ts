import { addDays, dayNumber } from "@repo/core/calendar";
import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** More peaks in a year than a body has (M131). */
export const peakCount: Rule = defineRule({
  id: "peak-count",
  checks: "Any twelve months hold at most two peaks, three where all goal races are short.",
  severity: "warn",
  limits: {
    peaks: { value: 2, unit: "a year", source: "M131" },
    shortPeaks: { value: 3, unit: "a year", source: "M131" },
    shortRaceM: { value: 5_000, unit: "m", source: "M131" },
  },
  source: ["M131"],
  reach: "season",
  check(context) {
    const peaks = peakStarts(context);
    const others = context.otherPeaks.map(({ start }) => start);
    const short = allShort(context);
    const limit = limitOf(context, peakCount, short ? "shortPeaks" : "peaks");
    const findings: Finding[] = [];
    peaks.forEach((start, at) => {
      const yearEarlier = addDays(start, -YEAR_DAYS);
      const within = peaks.slice(0, at + 1).filter((each) => each >= yearEarlier);
      const elsewhere = others.filter((each) => each >= yearEarlier && each <= start).length;
      const number = within.length + elsewhere;
      if (number <= limit) return;
      const counted = elsewhere > 0 ? `, other seasons counted (${elsewhere})` : "";
      findings.push(
        found(peakCount, {
          title: `The peak of ${start} is number ${number} within twelve months${counted}; ${limit} are enough.`,
          dates: [start, ...within.slice(0, -1)],
          evidence: [
            row("Peaks in twelve months", number, null, limit),
            ...(elsewhere > 0 ? [row("Of them in other seasons", elsewhere)] : []),
          ],
          fix: { kind: "advice", code: "lower-race-priority" },
        }),
      );
    });
    return findings;
  },
});

/** Days that peaks of one year lie apart at most. */
export const YEAR_DAYS = 350;

/** Starts of peak phases; where a season has none, the A races stand for them. */
export function peakStarts(context: RuleContext): string[] {
  const starts = context.season.phases.filter((phase) => phase.kind === "peak").map((phase) => phase.start);
  if (starts.length > 0) return starts.sort();
  return context.races
    .filter((race) => race.priority === "A")
    .filter(
      (race) => context.weekCount === 0 || context.day(dayNumber(race.date)).some((entry) => entry.race),
    )
    .map((race) => race.date)
    .sort();
}

/** Whether every goal race is a short one: then a year holds more peaks. */
export function allShort(context: RuleContext): boolean {
  const longest = limitOf(context, peakCount, "shortRaceM");
  const own = context.races.filter((race) => race.priority === "A");
  const goals = [...own, ...context.otherPeaks.flatMap(({ races }) => races)];
  return own.length > 0 && goals.every((race) => race.distanceM <= longest);
}
