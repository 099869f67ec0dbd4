import type { Level } from "@repo/core/athlete";
import { dayNumber, WEEKDAYS } from "@repo/core/calendar";
import type { DayRoom } from "./day-room.ts";
import type { Materialised, Resolver } from "./materialise.ts";
import type { Race, SeasonRequest } from "./schema.ts";
import { PLANNER } from "./season-limits.ts";
import type { Session } from "./session-blocks.ts";
import type { StrengthResolver } from "./strength-sessions.ts";
import { startVolume, type Volume } from "./weekly-volume.ts";

/** What stays the same over a season. */
export type Setup = {
  request: SeasonRequest;
  level: Level;
  resolve: Resolver;
  strength: StrengthResolver;
  startDay: number;
  /** Availability by weekday, Monday first. */
  weekdays: boolean[];
  blackout: ReadonlySet<number>;
  /** Time the weekdays have; null where the request says nothing of it. */
  room: DayRoom | null;
  /** Weekdays too short for a long run or a hard session; null where none is. */
  tight: readonly boolean[] | null;
  /** Every race that is run, by day number. */
  races: ReadonlyMap<number, Race>;
  goalDays: readonly number[];
  runs: number;
  /** Second runs of a day, a week: for those who run daily and more (M74). */
  doubles: number;
  longDay: number;
  /** Whether the athlete does not run yet: the first weeks are run and walk. */
  fromZero: boolean;
  /** Hamstring or Achilles trouble before: hill sprints only, and gentle ones (M69). */
  gentleSprints: boolean;
};

/** What a week hands to the next. */
export type PlanState = {
  volume: Volume;
  /** Runs of the last weeks, oldest first, for the 30-day rule. */
  history: { day: number; km: number }[];
  /** Last day with a hard session, long run or race. */
  lastDemandingDay: number;
  /** Days on which each quality session was given, by its key: none is given on and on (M35). */
  given: Map<string, number[]>;
  /** How far each quality session has been taken: its last dose, and when. */
  reached: Map<string, { day: number; dose: number }>;
  /** Long runs with a fast end so far in this cycle: the end grows from one to the next. */
  finishes: number;
  /** Last long run planned, for the weeks after a break. */
  lastLongKm: number;
  /** Runs that are shorter than meant because their day is short, by weekday, Monday first. */
  shortened: number[];
};

/** A session on a day number. */
export type Placed = { day: number; session: Session; made: Materialised };

/** Where nobody says how long the longest run was: so much of a week that its first long run is about a third of it. */
const UNTOLD_LONGEST = 0.45;
/** What a long run after a break holds of the last one before it. */
const AFTER_BREAK = 0.7;

/** A longest run nobody told, kilometres: of few runs a week the longest holds at least its even share of the week. */
function untoldLongestKm({ currentWeeklyKm, runsPerWeek }: SeasonRequest): number {
  return currentWeeklyKm * Math.max(UNTOLD_LONGEST, 1 / runsPerWeek / AFTER_BREAK);
}

/** The state before the first week. */
export function startState(request: SeasonRequest): PlanState {
  const startDay = dayNumber(request.start);
  const longest = request.longestRunLast30DaysKm ?? 0;
  return {
    volume: startVolume(request),
    history: longest > 0 ? [{ day: startDay - 1, km: longest }] : [],
    lastDemandingDay: startDay - 7,
    given: new Map(),
    reached: new Map(),
    finishes: 0,
    lastLongKm: longest > 0 ? longest : untoldLongestKm(request),
    shortened: [0, 0, 0, 0, 0, 0, 0],
  };
}

/** Availability by weekday of a request. */
export function weekdaysOf(request: SeasonRequest): boolean[] {
  return WEEKDAYS.map((weekday) => !request.unavailable?.includes(weekday));
}

/** Longest run in the 30 days before a day, kilometres; 0 where none is known. */
export function longestBefore(state: PlanState, day: number): number {
  let longest = 0;
  for (let at = state.history.length - 1; at >= 0; at--) {
    const run = state.history[at];
    if (!run || run.day < day - 30) break;
    if (run.day < day && run.km > longest) longest = run.km;
  }
  return longest;
}

/** Whether a week ends with no run of the season in the month before it: then nothing says what its longest may be. */
export function isAfterMonthOff(state: PlanState, startDay: number, monday: number): boolean {
  return monday + 6 - startDay >= 30 && longestBefore(state, monday + 6) === 0;
}

/** A rise that no run is too short for, and a run that is short for anybody: our own numbers. */
const SMALL_RISE_KM = 0.29;
const SHORT_FOR_ANYBODY_KM = 3;

/** The longest run a day may hold: 1.10 × the longest of 30 days; after a break, less than the last long run. */
export function longestAllowed(state: PlanState, day: number): number {
  const longest = longestBefore(state, day);
  if (longest > 0)
    return Math.max(SHORT_FOR_ANYBODY_KM, longest * PLANNER.longRunJump, longest + SMALL_RISE_KM);
  return state.lastLongKm > 0 ? Math.max(SHORT_FOR_ANYBODY_KM, state.lastLongKm * AFTER_BREAK) : 4;
}

/**
 * The longest run of the first week after a month off. All of them are alike, so that the first is what the others are
 * held against; a short run of just a month ago, or a short race of the week, holds them all down.
 */
export function longestAfterMonthOff(
  state: PlanState,
  { monday, races }: { monday: number; races: readonly { distanceM: number }[] },
): number {
  const days = Array.from({ length: 7 }, (_, at) => longestAllowed(state, monday + at));
  const raced = races.map(({ distanceM }) =>
    Math.max(SHORT_FOR_ANYBODY_KM, (distanceM / 1000) * PLANNER.longRunJump),
  );
  return Math.min(...days, ...raced);
}

const SAME_SESSION_DAYS = 42;

/** How often a session has been given in six weeks. */
export function timesGiven(state: PlanState, key: string, day: number): number {
  let times = 0;
  for (const each of state.given.get(key) ?? []) if (day - each <= SAME_SESSION_DAYS) times += 1;
  return times;
}

/** Notes that a session is given. */
export function noteGiven(state: PlanState, key: string, day: number): void {
  const days = state.given.get(key);
  if (days) days.push(day);
  else state.given.set(key, [day]);
}
