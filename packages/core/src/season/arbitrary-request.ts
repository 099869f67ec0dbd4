import { addDays, WEEKDAYS, weekdayOf } from "@repo/core/calendar";
import fc from "fast-check";
import { readSeasonRequest } from "./read-season.ts";
import type { Race, SeasonRequest } from "./schema.ts";

const RACE_DISTANCES = [1_609, 3_000, 5_000, 10_000, 15_000, 21_097, 42_195, 80_000];

const race = fc.record({
  inDays: fc.integer({ min: 0, max: 700 }),
  distanceM: fc.constantFrom(...RACE_DISTANCES),
  priority: fc.constantFrom("A" as const, "A" as const, "B" as const, "C" as const),
});

/** Any request that is free of contradictions: what a coach could hand in, sensible or not. For tests. */
export const anySeasonRequest: fc.Arbitrary<SeasonRequest> = fc
  .record({
    startInDays: fc.integer({ min: 0, max: 500 }),
    level: fc.constantFrom("beginner" as const, "intermediate" as const, "advanced" as const),
    runsPerWeek: fc.integer({ min: 1, max: 9 }),
    currentWeeklyKm: fc.oneof(fc.constant(0), fc.double({ min: 3, max: 140, noNaN: true })),
    longestShare: fc.option(fc.double({ min: 0, max: 0.9, noNaN: true })),
    peakFactor: fc.option(fc.double({ min: 0.5, max: 3, noNaN: true })),
    strengthPerWeek: fc.option(fc.integer({ min: 0, max: 4 })),
    longRunDay: fc.option(fc.constantFrom(...WEEKDAYS)),
    unavailable: fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 5 })),
    blackout: fc.option(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 25 })),
    result: fc.option(fc.constantFrom([5_000, 1_262], [10_000, 3_600], [21_097, 5_100], [1_609, 420])),
    races: fc.array(race, { maxLength: 6 }),
    injuries: fc.option(fc.subarray(["hamstring", "achilles", "knee", "calf"])),
  })
  .map((seed) => {
    const start = addDays("2026-01-05", seed.startInDays);
    const currentWeeklyKm = Math.round(seed.currentWeeklyKm * 10) / 10;
    const unavailable = seed.unavailable?.filter((day) => day !== seed.longRunDay);
    const races: Race[] = seed.races.map(({ inDays, distanceM, priority }) => ({
      date: addDays(start, inDays),
      distanceM,
      priority,
    }));
    const [distanceM, timeS] = seed.result ?? [];
    return readSeasonRequest({
      format: "mesocycle/season-request",
      version: 1,
      start,
      level: seed.level,
      runsPerWeek: seed.runsPerWeek,
      currentWeeklyKm,
      longestRunLast30DaysKm:
        seed.longestShare === null ? null : Math.round(currentWeeklyKm * seed.longestShare * 10) / 10,
      peakWeeklyKm:
        seed.peakFactor === null ? null : Math.min(300, Math.round(currentWeeklyKm * seed.peakFactor)),
      strengthPerWeek: seed.strengthPerWeek,
      longRunDay: seed.longRunDay,
      unavailable,
      blackoutDates: seed.blackout?.map((day) => addDays(start, day)),
      recentResult: distanceM && timeS ? { distanceM, timeS, date: addDays(start, -10) } : null,
      races,
      injuryHistory: seed.injuries,
    });
  });

/** Whether a day is one on which the request lets something be planned. */
export function isOpenDay(request: SeasonRequest, date: string): boolean {
  if (date < request.start) return false;
  return !request.unavailable?.includes(weekdayOf(date)) && !request.blackoutDates?.includes(date);
}
