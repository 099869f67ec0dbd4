import type { PlannedWorkout, Season } from "@repo/core/season";
import { parseWorkout } from "@repo/core/workouts";
import { newId } from "@repo/db";
import type { NewPlannedWorkout, NewSeasonPhase, NewSeasonWeek } from "@repo/db/queries";

/** Phases and weeks as rows. */
export function outlineRows(season: Season): { phases: NewSeasonPhase[]; weeks: NewSeasonWeek[] } {
  return {
    phases: season.phases.map(({ kind, start, end }) => ({ kind, startsOn: start, endsOn: end })),
    weeks: season.weeks.map(({ start, phase, targetKm, cutback }) => ({
      startsOn: start,
      phase,
      targetKm,
      cutback,
    })),
  };
}

type Belonging = Pick<NewPlannedWorkout, "seasonId" | "orgId" | "authorId" | "isAssigned">;

/** Workouts as rows with ids of their own, in order within each day. */
export function workoutRows(workouts: readonly PlannedWorkout[], of: Belonging): NewPlannedWorkout[] {
  const places = new Map<string, number>();
  return workouts.map((workout) => {
    const position = places.get(workout.date) ?? 0;
    places.set(workout.date, position + 1);
    return { ...of, ...contentOf(workout), id: newId(), seasonKey: workout.id ?? null, position };
  });
}

/** What a workout says, as columns: all that an edit can change but its place. */
export function contentOf(workout: PlannedWorkout) {
  const text = workout.text?.trim() ? workout.text : null;
  const parsed = text ? parseWorkout(text) : null;
  return {
    localDate: workout.date,
    libraryId: workout.workout ?? null,
    kind: workout.kind,
    hard: workout.hard,
    title: workout.title,
    text,
    blocks: parsed?.ok ? parsed.blocks : null,
    distanceM: workout.distanceM ?? null,
    durationS: workout.durationS ?? null,
    loadX10: workout.load == null ? null : Math.round(workout.load * 10),
  };
}
