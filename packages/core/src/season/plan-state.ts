import type { Level } from "@repo/core/athlete";
import { dayNumber, WEEKDAYS } from "@repo/core/calendar";
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
  /** Every race that is run, by day number. */
  races: ReadonlyMap<number, Race>;
  goalDays: readonly number[];
  runs: number;
  longDay: number;
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
  /** Last long run planned, for the weeks after a break. */
  lastLongKm: number;
};

/** A session on a day number. */
export type Placed = { day: number; session: Session; made: Materialised };

/** The state before the first week. */
export function startState(request: SeasonRequest): PlanState {
  const startDay = dayNumber(request.start);
  const longest = request.longestRunLast30DaysKm ?? 0;
  return {
    volume: startVolume(request),
    history: longest > 0 ? [{ day: startDay - 1, km: longest }] : [],
    lastDemandingDay: startDay - 7,
    given: new Map(),
    lastLongKm: longest > 0 ? longest : request.currentWeeklyKm * 0.3,
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

/** The longest run a day may hold: 1.10 × the longest of 30 days; after a break, less than the last long run. */
export function longestAllowed(state: PlanState, day: number): number {
  const longest = longestBefore(state, day);
  if (longest > 0) return longest * PLANNER.longRunJump;
  return state.lastLongKm > 0 ? Math.max(3, state.lastLongKm * 0.7) : 4;
}

const SAME_SESSION_DAYS = 42;

/** Whether a session has been given as often in six weeks as it may. */
export function isStale(state: PlanState, key: string, day: number): boolean {
  const days = state.given.get(key) ?? [];
  return days.filter((each) => day - each <= SAME_SESSION_DAYS).length >= PLANNER.sameSessionTimes;
}

/** Notes that a session is given. */
export function noteGiven(state: PlanState, key: string, day: number): void {
  const days = state.given.get(key);
  if (days) days.push(day);
  else state.given.set(key, [day]);
}
