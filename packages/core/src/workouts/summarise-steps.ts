import type { ResolvedStep } from "./schema.ts";

/** What a workout adds up to: seconds, metres, intensity. */
export type WorkoutSummary = {
  /** Whole time and distance; null as soon as one step's cannot be known. */
  durationS: number | null;
  distanceM: number | null;
  /** Whether a step's time or distance had to be worked out from a likely speed. */
  estimated: boolean;
  /** Steps that end on the lap button, which nobody can add up. */
  openSteps: number;
  /** Time and distance of the work steps alone, under the same rules. */
  workDurationS: number | null;
  workDistanceM: number | null;
  /** Time-weighted mean intensity and the highest one; null without a known duration. */
  meanIntensity: number | null;
  highestIntensity: number;
};

/**
 * Adds up a resolved workout: seconds and metres. A step given in time gets its distance from the athlete's likely speed
 * and the other way round; what cannot be known stays null, never zero.
 */
export function summariseSteps(steps: readonly ResolvedStep[]): WorkoutSummary {
  const timed = steps.map((step) => ({
    step,
    durationS: stepDurationS(step),
    distanceM: stepDistanceM(step),
  }));
  const work = timed.filter(({ step }) => step.kind === "work");
  const durationS = totalOrNull(timed.map((one) => one.durationS));
  const weighted = timed.map(({ step, durationS: time }) =>
    time === null ? null : time * meanIntensityOf(step),
  );
  const weight = totalOrNull(weighted);
  return {
    durationS,
    distanceM: totalOrNull(timed.map((one) => one.distanceM)),
    estimated: timed.some(({ step }) => step.durationS === null || step.distanceM === null),
    openSteps: steps.filter((step) => step.durationS === null && step.distanceM === null).length,
    workDurationS: totalOrNull(work.map((one) => one.durationS)),
    workDistanceM: totalOrNull(work.map((one) => one.distanceM)),
    meanIntensity: durationS !== null && durationS > 0 && weight !== null ? weight / durationS : null,
    highestIntensity: steps.reduce(
      (highest, step) => Math.max(highest, step.intensity, step.intensityEnd ?? 0),
      0,
    ),
  };
}

/** A step's time in seconds: its own, or its distance at the likely speed; null when neither is known. */
export function stepDurationS(step: ResolvedStep): number | null {
  if (step.durationS !== null) return step.durationS;
  const speedMps = likelySpeedOf(step);
  return step.distanceM !== null && speedMps !== null && speedMps > 0 ? step.distanceM / speedMps : null;
}

/** A step's distance in metres: its own, or its time at the likely speed; null when neither is known. */
export function stepDistanceM(step: ResolvedStep): number | null {
  if (step.distanceM !== null) return step.distanceM;
  const speedMps = likelySpeedOf(step);
  return step.durationS !== null && speedMps !== null ? step.durationS * speedMps : null;
}

function likelySpeedOf(step: ResolvedStep): number | null {
  if (typeof step.likelySpeedMps === "number") return step.likelySpeedMps;
  const { speedLowMps, speedHighMps } = step;
  return speedLowMps !== null && speedHighMps !== null ? (speedLowMps + speedHighMps) / 2 : null;
}

function meanIntensityOf(step: ResolvedStep): number {
  return (step.intensity + (step.intensityEnd ?? step.intensity)) / 2;
}

function totalOrNull(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}
