import { dayNumber } from "@repo/core/calendar";
import type { Finding, Race } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** A goal race without easy days after it (M129: one to three weeks; each peak needs its recovery). */
export const recoveryBlockMissing: Rule = defineRule({
  id: "recovery-block-missing",
  checks: "A goal race is followed by at least a week without hard sessions.",
  severity: "error",
  limits: { days: { value: 7, unit: "days", source: "M129" } },
  source: ["M129", "M131"],
  reach: "season",
  check(context) {
    return context.races.flatMap((race) => (race.priority === "A" ? judge(context, race) : []));
  },
});

function judge(context: RuleContext, race: Race): Finding[] {
  const day = dayNumber(race.date);
  if (!context.day(day).some((entry) => entry.race)) return [];
  const week = context.week(Math.floor((day - context.firstMonday) / 7));
  const limit = limitOf(context, recoveryBlockMissing, "days");
  for (let after = 1; after <= limit; after++) {
    const hard = context.day(day + after).find((entry) => entry.hard);
    if (!hard) continue;
    // An A race that the season runs from training has no peak to recover from; a race soon after is the athlete's wish.
    const peaked = week?.phase === "peak" || week?.phase === "race";
    return [
      found(recoveryBlockMissing, {
        severity: peaked && !hard.race ? "error" : "warn",
        title: `${hard.workout.title} comes ${after === 1 ? "a day" : `${after} days`} after the goal race on ${race.date}.`,
        dates: [race.date, context.dateOf(hard.day)],
        evidence: [row("Easy days after the race", after - 1, "days", limit)],
        fix: hard.race ? null : easyInstead(context, hard),
      }),
    ];
  }
  return [];
}
