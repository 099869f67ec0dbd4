import { addDays, type IsoDate, weekStartOf } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { Pacing } from "@repo/core/paces";
import { buildSeason, pacingOfRequest } from "./build-season.ts";
import type { NotHonoured, Race, Season, SeasonPhase, SeasonRequest, SeasonWeek } from "./schema.ts";

export type RaceMove = {
  /** Which race: its date, and its distance in metres where two share the date. */
  from: IsoDate;
  distanceM?: number;
  to: IsoDate;
  /** The first day that may still change; weeks before its week stay as they are. */
  today: IsoDate;
};

export type MovedSeason = {
  season: Season;
  /** What the moved season cannot honour and the old one could. */
  broken: NotHonoured[];
  /** Weeks whose content changed, by their Monday. */
  changedWeeks: IsoDate[];
};

function moved(request: SeasonRequest, move: RaceMove): { request: SeasonRequest; race: Race } {
  const at = request.races.findIndex(
    (race) => race.date === move.from && (move.distanceM === undefined || race.distanceM === move.distanceM),
  );
  const race = request.races[at];
  if (!race) {
    throw new AppError(
      "NOT_FOUND",
      `There is no race on ${move.from} to move. Choose a day on which one is planned.`,
    );
  }
  const races = request.races.with(at, { ...race, date: move.to });
  return { request: { ...request, races }, race };
}

function splicedPhases(old: Season, fresh: Season, cut: IsoDate): SeasonPhase[] {
  const before = old.phases
    .filter((phase) => phase.start < cut)
    .map((phase) => (phase.end >= cut ? { ...phase, end: addDays(cut, -1) } : phase));
  const after = fresh.phases
    .filter((phase) => phase.end >= cut)
    .map((phase) => (phase.start < cut ? { ...phase, start: cut } : phase));
  const last = before.at(-1);
  const first = after[0];
  if (!last || !first || last.kind !== first.kind) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, end: first.end }, ...after.slice(1)];
}

function sameWeek(a: SeasonWeek | undefined, b: SeasonWeek | undefined): boolean {
  if (!a || !b || a.phase !== b.phase || a.workouts.length !== b.workouts.length) return false;
  return a.workouts.every((workout, at) => {
    const other = b.workouts[at];
    return other?.date === workout.date && other.title === workout.title && other.text === workout.text;
  });
}

function changed(old: Season, fresh: Season): IsoDate[] {
  const before = new Map(old.weeks.map((week) => [week.start, week]));
  const after = new Map(fresh.weeks.map((week) => [week.start, week]));
  const starts = [...new Set([...before.keys(), ...after.keys()])].sort();
  return starts.filter((start) => !sameWeek(before.get(start), after.get(start)));
}

/**
 * Moves a race and lays the season out anew from the week of `today` on; what lies before stays untouched. Says which
 * weeks change and which wishes break.
 *
 * @throws {AppError} NOT_FOUND without such a race; INVALID for a season without its request
 */
export function moveRace(season: Season, move: RaceMove, pacing?: Pacing): MovedSeason {
  const { request } = moved(requestOf(season), move);
  return changeRaces(season, { races: request.races, today: move.today }, pacing);
}

/**
 * Lays a season out anew for other races, from the week of `today` on, as {@link moveRace} does for one.
 *
 * @throws {AppError} INVALID for a season without its request
 */
export function changeRaces(
  season: Season,
  change: { races: readonly Race[]; today: IsoDate },
  pacing?: Pacing,
): MovedSeason {
  const request = { ...requestOf(season), races: [...change.races] };
  const fresh = buildSeason(request, pacing ?? pacingOfRequest(request));
  const cut = weekStartOf(change.today);
  const weeks = [
    ...season.weeks.filter((week) => week.start < cut),
    ...fresh.weeks.filter((week) => week.start >= cut),
  ];
  const result: Season = { ...fresh, weeks, phases: splicedPhases(season, fresh, cut) };
  const known = new Set((season.notHonoured ?? []).map((each) => `${each.code} ${each.dates.join()}`));
  const broken = (fresh.notHonoured ?? []).filter(
    (each) => !known.has(`${each.code} ${each.dates.join()}`) && each.dates.every((date) => date >= cut),
  );
  return { season: result, broken, changedWeeks: changed(season, result) };
}

function requestOf(season: Season): SeasonRequest {
  if (season.request) return season.request;
  throw new AppError(
    "INVALID",
    "This season does not say what it was asked for, so its races cannot be changed. Ask for a season with them.",
  );
}
