import { INJURY_SITE_EXPECTED, isInjurySite } from "@repo/core/athlete";
import { addDays, daysBetween } from "@repo/core/calendar";
import { type Fault, invalidFile } from "@repo/core/errors";
import { possibleTimesS } from "@repo/core/results";
import { fillSeason } from "./fill-season.ts";
import { Season, SeasonRequest } from "./schema.ts";
import { parseFile } from "./season-faults.ts";
import { PLANNER } from "./season-limits.ts";

function timeFault(path: string, distanceM: number, timeS: number): Fault | null {
  const found = `${timeS} s for ${distanceM} m`;
  const [least, most] = possibleTimesS(distanceM);
  if (timeS < least) return { path, found, expected: `a time a person has run: over ${Math.ceil(least)} s` };
  return timeS > most ? { path, found, expected: `at most ${Math.floor(most)} s` } : null;
}

function raceFaults(request: SeasonRequest): Fault[] {
  const faults: Fault[] = [];
  const lastDay = addDays(request.start, PLANNER.maxWeeks * 7 - 1);
  request.races.forEach((race, at) => {
    if (race.date < request.start) {
      const expected = `a day on or after start (${request.start})`;
      faults.push({ path: `races[${at}].date`, found: race.date, expected });
    }
    if (race.date > lastDay) {
      const expected = `a day within ${PLANNER.maxWeeks} weeks of start (by ${lastDay})`;
      faults.push({ path: `races[${at}].date`, found: race.date, expected });
    }
    const goal = race.goalTimeS ? timeFault(`races[${at}].goalTimeS`, race.distanceM, race.goalTimeS) : null;
    if (goal) faults.push(goal);
  });
  return faults;
}

function resultFaults(request: SeasonRequest): Fault[] {
  const result = request.recentResult;
  if (!result) return [];
  const faults: Fault[] = [];
  const time = timeFault("recentResult.timeS", result.distanceM, result.timeS);
  if (time) faults.push(time);
  if (result.date && result.date > request.start) {
    const expected = `a day on or before start (${request.start})`;
    faults.push({ path: "recentResult.date", found: result.date, expected });
  }
  return faults;
}

function availabilityFaults(request: SeasonRequest): Fault[] {
  const unavailable = new Set(request.unavailable ?? []);
  const faults: Fault[] = [];
  if (unavailable.size === 7) {
    const expected = "at least one weekday left to run on";
    faults.push({ path: "unavailable", found: "all seven weekdays", expected });
  } else if (request.longRunDay && unavailable.has(request.longRunDay)) {
    const expected = "a weekday that is not in unavailable";
    faults.push({ path: "longRunDay", found: `"${request.longRunDay}"`, expected });
  }
  if (request.longestRunLast30DaysKm != null && request.currentWeeklyKm > 0) {
    const monthKm = request.currentWeeklyKm * 5;
    if (request.longestRunLast30DaysKm > monthKm) {
      const found = `${request.longestRunLast30DaysKm} km with ${request.currentWeeklyKm} km a week`;
      faults.push({ path: "longestRunLast30DaysKm", found, expected: `at most ${monthKm} km` });
    }
  }
  return faults;
}

/** A place that no rule knows would be taken in silence and change nothing. */
function injuryFaults(request: SeasonRequest): Fault[] {
  return (request.injuryHistory ?? []).flatMap((site, at) =>
    isInjurySite(site)
      ? []
      : [{ path: `injuryHistory[${at}]`, found: JSON.stringify(site), expected: INJURY_SITE_EXPECTED }],
  );
}

/** Contradictions that no schema sees: each with its path, what was found and what was expected. */
export function requestFaults(request: SeasonRequest): Fault[] {
  return [
    ...raceFaults(request),
    ...resultFaults(request),
    ...availabilityFaults(request),
    ...injuryFaults(request),
  ];
}

/**
 * Reads a season request (`mesocycle/season-request`, version 1) from parsed JSON.
 *
 * @throws {AppError} INVALID with every fault (path, found, expected) of a file that is malformed or contradicts itself
 */
export function readSeasonRequest(json: unknown): SeasonRequest {
  const request = parseFile(SeasonRequest, json, "The season request");
  const faults = requestFaults(request);
  if (faults.length > 0) throw invalidFile("The season request", faults);
  return request;
}

/** Weeks that come twice, and workouts outside their week. */
function weekFaults(season: Season): Fault[] {
  const faults: Fault[] = [];
  const starts = new Map<string, number>();
  season.weeks.forEach((week, at) => {
    const first = starts.get(week.start);
    starts.set(week.start, first ?? at);
    if (first !== undefined) {
      const expected = `another than weeks[${first}].start`;
      faults.push({ path: `weeks[${at}].start`, found: `${week.start} again`, expected });
    }
    week.workouts.forEach((workout, index) => {
      const offset = daysBetween(week.start, workout.date);
      if (offset >= 0 && offset <= 6) return;
      const path = `weeks[${at}].workouts[${index}].date`;
      const expected = `a day of the week ${week.start} to ${addDays(week.start, 6)}`;
      faults.push({ path, found: workout.date, expected });
    });
  });
  return faults;
}

/** A season in the order of its days, in whatever order its file has them; what shares a day keeps its place. */
function inOrder(season: Season): Season {
  const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    ...season,
    phases: season.phases.toSorted((a, b) => by(a.start, b.start)),
    weeks: season.weeks
      .map((week) => ({ ...week, workouts: week.workouts.toSorted((a, b) => by(a.date, b.date)) }))
      .toSorted((a, b) => by(a.start, b.start)),
  };
}

/** Phases that end before they start. */
function phaseFaults({ phases }: Season): Fault[] {
  return phases.flatMap(({ start, end }, at) =>
    end < start ? [{ path: `phases[${at}].end`, found: end, expected: `a day on or after ${start}` }] : [],
  );
}

/**
 * Reads a season (`mesocycle/season`, version 1), ours or somebody else's, in the order of its days. What follows from the
 * rest may be missing: `hard`, titles, `targetKm`, `cutback`, fields of steps without a value.
 *
 * @throws {AppError} INVALID with every fault of a malformed file, or of one with workouts outside their week, weeks that come twice or phases that end before they start
 */
export function readSeason(json: unknown): Season {
  const season = parseFile(Season, fillSeason(json), "The season");
  const faults = [...weekFaults(season), ...phaseFaults(season)];
  if (faults.length > 0) throw invalidFile("The season", faults.slice(0, 20));
  return inOrder(season);
}
