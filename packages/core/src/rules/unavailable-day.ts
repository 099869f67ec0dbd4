import { dayNumber } from "@repo/core/calendar";
import type { Finding, Fix } from "@repo/core/season";
import { isLeap } from "./legal-day.ts";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";

/** Anything planned on a day the athlete cannot train. */
export const unavailableDay: Rule = defineRule({
  id: "unavailable-day",
  checks: "Nothing is planned on unavailable weekdays, blackout dates or before the season starts.",
  severity: "error",
  limits: {},
  source: ["contract"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const request = context.request;
    const start = request ? dayNumber(request.start) : Number.NEGATIVE_INFINITY;
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      for (const entries of context.week(index)?.days ?? []) {
        const [first] = entries;
        if (!first || (first.day >= start && !context.unavailable(first.day))) continue;
        const why = first.day < start ? "is before the season starts" : "is not available";
        for (const entry of entries) {
          // What is excused already needs no other day.
          if (entry.workout.kind === "rest" || entry.workout.status === "excused") continue;
          findings.push(judge(context, entry, why));
        }
      }
    }
    return findings;
  },
});

function moveOff(context: RuleContext, entry: Entry): Fix {
  const from = context.dateOf(entry.day);
  const remove: Fix = { kind: "remove", id: entry.id, date: from };
  const start = context.request ? dayNumber(context.request.start) : entry.day;
  const monday = entry.day - ((((entry.day + 3) % 7) + 7) % 7);
  const open = [0, 1, 2, 3, 4, 5, 6]
    .map((at) => monday + at)
    .filter((day) => day >= start && !context.unavailable(day))
    .filter((day) => (entry.run ? !context.day(day).some((each) => each.run) : context.day(day).length < 3))
    .filter((day) => !entry.hard || [day - 1, day, day + 1].every((near) => isQuiet(context, near, entry)))
    .filter((day) => !isLeap(context, entry, day))
    .sort((a, b) => Math.abs(a - entry.day) - Math.abs(b - entry.day) || a - b)[0];
  return open === undefined ? remove : { kind: "move", id: entry.id, from, to: context.dateOf(open) };
}

function isQuiet(context: RuleContext, day: number, moving: Entry): boolean {
  return !context.day(day).some((entry) => entry.id !== moving.id && (entry.hard || entry.long));
}

function judge(context: RuleContext, entry: Entry, why: string): Finding {
  const date = context.dateOf(entry.day);
  return found(unavailableDay, {
    title: `${entry.workout.title} is planned on ${date}, which ${why}.`,
    dates: [date],
    evidence: [row("Planned on", date)],
    fix: moveOff(context, entry),
  });
}
