import { type Estimate, known, notKnown } from "@repo/core/estimate";
import type { Pacing } from "@repo/core/paces";
import type { ResolvedStep } from "@repo/core/workouts";
import { runningStress, type SpeedStretch } from "./running-stress.ts";

/** Effort (CR10) to speed over threshold speed: an hour at threshold feels like 7 (M29), easy like 3. [house] */
const INTENSITY_OF_RPE = [0, 0.55, 0.68, 0.76, 0.82, 0.88, 0.94, 1, 1.06, 1.12, 1.25] as const;
/** Threshold on the profile's scale from 0 (standing) to 1 (all out), where a step carries nothing better. [house] */
const THRESHOLD_ON_PROFILE = 0.8;

/**
 * Load of a planned workout on the same scale as what was done: 100 is one hour at threshold. Each step counts at the
 * middle of its speed range; without a speed, at its effort; without an effort, at its height in the profile.
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

/** Usual threshold speed for turning a distance into time where the athlete's own is not known. [house] */
const USUAL_THRESHOLD_MPS = 3.5;

function stretchOf(step: ResolvedStep, thresholdSpeedMps: number | null): SpeedStretch | null {
  const intensity = intensityOf(step, thresholdSpeedMps);
  const metresPerSecond = middle(step.speedLowMps, step.speedHighMps);
  const speed = metresPerSecond ?? Math.max(0.3, intensity) * (thresholdSpeedMps ?? USUAL_THRESHOLD_MPS);
  const durationS = step.durationS ?? (step.distanceM === null ? null : step.distanceM / speed);
  return durationS === null ? null : { durationS, speedMps: intensity };
}

function intensityOf(step: ResolvedStep, thresholdSpeedMps: number | null): number {
  const speed = middle(step.speedLowMps, step.speedHighMps);
  if (speed !== null && thresholdSpeedMps) return Math.min(2, speed / thresholdSpeedMps);
  const rpe = middle(step.rpeLow, step.rpeHigh);
  if (rpe !== null) return intensityOfRpe(rpe);
  return (middle(step.intensity, step.intensityEnd) ?? 0) / THRESHOLD_ON_PROFILE;
}

function intensityOfRpe(rpe: number): number {
  const held = Math.min(10, Math.max(0, rpe));
  const below = Math.floor(held);
  const low = INTENSITY_OF_RPE[below] as number;
  const high = INTENSITY_OF_RPE[Math.min(10, below + 1)] as number;
  return low + (high - low) * (held - below);
}

function middle(low: number | null | undefined, high: number | null | undefined): number | null {
  if (low === null || low === undefined) return high ?? null;
  return high === null || high === undefined ? low : (low + high) / 2;
}
