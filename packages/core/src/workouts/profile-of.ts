import type { ResolvedStep, StepKind } from "./schema.ts";
import { formatStepLabel } from "./step-label.ts";
import { stepDistanceM, stepDurationS } from "./summarise-steps.ts";

/** One block of a workout's profile. Intensity 0–1 is the block's height, already stretched for the eye. */
export type ProfileStep = {
  kind: StepKind;
  durationS: number | null;
  distanceM: number | null;
  intensity: number;
  intensityEnd?: number;
  label?: string;
};

/** Below this intensity nothing is run; the profile's scale starts here so that easy and hard differ to the eye. */
const SCALE_START = 0.35;

/** The blocks of a workout's profile: times and distances as known or estimated, heights from 0.06 to 1. */
export function profileOf(steps: readonly ResolvedStep[]): ProfileStep[] {
  return steps.map((step) => ({
    kind: step.kind,
    durationS: stepDurationS(step),
    distanceM: stepDistanceM(step),
    intensity: heightOf(step.intensity),
    ...(typeof step.intensityEnd === "number" ? { intensityEnd: heightOf(step.intensityEnd) } : {}),
    label: formatStepLabel(step),
  }));
}

function heightOf(intensity: number): number {
  return Math.min(1, Math.max(0.06, (intensity - SCALE_START) / (1 - SCALE_START)));
}
