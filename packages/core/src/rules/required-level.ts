import type { Level } from "@repo/core/athlete";
import type { PlannedWorkout } from "@repo/core/season";
import { libraryWorkout } from "@repo/core/workouts";

/** The level a workout of the library asks for; null for a workout of one's own, or one the library does not know. */
export function requiredLevel(workout: PlannedWorkout): Level | null {
  return workout.workout ? (libraryWorkout(workout.workout)?.level ?? null) : null;
}
