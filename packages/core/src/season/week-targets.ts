import type { IsoDate } from "@repo/core/calendar";
import { isRun } from "./is-run.ts";
import type { PhaseKind, Season } from "./schema.ts";

/** What a week aims at, for charts and tables. Kilometres are the plan's, races with them; null is not known. */
export type WeekTarget = {
  start: IsoDate;
  phase: PhaseKind;
  targetKm: number | null;
  cutback: boolean;
  runs: number;
  hardSessions: number;
  longestKm: number | null;
  load: number | null;
};

/** The season week by week: volume, runs, hard sessions, longest run and planned load. Null where a workout's is unknown. */
export function weekTargets(season: Season): WeekTarget[] {
  return season.weeks.map((week) => {
    const runs = week.workouts.filter((workout) => isRun(workout.kind));
    const distances = runs.flatMap((run) => (run.distanceM == null ? [] : [run.distanceM / 1000]));
    const loads = week.workouts.filter((workout) => workout.kind !== "rest").map((workout) => workout.load);
    const known = loads.every((load) => load != null);
    return {
      start: week.start,
      phase: week.phase,
      targetKm: week.targetKm,
      cutback: week.cutback,
      runs: runs.length,
      hardSessions: week.workouts.filter((workout) => workout.hard).length,
      longestKm: distances.length > 0 ? Math.max(...distances) : null,
      load: known ? Math.round(loads.reduce<number>((sum, load) => sum + (load ?? 0), 0)) : null,
    };
  });
}
