import type { DayRole } from "./choose-days.ts";
import { easyKmOn, runOn } from "./day-room.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import {
  isAfterMonthOff,
  longestAfterMonthOff,
  longestAllowed,
  type Placed,
  type PlanState,
  type Setup,
} from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { easyRun, hillSprintRun, runAndWalk, type Session, sprintRun, stridesRun } from "./session-blocks.ts";

const LEAST_EASY_KM = 1.5;
/** Near a race a run is not cut below this. */
const LEAST_NEAR_RACE_KM = 4;
/** Strides or hill sprints come after at least this much easy running. */
const LEAST_WITH_EXTRA_KM = 2.4;
/** Of seven runs one is a jog of 20 to 30 minutes (M77). */
const RECOVERY_JOG_KM = 6;
/** The day before a race holds a shake-out at most (M128). */
const SHAKE_OUT_KM = 4;
/** An easy run is at most this share of the week's long run, and never longer than this. */
const MOST_OF_LONG = 0.85;
const LONGEST_EASY_KM = 20;
/** With sprints or strides at its end it is shorter still: fresh legs are the point. */
const LONGEST_WITH_EXTRA_KM = 15;
/** One, two and three days before a goal race or a race on the way that matters, an easy run is this share of an ordinary one. */
const NEAR_RACE: Readonly<Record<number, number>> = { 1: 0.45, 2: 0.55, 3: 0.65 };
/** From this week of base on flat sprints take turns with hill sprints (M62, M65: the base comes first). */
const SPRINTS_FROM_WEEK = 4;
/** Rounds of run and walk grow for this many weeks; then somebody new to running runs through. */
const WALK_WEEKS = 6;

type Extra = "hills" | "sprints" | "strides" | null;

/** How a day lies among the week's demanding ones: how much of an even share it gets. */
function weightOf(day: number, demanding: ReadonlySet<number>, longDay: number | null): number {
  if (longDay !== null && day + 1 === longDay) return 0.8;
  if (demanding.has(day - 1)) return 0.9;
  return demanding.has(day + 1) ? 1 : 1.15;
}

/** How much shorter a run is because of the race that follows in one to three days. */
function nearRace(setup: Setup, day: number): number {
  if (setup.races.size === 0) return 1;
  for (let ahead = 1; ahead <= 3; ahead++) {
    const race = setup.races.get(day + ahead);
    if (race && race.priority !== "C") return NEAR_RACE[ahead] ?? 1;
  }
  return 1;
}

/** The easy day for strides outside the base: fresh legs before tired ones, the day before a race first of all. */
function stridesDay(days: readonly number[], demanding: ReadonlySet<number>, setup: Setup): number | null {
  const before = days.find((day) => setup.races.has(day + 1));
  if (before !== undefined) return before;
  const fresh = days.filter((day) => !demanding.has(day - 1));
  return fresh.at(-1) ?? days.at(-1) ?? null;
}

/** What an easy day holds besides easy running: sprints and strides, in the season's doses (M18, M21, M62, M125). */
function extraFor(
  role: DayRole,
  frame: WeekFrame,
  setup: Setup,
  dayAfterHard: boolean,
  isStridesDay: boolean,
): Extra {
  if (frame.phase === "free" || frame.phase === "recovery") return null;
  if (frame.phase !== "base") return isStridesDay ? "strides" : null;
  if (role === "steady") return "strides";
  if (role !== "fast" || setup.runs < 3) return null;
  if (dayAfterHard) return null;
  const flat = setup.level !== "beginner" && !setup.gentleSprints;
  return flat && !frame.cutback && frame.at >= SPRINTS_FROM_WEEK && frame.at % 2 === 1 ? "sprints" : "hills";
}

function count(frame: WeekFrame, setup: Setup, kind: Extra): number {
  if (kind === "sprints") return Math.min(6, 4 + Math.floor((frame.at - SPRINTS_FROM_WEEK) / 3));
  const most = kind === "hills" ? (setup.level === "beginner" ? 6 : 8) : 6;
  if (frame.phase !== "base" || frame.cutback) return 4;
  return Math.min(most, 4 + Math.floor(frame.at / 2));
}

function sessionFor(distanceKm: number, kind: Extra, frame: WeekFrame, setup: Setup): Session {
  if (kind === "hills") return hillSprintRun(distanceKm, count(frame, setup, kind), setup.gentleSprints);
  if (kind === "sprints") return sprintRun(distanceKm, count(frame, setup, kind));
  if (kind === "strides") return stridesRun(distanceKm, count(frame, setup, kind));
  return easyRun(distanceKm);
}

/** Whether the week's runs of somebody new to running are run and walk. */
export function isWalkWeek(frame: WeekFrame, setup: Setup): boolean {
  return setup.fromZero && Math.floor((frame.monday + 6 - setup.startDay) / 7) < WALK_WEEKS;
}

/** For those who start from nothing: minutes of running with a walk between, more and longer from week to week. */
export function firstRun(
  frame: WeekFrame,
  setup: Setup,
  distanceKm: number,
  kind: "easy" | "long",
): Session | null {
  if (!isWalkWeek(frame, setup)) return null;
  const minutes = 1 + Math.floor((frame.monday + 6 - setup.startDay) / 7);
  const oneKm = setup.resolve(runAndWalk(1, minutes, kind)).plannedKm;
  return runAndWalk(Math.max(2, Math.floor(distanceKm / oneKm + 1e-9)), minutes, kind);
}

function noteShortened(state: PlanState, day: number): void {
  const at = (((day + 3) % 7) + 7) % 7;
  state.shortened[at] = (state.shortened[at] ?? 0) + 1;
}

/** Days of the week that are to be run and hold nothing yet. */
function openDays(
  { monday }: WeekFrame,
  roles: readonly (DayRole | null)[],
  taken: readonly Placed[],
): number[] {
  const open: number[] = [];
  for (let at = 0; at < roles.length; at++) {
    const role = roles[at];
    if (role === null || role === "race" || taken.some(({ day }) => day === monday + at)) continue;
    open.push(monday + at);
  }
  return open;
}

/**
 * Fills the easy days with what the long run and the quality sessions leave of the week: shorter after and before
 * demanding days, none near the long run's length, none past the 30-day rule. Days for which nothing worth running is
 * left stay free.
 */
export function planEasy(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  roles: readonly (DayRole | null)[],
  trainingKm: number,
  longKm: number,
  taken: readonly Placed[],
): Placed[] {
  let days = openDays(frame, roles, taken);
  if (days.length === 0) return [];
  let takenKm = 0;
  for (const { made } of taken) takenKm += made.plannedKm;
  let leftKm = trainingKm - takenKm;
  const affordable = Math.floor(leftKm / LEAST_EASY_KM);
  // The days that go first are those next to a hard day: rest serves them best.
  if (affordable < days.length) days = days.slice(0, Math.max(taken.length > 0 ? 0 : 1, affordable));
  const demanding = new Set([state.lastDemandingDay]);
  let longDay: number | null = null;
  for (const { day, session } of taken) {
    if (session.hard || session.kind === "long") demanding.add(day);
    if (session.kind === "long") longDay = day;
  }
  // After a month off the long run is no leap over the others, which are all alike and without extras.
  const isBack = isAfterMonthOff(state, setup.startDay, frame.monday);
  const allowedKm = isBack ? longestAfterMonthOff(state, frame) : longestAllowed(state, frame.monday + 6);
  const mostOfLong = isBack ? 1 : MOST_OF_LONG;
  const usualKm = (state.volume.taperFromKm ?? trainingKm) / Math.max(3, setup.runs);
  const capOf = (day: number, near: number): number =>
    Math.min(
      allowedKm,
      LONGEST_EASY_KM,
      longKm > 0 ? longKm * mostOfLong : Number.POSITIVE_INFINITY,
      setup.races.has(day + 1) ? SHAKE_OUT_KM : Number.POSITIVE_INFINITY,
      near < 1 ? Math.max(LEAST_NEAR_RACE_KM, usualKm * near) : Number.POSITIVE_INFINITY,
      frame.races.length > 0 ? Math.max(LEAST_NEAR_RACE_KM, usualKm * 1.1) : Number.POSITIVE_INFINITY,
      days.length + taken.length >= 7 && demanding.has(day - 1) && day === days[0] ? RECOVERY_JOG_KM : 99,
    );
  const strides = stridesDay(days, demanding, setup);
  const ordered = days.map((day) => {
    const near = nearRace(setup, day);
    return {
      day,
      cap: Math.min(capOf(day, near), easyKmOn(setup, day)),
      weight: (isBack ? 1 : weightOf(day, demanding, longDay)) * near,
    };
  });
  if (ordered.length > 1) ordered.sort((a, b) => a.cap / a.weight - b.cap / b.weight || a.day - b.day);
  let weights = 0;
  for (const { weight } of ordered) weights += weight;
  const placed: Placed[] = [];
  for (const { day, cap, weight } of ordered) {
    const fairKm = (leftKm * weight) / weights;
    const aimKm = Math.min(cap, fairKm);
    weights -= weight;
    const role = roles[day - frame.monday] ?? "easy";
    let kind = isBack ? null : extraFor(role, frame, setup, demanding.has(day - 1), day === strides);
    let extraKm = kind === null ? 0 : setup.resolve(sessionFor(1, kind, frame, setup)).plannedKm - 1;
    if (aimKm - extraKm < LEAST_WITH_EXTRA_KM) [kind, extraKm] = [null, 0];
    const most = kind === null ? aimKm : Math.min(LONGEST_WITH_EXTRA_KM, aimKm - extraKm);
    const distanceKm = Math.max(Math.min(1, cap), roundDown(most));
    const run = runOn(setup, day, distanceKm, (each) => {
      const held = each < LEAST_WITH_EXTRA_KM ? null : kind;
      return (
        (held === null ? firstRun(frame, setup, each, "easy") : null) ?? sessionFor(each, held, frame, setup)
      );
    });
    if (cap >= easyKmOn(setup, day) && fairKm > cap) noteShortened(state, day);
    leftKm -= run.made.plannedKm;
    placed.push(run);
  }
  return placed;
}
