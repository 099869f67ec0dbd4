import type { Level } from "@repo/core/athlete";
import type { PlannedWorkout } from "@repo/core/season";

/** The level a workout asks for, or null where it asks for none or is not of the library. */
export function requiredLevel(_workout: PlannedWorkout): Level | null {
  return null;
}
