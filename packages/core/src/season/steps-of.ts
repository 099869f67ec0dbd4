import type { Pacing } from "@repo/core/paces";
import { parseWorkout, type ResolvedStep, resolveWorkout } from "@repo/core/workouts";
import { isRun } from "./is-run.ts";
import type { PlannedWorkout } from "./schema.ts";

/**
 * A workout's steps, also where it holds them as text alone, as plans are kept; null where there is nothing to read.
 *
 * @param pacing for speeds in m/s; without it, named paces stay without one
 */
export function stepsOf(workout: PlannedWorkout, pacing?: Pacing): ResolvedStep[] | null {
  if (workout.steps && workout.steps.length > 0) return workout.steps;
  if (!workout.text || !isRun(workout.kind)) return null;
  const parsed = parseWorkout(workout.text);
  return parsed.ok ? resolveWorkout(parsed.blocks, pacing) : null;
}
