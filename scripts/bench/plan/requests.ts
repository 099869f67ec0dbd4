import { readSeasonRequest, type SeasonRequest } from "../../../packages/core/src/season/index.ts";

function requestOver(races: SeasonRequest["races"]): SeasonRequest {
  return readSeasonRequest({
    format: "mesocycle/season-request",
    version: 1,
    start: "2026-01-05",
    level: "intermediate",
    runsPerWeek: 5,
    currentWeeklyKm: 40,
    longestRunLast30DaysKm: 14,
    peakWeeklyKm: 65,
    strengthPerWeek: 2,
    longRunDay: "sun",
    unavailable: ["fri"],
    recentResult: { distanceM: 5000, timeS: 1262, date: "2025-12-20" },
    races,
  });
}

/** A year with two goal races. */
export const YEAR = requestOver([
  { date: "2026-05-17", distanceM: 10_000, priority: "A" },
  { date: "2026-12-20", distanceM: 21_097, priority: "A" },
]);
/** The same twice. */
export const TWO_YEARS = requestOver([
  { date: "2026-05-17", distanceM: 10_000, priority: "A" },
  { date: "2026-12-20", distanceM: 21_097, priority: "A" },
  { date: "2027-05-16", distanceM: 10_000, priority: "A" },
  { date: "2027-12-19", distanceM: 21_097, priority: "A" },
]);
