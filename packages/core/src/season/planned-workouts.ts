import type { PlannedWorkout, Season } from "./schema.ts";

/** Everything an athlete has planned, as far as it was read: a season, and what stands beside it. */
export type Plans = {
  season?: Season | null | undefined;
  planned?: readonly PlannedWorkout[] | null | undefined;
};

/** All planned workouts, those of the season and those beside it, by day. */
export function plannedWorkouts({ season, planned }: Plans): PlannedWorkout[] {
  const inSeason = (season?.weeks ?? []).flatMap((week) => week.workouts);
  if (!planned || planned.length === 0) return inSeason;
  return [...inSeason, ...planned].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
