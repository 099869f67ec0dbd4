import { WEEKDAYS } from "@repo/core/calendar";
import { isUsableScore, trainingPaces } from "@repo/core/paces";
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

type Timed = { entry: Entry; seconds: number };

/** What is known to be longer than the day is; a session of which neither time nor pace is known adds nothing. */
function judge(context: RuleContext, day: readonly Entry[], minutes: number | undefined): Finding | null {
  if (minutes === undefined) return null;
  const timed = day
    .filter((entry) => !entry.race && entry.workout.status !== "excused")
    .map((entry) => ({ entry, seconds: entry.workout.durationS ?? leastSeconds(context, entry) }));
  const planned = Math.round(timed.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  const [first] = timed;
  if (first === undefined || planned <= minutes) return null;
  const date = context.dateOf(first.entry.day);
  const isSaid = timed.every(({ entry }) => entry.workout.durationS != null);
  return found(dayMinutes, {
    title: `${isSaid ? "" : "At least "}${planned} minutes are planned on ${date}, which has ${minutes}.`,
    dates: [date],
    evidence: [row(isSaid ? "Planned" : "Planned, at least", planned, "min", minutes)],
    fix: shorter(timed, { date, over: planned - minutes }),
  });
}

/** A run that says only its kilometres takes no less than at the fast end of easy, a hard one at threshold pace. */
function leastSeconds(context: RuleContext, { km, hard }: Entry): number {
  const score = context.pacing()?.score ?? null;
  if (km === null || score === null || !isUsableScore(score)) return 0;
  const { e, t } = trainingPaces(score);
  return km * (hard ? t : e.fastSPerKm);
}

/** The day's longest easy running made as much shorter as the day needs; else left to a person. */
function shorter(timed: readonly Timed[], { date, over }: { date: string; over: number }): Fix {
  const [longest] = timed
    .filter(({ entry, seconds }) => SHORTENED.has(entry.workout.kind) && seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  const has = (longest?.seconds ?? 0) / 60;
  // A minute shorter than it must be: kilometres are rounded afterwards.
  const factor = Math.floor(((has - over - 1) / has) * 100) / 100;
  if (!longest || !(factor >= LEAST_FACTOR)) return { kind: "advice", code: "more-time-or-less-training" };
  return { kind: "scale-workout", id: longest.entry.id, date, factor };
}
