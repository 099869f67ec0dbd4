import { WEEKDAYS } from "@repo/core/calendar";
import type { Finding, Fix } from "@repo/core/season";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";

/** Kinds that can be made shorter without being another session. */
const SHORTENED: ReadonlySet<string> = new Set(["easy", "recovery", "long"]);
/** Shorter than this the day's run would be another one: then somebody has to think. */
const LEAST_FACTOR = 0.5;

/** More planned on a day than there is time for. */
export const dayMinutes: Rule = defineRule({
  id: "day-minutes",
  checks: "A day holds no more training than the athlete has minutes for on that weekday; races aside.",
  severity: "warn",
  limits: {},
  source: ["contract"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const findings: Finding[] = [];
    if (!WEEKDAYS.some((weekday) => context.minutes[weekday] !== undefined)) return findings;
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const [at, entries] of (week?.days ?? []).entries()) {
        const finding = judge(context, entries, context.minutes[WEEKDAYS[at] ?? "mon"]);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
});

/** What is known to be longer than the day is; a session whose time is not known adds nothing. */
function judge(context: RuleContext, day: readonly Entry[], minutes: number | undefined): Finding | null {
  const entries = day.filter((entry) => !entry.race && entry.workout.status !== "excused");
  const planned = Math.round(entries.reduce((sum, { workout }) => sum + (workout.durationS ?? 0), 0) / 60);
  const [first] = entries;
  if (minutes === undefined || first === undefined || planned <= minutes) return null;
  const date = context.dateOf(first.day);
  return found(dayMinutes, {
    title: `${planned} minutes are planned on ${date}, which has ${minutes}.`,
    dates: [date],
    evidence: [row("Planned", planned, "min", minutes)],
    fix: shorter(entries, { date, over: planned - minutes }),
  });
}

/** The day's longest easy running made as much shorter as the day needs; else left to a person. */
function shorter(entries: readonly Entry[], { date, over }: { date: string; over: number }): Fix {
  const [longest] = entries
    .filter(({ workout }) => SHORTENED.has(workout.kind) && workout.durationS)
    .sort((a, b) => (b.workout.durationS ?? 0) - (a.workout.durationS ?? 0));
  const has = (longest?.workout.durationS ?? 0) / 60;
  // A minute shorter than it must be: kilometres are rounded afterwards.
  const factor = Math.floor(((has - over - 1) / has) * 100) / 100;
  if (!longest || !(factor >= LEAST_FACTOR)) return { kind: "advice", code: "more-time-or-less-training" };
  return { kind: "scale-workout", id: longest.id, date, factor };
}
