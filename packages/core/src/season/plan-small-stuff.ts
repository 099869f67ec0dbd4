import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Materialised } from "./materialise.ts";
import type { Setup } from "./plan-state.ts";
import { JUMP_SITES } from "./plan-strength.ts";
import type { PhaseKind } from "./schema.ts";
import type { Session } from "./session-blocks.ts";
import { librarySession } from "./strength-sessions.ts";

type Item = { session: Session; made: Materialised };
export type SmallItem = Item & { at: number };

/** Mobility changes from week to week: hips and ankles, bands, control (M101, M102, M104). */
const MOBILITY = ["hips-ankles", "band-flow", "move-better"] as const;
const DRILL_PHASES: ReadonlySet<PhaseKind> = new Set(["base", "build", "speed"]);
const PREHAB_PHASES: ReadonlySet<PhaseKind> = new Set(["base", "build"]);
/** Strength and prehab together: the articles' two to three a week (M91, M105). */
const MOST_LIFTS = 3;

type Day = { at: number; easy: boolean; hard: boolean; demanding: boolean; lifts: boolean; items: number };

/**
 * The small sessions of a week, each on a day that is run anyway, so that days off stay free (M77): drills or form once
 * (M82–M87), mobility once (M101–M104), activation before the week's first hard run (M99), and prehab where it fits
 * beside the strength that was asked for, more of it after injuries (M105). Nothing on a race's day or the day before;
 * drills and prehab only beside easy running, prehab never before a demanding day (M97).
 */
export function smallStuff(
  frame: WeekFrame,
  setup: Setup,
  perDay: readonly (readonly Item[])[],
  secondsLeft: (at: number) => number,
): SmallItem[] {
  const days = perDay.map((items, at) => dayOf(items, at));
  const open = days.filter(({ at, items }) => items > 0 && !isNearRace(frame.monday + at, setup));
  const week = Math.floor(frame.monday / 7);
  const planned: { at: number; id: string }[] = [];
  const taken = [0, 0, 0, 0, 0, 0, 0];
  const plan = (day: Day | undefined, id: string) => {
    if (!day) return;
    planned.push({ at: day.at, id });
    day.items += 1;
    taken[day.at] = (taken[day.at] ?? 0) + secondsOf(id);
  };
  const hasTime = (day: Day, id: string) => secondsLeft(day.at) - (taken[day.at] ?? 0) >= secondsOf(id);
  // The day with the least on it first.
  const planOn = (id: string, fits: (day: Day) => boolean) => {
    let best: Day | undefined;
    for (const day of open) {
      if (fits(day) && (!best || day.items < best.items) && hasTime(day, id)) best = day;
    }
    plan(best, id);
  };
  if (DRILL_PHASES.has(frame.phase)) {
    plan(
      open.find((day) => day.hard && hasTime(day, "activation")),
      "activation",
    );
    planOn(drillsOf(setup, week), (day) => day.easy && !day.lifts);
    for (let more = prehabCount(frame, setup, days); more > 0; more--) {
      planOn("prehab", (day) => {
        const next = days[day.at + 1];
        return day.easy && !day.lifts && day.items === 1 && day.at < 6 && !next?.demanding;
      });
    }
  }
  if (frame.phase !== "race") planOn(MOBILITY[week % MOBILITY.length] ?? MOBILITY[0], (day) => !day.hard);
  return planned.map(({ at, id }) => ({ at, ...librarySession(id) }));
}

function secondsOf(id: string): number {
  return librarySession(id).made.durationS ?? 0;
}

function dayOf(items: readonly Item[], at: number): Day {
  let [easy, hard, demanding, lifts, runs] = [false, false, false, false, false];
  for (const { session } of items) {
    const { kind } = session;
    if (session.hard) hard = true;
    if (session.hard || kind === "long" || kind === "hills" || kind === "sprints") demanding = true;
    if (kind === "strength" || kind === "plyometrics") lifts = true;
    else if (kind !== "cross") runs = true;
    if (kind === "easy" || kind === "recovery" || kind === "strides") easy = true;
  }
  return { at, easy: easy && !demanding, hard, demanding, lifts, items: runs ? items.length : 0 };
}

function isNearRace(day: number, setup: Setup): boolean {
  return setup.races.has(day) || setup.races.has(day + 1);
}

/** Beginners learn one cue at a time (M87); others change between drills and form, without bounding where jumps wait. */
function drillsOf(setup: Setup, week: number): string {
  const gentle = setup.level === "beginner" || JUMP_SITES.test((setup.request.injuryHistory ?? []).join(" "));
  return gentle || week % 2 === 1 ? "form-ten-minutes" : "drills";
}

function prehabCount(frame: WeekFrame, setup: Setup, days: readonly Day[]): number {
  if (!PREHAB_PHASES.has(frame.phase) || frame.cutback || setup.request.strengthPerWeek === 0) return 0;
  const lifts = days.filter((day) => day.lifts).length;
  const wished = (setup.request.injuryHistory ?? []).length > 0 ? MOST_LIFTS : MOST_LIFTS - 1;
  return Math.max(0, Math.min(2, wished - lifts));
}
