import type { Finding } from "@repo/core/season";
import { moveOrEase } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext, WeekView } from "./rule-context.ts";

/** Two hard days in a row, or a hard day right after a long run (M72, M120). */
export const hardDaysApart: Rule = defineRule({
  id: "hard-days-apart",
  checks: "A hard day is never followed by another hard day, and a long run not by a hard day.",
  severity: "error",
  limits: { daysBetween: { value: 1, unit: "days", source: "M72" } },
  source: ["M72", "M76", "M120"],
  reach: { back: 1, forward: 0 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week || !holdsPair(week, context.week(index + 1))) continue;
      week.days.forEach((today, at) => {
        const first = today.find((entry) => entry.hard) ?? today.find((entry) => entry.long);
        if (!first) return;
        const next = context
          .day(week.monday + at + 1)
          .find((entry) => entry.hard || (entry.long && first.hard));
        if (next) findings.push(judge(context, first, next));
      });
    }
    return findings;
  },
});

/** Whether any day of a week and the day after it are a hard day and a hard or long one, or a long one and a hard one. */
function holdsPair(week: WeekView, next: WeekView | null): boolean {
  const hardAfter = (week.hardOn | ((next?.hardOn ?? 0) << 7)) >> 1;
  const longAfter = (week.longOn | ((next?.longOn ?? 0) << 7)) >> 1;
  return ((week.hardOn & (hardAfter | longAfter)) | (week.longOn & hardAfter)) !== 0;
}

function judge(context: RuleContext, first: Entry, next: Entry): Finding {
  const bothHard = first.hard && next.hard;
  const races = first.race && next.race;
  const movable = next.race ? first : next;
  const dates = [context.dateOf(first.day), context.dateOf(next.day)];
  return found(hardDaysApart, {
    severity: bothHard && !races ? "error" : "warn",
    title: `${first.workout.title} and ${next.workout.title} are on days in a row.`,
    dates,
    evidence: [row("Easy or rest days between", 0, "days", 1)],
    fix: races ? null : moveOrEase(context, movable),
  });
}
