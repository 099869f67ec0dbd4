import type { WorkoutKind } from "@repo/core/workouts";

const NOT_RUNS: ReadonlySet<WorkoutKind> = new Set([
  "strength",
  "plyometrics",
  "drills",
  "mobility",
  "cross",
  "rest",
]);

/** Whether a workout of the kind is a run: it has kilometres and counts for the rules of running. */
export function isRun(kind: WorkoutKind): boolean {
  return !NOT_RUNS.has(kind);
}
