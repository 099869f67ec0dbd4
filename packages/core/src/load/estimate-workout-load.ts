import { type Estimate, known, notKnown } from "@repo/core/estimate";
import type { Pacing } from "@repo/core/paces";
import type { ResolvedStep } from "@repo/core/workouts";
import { runningStress, type SpeedStretch } from "./running-stress.ts";

/** Where threshold lies on the profile's scale from 0 (standing) to 1 (all out); see nominalEffort of the workouts. */
const THRESHOLD_ON_PROFILE = 0.8;
/** Usual threshold speed for turning a distance into time where the athlete's own is not known. [house] */
const USUAL_THRESHOLD_MPS = 3.5;

/**
 * Load of a planned workout on the same scale as what was done: 100 is one hour at threshold. Each step counts at the
 * speed it is likely run at; without a threshold to compare with, at its height in the profile.
 *
 * @param steps from resolveWorkout: flattened, in m/s
 * @returns unknown when no step has a length, or too much of the workout is open
 */
export function estimateWorkoutLoad(
  steps: readonly ResolvedStep[],
  pacing: Pick<Pacing, "thresholdSpeedMps">,
): Estimate<number, "no-steps" | "open-steps"> {
  const stretches: SpeedStretch[] = [];
  let open = 0;
  for (const step of steps) {
    const stretch = stretchOf(step, pacing.thresholdSpeedMps);
    if (stretch === null) open += 1;
    else stretches.push(stretch);
  }
  if (stretches.length === 0) return notKnown(open > 0 ? "open-steps" : "no-steps");
  if (open > stretches.length) return notKnown("open-steps");
  // Intensities are already relative to threshold: the threshold of this scale is 1.
  const stress = runningStress(stretches, 1);
  return stress.known ? known(stress.value.stress) : notKnown("no-steps");
}

function stretchOf(step: ResolvedStep, thresholdSpeedMps: number | null): SpeedStretch | null {
  const speed = step.likelySpeedMps ?? middle(step.speedLowMps, step.speedHighMps);
  const onProfile = (middle(step.intensity, step.intensityEnd) ?? 0) / THRESHOLD_ON_PROFILE;
  const intensity = speed !== null && thresholdSpeedMps ? Math.min(2, speed / thresholdSpeedMps) : onProfile;
  if (step.durationS !== null) return { durationS: step.durationS, speedMps: intensity };
  if (step.distanceM === null) return null;
  const usual = Math.max(0.3, onProfile) * (thresholdSpeedMps ?? USUAL_THRESHOLD_MPS);
  return { durationS: step.distanceM / (speed || usual), speedMps: intensity };
}

function middle(low: number | null | undefined, high: number | null | undefined): number | null {
  if (low === null || low === undefined) return high ?? null;
  return high === null || high === undefined ? low : (low + high) / 2;
}
