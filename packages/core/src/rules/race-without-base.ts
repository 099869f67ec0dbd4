import { daysBetween, minDate } from "@repo/core/calendar";
import type { Finding, Race } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** A goal race with no base under it (M125, M139: speed only on a sound base). */
export const raceWithoutBase: Rule = defineRule({
  id: "race-without-base",
  checks: "A goal race has weeks of base before it, in the season or as a running habit.",
  severity: "warn",
  limits: {
    baseWeeks: { value: 6, unit: "weeks", source: "M125" },
    habitKm: { value: 30, unit: "km a week", source: "M134" },
  },
  source: ["M125", "M139"],
  reach: "phases",
  check(context) {
    return context.races.flatMap((race) => (race.priority === "A" ? judge(context, race) : []));
  },
});

function judge(context: RuleContext, race: Race): Finding[] {
  const request = context.request;
  // Without a request nobody knows what lies before the season.
  if (!request || race.date < request.start) return [];
  const habit = limitOf(context, raceWithoutBase, "habitKm");
  if (request.level !== "beginner" && request.currentWeeklyKm >= habit) return [];
  let baseWeeks = 0;
  for (const phase of context.season.phases) {
    if (phase.kind !== "base" || phase.start > race.date) continue;
    const end = minDate(phase.end, race.date);
    baseWeeks += (daysBetween(phase.start, end) + 1) / 7;
  }
  const limit = limitOf(context, raceWithoutBase, "baseWeeks");
  if (baseWeeks >= limit) return [];
  return [
    found(raceWithoutBase, {
      title: `The goal race on ${race.date} has ${Math.floor(baseWeeks)} weeks of base before it.`,
      dates: [race.date],
      evidence: [
        row("Base before the race", Math.floor(baseWeeks), "weeks", limit),
        row("Running before the season", request.currentWeeklyKm, "km a week", habit),
      ],
      fix: { kind: "advice", code: "later-or-lower-goal" },
    }),
  ];
}
