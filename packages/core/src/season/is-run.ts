import type { WorkoutKind } from "@repo/core/workouts";

/** Whether a workout of the kind is a run: it has kilometres and counts for the rules of running. */
export function isRun(kind: WorkoutKind): boolean {
  switch (kind) {
    case "strength":
    case "plyometrics":
    case "drills":
    case "mobility":
    case "cross":
    case "rest":
      return false;
    default:
      return true;
  }
}
