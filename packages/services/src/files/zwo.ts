import type { Pacing } from "@repo/core/paces";
import { type Block, resolveWorkout, stepDurationS } from "@repo/core/workouts";
import { XMLBuilder } from "fast-xml-parser";

/** Efforts as a share of threshold where a step has no speed of its own. */
const SHARE_WHERE_OPEN = 0.6;

type Exported = { title: string; description: string; blocks: readonly Block[]; pacing: Pacing };

/**
 * A workout as a ZWO file: every step with its time and its speed as a share of threshold speed. Steps by distance
 * get the time this athlete takes for them; steps without any length become free runs.
 */
export function writeZwo({ title, description, blocks, pacing }: Exported): string {
  const steps = resolveWorkout(blocks, pacing).map((step) => {
    const durationS = stepDurationS(step);
    const middle = step.speedLowMps && step.speedHighMps ? (step.speedLowMps + step.speedHighMps) / 2 : null;
    const threshold = pacing.thresholdSpeedMps;
    const share = middle !== null && threshold ? middle / threshold : step.intensity || SHARE_WHERE_OPEN;
    if (durationS === null) return { FreeRide: { "@Duration": 600 } };
    return { SteadyState: { "@Duration": Math.round(durationS), "@Power": Number(share.toFixed(3)) } };
  });
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
