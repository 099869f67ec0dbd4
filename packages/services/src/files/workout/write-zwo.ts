import type { Pacing } from "@repo/core/paces";
import { type Block, type ResolvedStep, resolveWorkout, stepDurationS } from "@repo/core/workouts";
import { XMLBuilder } from "fast-xml-parser";

/** Intensity at threshold on the scale of resolved steps: what a share of threshold is made from without a speed. */
const INTENSITY_AT_THRESHOLD = 0.8;
/** A step that ends on the lap button has no length in this format: ten minutes, ended by hand. */
const OPEN_STEP_S = 600;

type Exported = { title: string; description: string; blocks: readonly Block[]; pacing: Pacing };
type Element = Record<string, Record<string, string | number>>;

/**
 * A workout as a ZWO file: every step with its time and its speed as a share of threshold speed. Steps by distance
 * get the time this athlete takes for them; rests and steps without any length become free runs. `description` should
 * be the canonical text, from which the file is read back exactly.
 */
export function writeZwo({ title, description, blocks, pacing }: Exported): string {
  const steps = resolveWorkout(blocks, pacing).map((step) => elementOf(step, pacing));
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    preserveOrder: false,
    suppressEmptyNode: true,
  });
  const head = builder.build({ author: "Mesocycle", name: title, description, sportType: "run" });
  const body = steps.map((step) => builder.build(step)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<workout_file>\n${head}<workout>\n${body}</workout>\n</workout_file>\n`;
}

function elementOf(step: ResolvedStep, { thresholdSpeedMps }: Pacing): Element {
  const durationS = stepDurationS(step);
  const standing = step.kind === "rest" && step.target === null;
  if (durationS === null || standing) {
    return { FreeRide: { "@Duration": Math.max(1, Math.round(durationS ?? OPEN_STEP_S)) } };
  }
  const duration = { "@Duration": Math.max(1, Math.round(durationS)) };
  if (typeof step.intensityEnd === "number") {
    const [low, high] = [shareOf(step.intensity), shareOf(step.intensityEnd)];
    const name = step.kind === "warmup" ? "Warmup" : step.kind === "cooldown" ? "Cooldown" : "Ramp";
    return { [name]: { ...duration, "@PowerLow": low, "@PowerHigh": high } };
  }
  const middle = step.speedLowMps && step.speedHighMps ? (step.speedLowMps + step.speedHighMps) / 2 : null;
  const share =
    middle !== null && thresholdSpeedMps
      ? Number((middle / thresholdSpeedMps).toFixed(3))
      : shareOf(step.intensity);
  return { SteadyState: { ...duration, "@Power": share } };
}

function shareOf(intensity: number): number {
  return Number((intensity / INTENSITY_AT_THRESHOLD).toFixed(3));
}
