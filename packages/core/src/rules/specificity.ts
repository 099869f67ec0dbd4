import { dayNumber } from "@repo/core/calendar";
import { type EventClass, eventOf, type Finding, type Fix, type Race } from "@repo/core/season";
import type { PaceName } from "@repo/core/workouts";
import { easyRunToHarden, easyStep, repetitions, replaceWith } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { factsOf } from "./workout-facts.ts";

/** Paces that count as practice for a race: its own and its neighbours (M106, M110). */
const NEAR_RACE: Readonly<Record<EventClass, readonly PaceName[]>> = {
  mile: ["mile", "1500", "r", "3k"],
  "5k": ["5k", "3k", "i", "10k", "mile"],
  "10k": ["10k", "5k", "t", "hm"],
  hm: ["hm", "t", "10k", "mp"],
  marathon: ["mp", "m", "hm", "t"],
  ultra: ["mp", "m", "hm", "t", "e"],
};
/** Intensities that stand for those paces where a target is given another way. */
const NEAR_INTENSITY: Readonly<Record<EventClass, readonly [number, number]>> = {
  mile: [0.88, 1],
  "5k": [0.8, 0.95],
  "10k": [0.77, 0.9],
  hm: [0.74, 0.84],
  marathon: [0.72, 0.82],
  ultra: [0.6, 0.82],
};

/** Weeks before a goal race without running at its pace (M110). */
export const specificity: Rule = defineRule({
  id: "specificity",
  checks: "The six weeks before a goal race hold running at its pace.",
  severity: "warn",
  limits: {
    weeks: { value: 6, unit: "weeks before the race", source: "M110" },
    sessions: { value: 1, unit: "sessions", source: "M110" },
  },
  source: ["M106", "M110"],
  reach: "season",
  check(context) {
    return context.races.flatMap((race) => (race.priority === "A" ? judge(context, race) : []));
  },
});

/** A short session at the pace of each event: repetitions, their length, pace and jog. */
const SESSIONS: Readonly<
  Record<EventClass, readonly [times: number, metres: number, pace: PaceName, jogM: number]>
> = {
  mile: [6, 200, "mile", 200],
  "5k": [4, 400, "5k", 200],
  "10k": [3, 800, "10k", 400],
  hm: [2, 2_000, "hm", 400],
  marathon: [1, 4_000, "mp", 400],
  ultra: [1, 4_000, "mp", 400],
};
const DAYS_BEFORE_RACE = 7;

/** Race pace in place of an easy run, as late as a week before the race; null where no day bears it. */
function addSession(context: RuleContext, event: EventClass, first: number, day: number): Fix | null {
  const [times, metres, pace, jogM] = SESSIONS[event];
  const easy = easyRunToHarden(context, first, day - DAYS_BEFORE_RACE, 3 + (times * (metres + jogM)) / 1000);
  if (!easy) return null;
  return replaceWith(context, easy, {
    kind: "race-pace",
    hard: true,
    title: `Race pace: ${times} × ${metres} m`,
    blocks: [easyStep("warmup", 2_000), repetitions(times, metres, pace, jogM), easyStep("cooldown", 1_000)],
  });
}

function isSpecific(entry: Entry, event: EventClass): boolean {
  if (event === "ultra" && entry.long) return true;
  if (!entry.hard || entry.race) return false;
  const spec = factsOf(entry).spec;
  if (!spec) return entry.workout.kind === "race-pace";
  const [low, high] = NEAR_INTENSITY[event];
  const named = (NEAR_RACE[event] as readonly string[]).includes(spec.pace);
  return named || (spec.intensity >= low && spec.intensity <= high);
}

function judge(context: RuleContext, race: Race): Finding[] {
  const day = dayNumber(race.date);
  const weeks = limitOf(context, specificity, "weeks");
  const first = day - weeks * 7;
  // A race in the season's first weeks cannot have been trained for in it.
  if (first < context.firstMonday || !context.day(day).some((entry) => entry.race)) return [];
  const event = eventOf(race.distanceM);
  const limit = limitOf(context, specificity, "sessions");
  let sessions = 0;
  for (let at = first; at < day && sessions < limit; at++) {
    for (const entry of context.day(at)) if (isSpecific(entry, event)) sessions += 1;
  }
  if (sessions >= limit) return [];
  const week = context.week(Math.floor((day - context.firstMonday) / 7));
  // A race that the season runs from training was not prepared for on purpose.
  const peaked = week?.phase === "peak" || week?.phase === "race";
  return [
    found(specificity, {
      severity: peaked ? "warn" : "info",
      title: `The ${weeks} weeks before the race on ${race.date} hold no running at its pace.`,
      dates: [race.date, ...(week ? [week.start] : [])],
      evidence: [row("Sessions at race pace", sessions, `in ${weeks} weeks`, limit)],
      fix: addSession(context, event, first, day) ?? {
        kind: "advice",
        code: "add-race-pace-session",
        value: race.distanceM,
        unit: "m",
      },
    }),
  ];
}
