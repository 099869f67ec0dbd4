import type { Level } from "@repo/core/athlete";
import { addDays, WEEKDAYS, weekdayOf } from "@repo/core/calendar";
import { type Race, readSeasonRequest, type SeasonRequest } from "@repo/core/season";

const RACE_DISTANCES_M = [1_609, 3_000, 5_000, 10_000, 15_000, 21_097, 42_195, 80_000] as const;
const RESULTS = [null, [5_000, 1_262], [10_000, 3_600], [21_097, 5_100], [1_609, 420]] as const;
const LEVELS: readonly Level[] = ["beginner", "intermediate", "advanced"];
const INJURIES = ["hamstring", "achilles", "knee", "calf"] as const;
const PRIORITIES = ["A", "A", "B", "C"] as const;

/** Whole numbers a request is made of: as many as {@link seasonRequestOf} may ask for. */
export const REQUEST_CHOICES = 64;

/**
 * A season request free of contradictions, sensible or not, made from whole numbers ≥ 0: the same numbers, the same
 * request. For property tests, which choose the numbers.
 */
export function seasonRequestOf(choices: readonly number[]): SeasonRequest {
  let at = 0;
  const next = () => choices[at++ % Math.max(1, choices.length)] ?? 0;
  const below = (end: number) => next() % end;
  const from = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const maybe = <T>(value: T) => (below(2) === 0 ? null : value);

  const start = addDays("2026-01-05", below(500));
  const currentWeeklyKm = below(6) === 0 ? 0 : 3 + below(1_370) / 10;
  const longRunDay = maybe(from(WEEKDAYS));
  const unavailable = WEEKDAYS.filter((day) => day !== longRunDay && below(5) === 0).slice(0, 5);
  const result = from(RESULTS);
  const races = Array.from({ length: below(7) }, (): Race => {
    return {
      date: addDays(start, below(700)),
      distanceM: from(RACE_DISTANCES_M),
      priority: from(PRIORITIES),
    };
  });
  return readSeasonRequest({
    format: "mesocycle/season-request",
    version: 1,
    start,
    level: from(LEVELS),
    runsPerWeek: 1 + below(9),
    currentWeeklyKm,
    longestRunLast30DaysKm: maybe(Math.round(currentWeeklyKm * below(90)) / 100),
    peakWeeklyKm: maybe(Math.min(300, Math.round((currentWeeklyKm * (50 + below(250))) / 100))),
    strengthPerWeek: maybe(below(5)),
    longRunDay,
    unavailable: maybe(unavailable),
    blackoutDates: maybe(Array.from({ length: below(25) }, () => addDays(start, below(400)))),
    recentResult: result ? { distanceM: result[0], timeS: result[1], date: addDays(start, -10) } : null,
    races,
    injuryHistory: maybe(INJURIES.filter(() => below(3) === 0)),
  });
}

/** Whether a request lets something be planned on a day. */
export function isOpenDay(request: SeasonRequest, date: string): boolean {
  if (date < request.start) return false;
  return !request.unavailable?.includes(weekdayOf(date)) && !request.blackoutDates?.includes(date);
}
