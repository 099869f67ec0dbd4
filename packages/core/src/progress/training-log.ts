import type { Activity } from "@repo/core/activities";
import type { Athlete } from "@repo/core/athlete";
import { dayNumber, fromDayNumber, type IsoDate } from "@repo/core/calendar";
import { equivalentTimeS, scoreOfResult } from "@repo/core/paces";
import type { Result } from "@repo/core/results";
import { type PlannedWorkout, type Plans, plannedWorkouts, type Season } from "@repo/core/season";
import type { CheckIn } from "@repo/core/wellness";
import { readSession, type Session } from "./read-session.ts";

export type ScoredResult = { day: number; result: Result; score: number; speedPct: number };
export type LoggedCheckIn = { day: number; checkIn: CheckIn };

/** A history made ready for questions about any day: everything sorted by day, every entry read once. */
export type TrainingLog = {
  athlete: Athlete;
  season: Season | null;
  planned: readonly (PlannedWorkout & { day: number })[];
  sessions: readonly Session[];
  checkIns: readonly LoggedCheckIn[];
  results: readonly ScoredResult[];
  /** First and last day with any entry; null for an empty history. */
  firstDay: number | null;
  lastDay: number | null;
};

const MIN_RACE_M = 1400;

type HistoryParts = Plans & {
  athlete?: Athlete | null;
  activities?: readonly Activity[];
  wellness?: readonly CheckIn[];
  results?: readonly Result[];
};

/** Prepares what an athlete owns. What is asked of the log as of a day rests on entries of that day and earlier alone. */
export function prepareLog(history: HistoryParts): TrainingLog {
  const season = history.season ?? null;
  const planned = plannedWorkouts(history).map((workout) => ({ ...workout, day: dayNumber(workout.date) }));
  planned.sort((a, b) => a.day - b.day);
  const byId = new Map(planned.flatMap((workout) => (workout.id ? [[workout.id, workout] as const] : [])));
  const sessions = (history.activities ?? [])
    .map((activity) => readSession(activity, byId.get(activity.plannedWorkoutId ?? "") ?? null))
    .sort(inOrder);
  const checkIns = (history.wellness ?? [])
    .map((checkIn) => ({ day: dayNumber(checkIn.date), checkIn }))
    .sort((a, b) => a.day - b.day);
  const told = onceEach(history.results ?? []);
  const results = [...told, ...racedActivities(told, sessions)]
    .flatMap(scored)
    .sort((a, b) => a.day - b.day || a.score - b.score);
  const days = [...sessions, ...checkIns, ...results].map((entry) => entry.day);
  return {
    athlete: history.athlete ?? {},
    season,
    planned,
    sessions,
    checkIns,
    results,
    firstDay: days.length ? days.reduce((low, day) => Math.min(low, day)) : null,
    lastDay: days.length ? days.reduce((high, day) => Math.max(high, day)) : null,
  };
}

/** The same race entered twice is one result. */
function onceEach(results: readonly Result[]): Result[] {
  const keyOf = (result: Result) => `${result.date} ${result.distanceM} ${result.timeS}`;
  return [...new Map(results.map((result) => [keyOf(result), result])).values()];
}

/** Runs that call themselves a race or a test and stand in no result: an athlete's log before it knew results. */
function racedActivities(results: readonly Result[], sessions: readonly Session[]): Result[] {
  const dates = new Set(results.map((result) => result.date));
  return sessions.flatMap(({ kind, run, distanceM, activity }) => {
    if (kind !== "race" || !run || distanceM < MIN_RACE_M || dates.has(activity.date)) return [];
    return [{ date: activity.date, kind: "race" as const, distanceM, timeS: activity.durationS }];
  });
}

function inOrder(a: Session, b: Session): number {
  if (a.day !== b.day) return a.day - b.day;
  const [startA, startB] = [a.activity.startTime ?? "", b.activity.startTime ?? ""];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return a.activity.id < b.activity.id ? -1 : 1;
}

function scored(result: Result): ScoredResult[] {
  const score = scoreOfResult(result);
  if (score === null) return [];
  const speedPct = speedPctOf(score);
  return speedPct === null ? [] : [{ day: dayNumber(result.date), result, score, speedPct }];
}

/** 100 × ln of the 5 km speed a score is worth: differences are percent of speed, whatever the distance raced. */
export function speedPctOf(score: number): number | null {
  const time = equivalentTimeS(score, 5000);
  return time.known ? 100 * Math.log(5000 / time.value) : null;
}

/** The entries with from ≤ day ≤ to of a list sorted by day. */
export function between<T extends { day: number }>(entries: readonly T[], from: number, to: number): T[] {
  return entries.slice(firstAt(entries, from), firstAt(entries, to + 1));
}

/** Index of the first entry on or after a day. */
export function firstAt(entries: readonly { day: number }[], day: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The calendar day of a day number of the log. */
export function dateOf(day: number): IsoDate {
  return fromDayNumber(day);
}
