import { addDays } from "@repo/core/calendar";
import type { PlannedWorkout, Season, SeasonRequest } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import type { Tx } from "@repo/db";
import {
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

/** The season that the athlete follows (the latest one assigned), or null. */
export async function readSeasonOf(db: Tx, athleteId: string): Promise<Season | null> {
  const assigned = (await listSeasons(db, athleteId)).filter((season) => season.status === "assigned");
  const season = assigned.sort((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1);
  if (!season) return null;
  return seasonOfRows({
    season,
    phases: await listSeasonPhases(db, athleteId, season.id),
    weeks: await listSeasonWeeks(db, athleteId, season.id),
    workouts: await listSeasonWorkouts(db, athleteId, season.id),
  });
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
