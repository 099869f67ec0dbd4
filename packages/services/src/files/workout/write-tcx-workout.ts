import type { Pacing } from "@repo/core/paces";
import { type Block, formatWorkout, resolveWorkout, type Step } from "@repo/core/workouts";
import { XMLBuilder } from "fast-xml-parser";

const NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
/** The format gives names of a workout and of its steps this much room. */
const NAME_SIZE = 15;
const NAMES: Readonly<Partial<Record<Step["kind"], string>>> = { warmup: "Warmup", cooldown: "Cooldown" };

type Exported = { title: string; description: string; blocks: readonly Block[]; pacing: Pacing };
type Node = Record<string, unknown>;

/**
 * A workout as a TCX file: steps by time, distance or lap button, ranges in m/s or beats a minute, repeats inside
 * repeats as they are. `description` stands in its notes, for the eyes of a person.
 */
export function writeTcxWorkout({ title, description, blocks, pacing }: Exported): string {
  const ids = numbering();
  const workout = {
    "@Sport": "Running",
    Name: title.slice(0, NAME_SIZE),
    Step: blocks.map((block) => nodeOf(block, pacing, ids)),
    Notes: description,
  };
  const file = {
    TrainingCenterDatabase: {
      "@xmlns": NAMESPACE,
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      Workouts: { Workout: workout },
    },
  };
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(file)}`;
}

function numbering(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function nodeOf(block: Block, pacing: Pacing, ids: () => number): Node {
  const StepId = ids();
  if (block.type === "step") return { "@xsi:type": "Step_t", StepId, ...stepOf(block, pacing) };
  return {
    "@xsi:type": "Repeat_t",
    StepId,
    Repetitions: block.times,
    Child: block.steps.map((inner) => nodeOf(inner, pacing, ids)),
  };
}

function stepOf(step: Step, pacing: Pacing): Node {
  const isPause = step.kind === "rest" || step.kind === "recovery";
  const name = NAMES[step.kind] ?? step.note ?? formatWorkout([step]);
  return {
    Name: name.slice(0, NAME_SIZE),
    Duration: durationOf(step),
    Intensity: isPause ? "Resting" : "Active",
    Target: targetOf(step, pacing),
  };
}

function durationOf({ length }: Step): Node {
  if (length.kind === "time") return { "@xsi:type": "Time_t", Seconds: whole(length.durationS) };
  if (length.kind === "distance") return { "@xsi:type": "Distance_t", Meters: whole(length.distanceM) };
  return { "@xsi:type": "UserInitiated_t" };
}

function targetOf(step: Step, pacing: Pacing): Node {
  const [resolved] = resolveWorkout([step], pacing);
  if (resolved?.speedLowMps && resolved.speedHighMps) {
    return {
      "@xsi:type": "Speed_t",
      SpeedZone: {
        "@xsi:type": "CustomSpeedZone_t",
        ViewAs: "Pace",
        LowInMetersPerSecond: resolved.speedLowMps.toFixed(4),
        HighInMetersPerSecond: resolved.speedHighMps.toFixed(4),
      },
    };
  }
  if (resolved?.hrLowBpm && resolved.hrHighBpm) {
    const beats = (value: number) => ({ "@xsi:type": "HeartRateInBeatsPerMinute_t", Value: whole(value) });
    return {
      "@xsi:type": "HeartRate_t",
      HeartRateZone: {
        "@xsi:type": "CustomHeartRateZone_t",
        Low: beats(resolved.hrLowBpm),
        High: beats(resolved.hrHighBpm),
      },
    };
  }
  return { "@xsi:type": "None_t" };
}

/** The format counts whole seconds and metres, at least one. */
function whole(value: number): number {
  return Math.max(1, Math.round(value));
}
