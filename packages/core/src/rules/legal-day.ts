import type { Fix } from "@repo/core/season";
import { type Block, formatWorkout, type PaceName } from "@repo/core/workouts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { makesSpike } from "./session-spike.ts";
import { needsFreshLegs } from "./workout-facts.ts";

function isDemanding(entry: Entry): boolean {
  return entry.hard || entry.long;
}

/** Whether a day would do for a hard session: free to use, and nothing demanding on it or next to it. */
function isLegal(context: RuleContext, day: number, moving: Entry): boolean {
  if (context.unavailable(day)) return false;
  for (const near of [day - 1, day, day + 1]) {
    if (context.day(near).some((entry) => entry.id !== moving.id && isDemanding(entry))) return false;
  }
  return true;
}

/** Whether the move, and the swap that may go with it, would make a leap of a run (30-day rule). */
export function isLeap(context: RuleContext, entry: Entry, day: number): boolean {
  if (entry.km === null) return false;
  const changes = new Map([[entry.id, { day, km: entry.km }]]);
  const other = context.day(day).find((each) => each.run);
  if (other?.km != null) changes.set(other.id, { day: entry.day, km: other.km });
  return makesSpike(context, changes);
}

/**
 * Whether a hard session moved to a day spoils no sprints: none the day after it, and none that the swap would put on the
 * day after another hard one (M64).
 */
function leavesLegsFresh(context: RuleContext, entry: Entry, day: number): boolean {
  const others = (at: number) => context.day(at).filter((each) => each.id !== entry.id);
  if (others(day + 1).some(needsFreshLegs)) return false;
  const swapped = others(day).find((each) => each.run);
  return !swapped || !needsFreshLegs(swapped) || !others(entry.day - 1).some((each) => each.hard);
}

/** The nearest day of the same week that would do for a hard session, as a move or a swap with the easy run there. */
export function moveHard(context: RuleContext, entry: Entry): Fix | null {
  const monday = entry.day - ((((entry.day + 3) % 7) + 7) % 7);
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((at) => monday + at)
    .filter((day) => day !== entry.day)
    .sort((a, b) => Math.abs(a - entry.day) - Math.abs(b - entry.day) || a - b);
  const day = days.find(
    (each) =>
      isLegal(context, each, entry) && !isLeap(context, entry, each) && leavesLegsFresh(context, entry, each),
  );
  if (day === undefined) return null;
  const from = context.dateOf(entry.day);
  const to = context.dateOf(day);
  const other = context.day(day).find((each) => each.run);
  if (!other) return { kind: "move", id: entry.id, from, to };
  return { kind: "swap", id: entry.id, otherId: other.id, from, to };
}

/** Easy running in place of a workout: as far, or as long where its distance is not known. */
export function easyInstead(context: RuleContext, entry: Entry): Fix {
  const distanceM = entry.km === null ? null : Math.max(1_000, Math.round(entry.km * 10) * 100);
  const minutes = Math.max(20, Math.round((entry.workout.durationS ?? 2_400) / 60));
  const block: Block = {
    type: "step",
    kind: "steady",
    length: distanceM ? { kind: "distance", distanceM } : { kind: "time", durationS: minutes * 60 },
    target: { kind: "effort", effort: "easy" },
  };
  return {
    kind: "replace",
    id: entry.id,
    date: context.dateOf(entry.day),
    workout: null,
    workoutKind: "easy",
    hard: false,
    title: distanceM ? `Easy ${distanceM / 1000} km` : `Easy ${minutes} min`,
    text: formatWorkout([block]),
  };
}

/** Whether a race lies in the week before a day: what follows it is recovery (M129). */
function isAfterRace(context: RuleContext, day: number): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some((back) => context.day(day - back).some((entry) => entry.race));
}

/**
 * The latest easy run of some days that may turn into a hard session: nothing demanding beside it, no recovery week, and
 * not a leap in length (30-day rule).
 */
export function easyRunToHarden(
  context: RuleContext,
  first: number,
  last: number,
  hardKm: number,
): Entry | null {
  for (let day = last; day >= first; day--) {
    const week = context.week(Math.floor((day - context.firstMonday) / 7));
    if (!week || week.phase === "recovery" || week.hardDays >= 2) continue;
    const easy = context.day(day).find((entry) => entry.run && !entry.hard && !entry.long);
    if (!easy || !isLegal(context, day, easy) || isAfterRace(context, day)) continue;
    const fast = context
      .day(day + 1)
      .some((entry) => entry.workout.kind === "sprints" || entry.workout.kind === "hills");
    const km = Math.max(easy.km ?? 0, hardKm);
    if (fast || context.day(day + 1).some((entry) => entry.workout.kind === "plyometrics")) continue;
    if (!makesSpike(context, new Map([[easy.id, { day, km }]]))) return easy;
  }
  return null;
}

/** A step of easy running, for sessions that rules propose. */
export function easyStep(kind: "warmup" | "cooldown" | "steady", distanceM: number): Block {
  return {
    type: "step",
    kind,
    length: { kind: "distance", distanceM },
    target: { kind: "effort", effort: "easy" },
  };
}

/** Repetitions over a distance at a named pace with a jog between. */
export function repetitions(times: number, distanceM: number, pace: PaceName, jogM: number): Block {
  return {
    type: "repeat",
    times,
    steps: [
      {
        type: "step",
        kind: "work",
        length: { kind: "distance", distanceM },
        target: { kind: "pace", pace, offsetSPerKm: 0 },
      },
      {
        type: "step",
        kind: "recovery",
        length: { kind: "distance", distanceM: jogM },
        target: { kind: "effort", effort: "recovery" },
      },
    ],
  };
}

/** A replacement of a workout by blocks of one's own. */
export function replaceWith(
  context: RuleContext,
  entry: Entry,
  what: {
    kind: Entry["workout"]["kind"];
    hard: boolean;
    title: string;
    blocks: Block[];
    workout?: string | null;
  },
): Fix {
  return {
    kind: "replace",
    id: entry.id,
    date: context.dateOf(entry.day),
    workout: what.workout ?? null,
    workoutKind: what.kind,
    hard: what.hard,
    title: what.title,
    text: formatWorkout(what.blocks),
  };
}

/** Moves a hard session to a legal day of its week, or turns it easy where there is none. */
export function moveOrEase(context: RuleContext, entry: Entry): Fix {
  return moveHard(context, entry) ?? easyInstead(context, entry);
}
