import { valueOrNull } from "@repo/core/estimate";
import { estimateWorkoutLoad } from "@repo/core/load";
import type { Pacing } from "@repo/core/paces";
import type { ResolvedStep } from "@repo/core/workouts";

/** Load of a planned workout on the scale on which an hour at threshold is 100; null where it cannot be known. */
export function plannedLoad(steps: readonly ResolvedStep[], pacing: Pacing): number | null {
  const load = valueOrNull(estimateWorkoutLoad(steps, pacing));
  return load === null ? null : Math.round(load * 10) / 10;
}
