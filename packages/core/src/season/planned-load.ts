import type { Pacing } from "@repo/core/paces";
import { type ResolvedStep, stepDurationS } from "@repo/core/workouts";

/** Load of a planned workout on the scale on which an hour at threshold is 100; null where a step's time is unknown. */
export function plannedLoad(steps: readonly ResolvedStep[], _pacing: Pacing): number | null {
  let load = 0;
  for (const step of steps) {
    const durationS = stepDurationS(step);
    if (durationS === null) return null;
    // Intensity 0.8 is threshold speed on the scale of resolved steps.
    load += (durationS / 36) * (step.intensity / 0.8) ** 2;
  }
  return Math.round(load * 10) / 10;
}
