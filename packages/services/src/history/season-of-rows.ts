import { addDays, type IsoDate } from "@repo/core/calendar";
import type { PlannedWorkout, Season, SeasonRequest } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import type { Tx } from "@repo/db";
import {
  listPlannedWorkouts,
  listSeasonPhases,
  listSeasons,
  listSeasonWeeks,
  listSeasonWorkouts,
  type PlannedWorkoutRow,
  type SeasonPhaseRow,
  type SeasonRow,
  type SeasonWeekRow,
} from "@repo/db/queries";

export type SeasonRows = {
  season: SeasonRow;
  phases: SeasonPhaseRow[];
  weeks: SeasonWeekRow[];
  workouts: PlannedWorkoutRow[];
};

/** A stored season in the contract's shape. Steps are resolved where they are shown: the rows keep intents. */
export function seasonOfRows({ season, phases, weeks, workouts }: SeasonRows): Season {
  return {
    ...season.extra,
    format: "mesocycle/season",
    version: 1,
    request: season.request as SeasonRequest,
    phases: phases.map((phase) => ({
      ...phase.extra,
      kind: phase.kind,
      start: phase.startsOn,
      end: phase.endsOn,
    })),
    weeks: weeks.map((week) => ({
      ...week.extra,
      start: week.startsOn,
      phase: week.phase,
      targetKm: week.targetKm,
      cutback: week.cutback,
      workouts: workouts
        .filter((row) => row.localDate >= week.startsOn && row.localDate <= addDays(week.startsOn, 6))
        .map(plannedOf),
    })),
  };
}

/** The assigned season that holds a day, else the next one, else the last; without a day the last. Null without any. */
export async function readSeasonOf(db: Tx, athleteId: string, on?: IsoDate): Promise<Season | null> {
  const assigned = await assignedSeasons(db, athleteId);
  const followed = on === undefined ? undefined : assigned.find((season) => season.endsOn >= on);
  const season = followed ?? assigned.at(-1);
  return season ? await readSeason(db, athleteId, season) : null;
}

/**
 * What an athlete follows from a day on: the season that holds it, and those assigned after it, as one season. Else the
 * last one; null without any.
 */
export async function readSeasonsFrom(db: Tx, athleteId: string, from: IsoDate): Promise<Season | null> {
  const assigned = await assignedSeasons(db, athleteId);
  const coming = assigned.filter((season) => season.endsOn >= from);
  const seasons: Season[] = [];
  for (const season of coming.length > 0 ? coming : assigned.slice(-1)) {
    seasons.push(await readSeason(db, athleteId, season));
  }
  const [first, ...later] = seasons;
  if (!first || later.length === 0) return first ?? null;
  const races = seasons.flatMap((season) => season.request?.races ?? []);
  return {
    ...first,
    request: first.request ? { ...first.request, races } : first.request,
    phases: seasons.flatMap((season) => season.phases ?? []),
    weeks: seasons.flatMap((season) => season.weeks),
  };
}

/** By their days, which do not overlap: assigning one takes the place of those in its way. */
async function assignedSeasons(db: Tx, athleteId: string): Promise<SeasonRow[]> {
  const seasons = await listSeasons(db, athleteId);
  return seasons
    .filter((season) => season.status === "assigned")
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
}

async function readSeason(db: Tx, athleteId: string, season: SeasonRow): Promise<Season> {
  return seasonOfRows({
    season,
    phases: await listSeasonPhases(db, athleteId, season.id),
    weeks: await listSeasonWeeks(db, athleteId, season.id),
    workouts: await listSeasonWorkouts(db, athleteId, season.id),
  });
}

const EVER = { from: "1900-01-01", to: "2199-12-31" };

/**
 * What an athlete has planned that does not stand in a season's weeks: before or after them, in seasons that are over,
 * or without any. Drafts are no plan yet.
 */
export async function readPlannedBeside(
  db: Tx,
  athleteId: string,
  season: Season | null,
): Promise<PlannedWorkout[]> {
  const inSeason = new Set(season?.weeks.flatMap((week) => week.workouts).map(({ id }) => id));
  const rows = await listPlannedWorkouts(db, athleteId, EVER);
  return rows.filter(({ id }) => !inSeason.has(id)).map(plannedOf);
}

/** A planned workout row in the contract's shape; its steps stay intents. */
export function plannedOf(row: PlannedWorkoutRow): PlannedWorkout {
  return {
    ...row.extra,
    id: row.id,
    date: row.localDate,
    workout: row.libraryId,
    kind: WorkoutKind.catch("easy").parse(row.kind),
    hard: row.hard,
    title: row.title,
    text: row.text,
    distanceM: row.distanceM,
    durationS: row.durationS,
    load: row.loadX10 === null ? null : row.loadX10 / 10,
    status: row.status,
    statusReason: row.statusReason,
  };
}
