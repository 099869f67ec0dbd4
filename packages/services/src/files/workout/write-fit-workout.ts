import type { Pacing } from "@repo/core/paces";
import {
  type Block,
  formatWorkout,
  type Repeat,
  type ResolvedStep,
  resolveWorkout,
  type Step,
} from "@repo/core/workouts";
import { encodeFit, type FitRecord } from "../fit/encode.ts";
import { DEVELOPMENT_MAKER, FIT_EPOCH_S, MESG } from "../fit/profile.ts";

const INTENSITIES = { work: 0, steady: 0, rest: 1, warmup: 2, cooldown: 3, recovery: 4 } as const;
const DURATION = { time: 0, distance: 1, open: 5, repeat: 6 } as const;
const TARGET = { speed: 0, heartRate: 1, open: 2 } as const;
/** FIT keeps custom heart rates in beats a minute + 100, below that they are percentages. */
const BPM_OFFSET = 100;
/** Watches know five zones of heart rate; what a zone means in speed needs the athlete's score. */
const HEART_RATE_ZONES = 5;
const NAME_SIZE = 40;
const NOTES_SIZE = 120;
const RUNNING = 1;
const WORKOUT_FILE = 5;

type Exported = { title: string; blocks: readonly Block[]; pacing: Pacing; createdAt: Date };

/**
 * A workout as a FIT file for a watch: ranges in m/s, heart rates and efforts in the notes. Repeats stay repeats;
 * those inside others are written out, since watches nest them only once.
 */
export function writeFitWorkout({ title, blocks, pacing, createdAt }: Exported): Uint8Array {
  const steps: FitRecord[] = [];
  for (const block of blocks) {
    if (block.type === "step") steps.push(stepRecord(steps.length, block, pacing));
    else appendRepeat(steps, block, pacing);
  }
  return encodeFit([
    {
      num: MESG.fileId,
      fields: [
        { num: 0, type: "enum", value: WORKOUT_FILE },
        { num: 1, type: "uint16", value: DEVELOPMENT_MAKER },
        { num: 2, type: "uint16", value: 0 },
        { num: 4, type: "uint32", value: Math.floor(createdAt.getTime() / 1000) - FIT_EPOCH_S },
      ],
    },
    {
      num: MESG.workout,
      fields: [
        { num: 4, type: "enum", value: RUNNING },
        { num: 6, type: "uint16", value: steps.length },
        { num: 8, type: "string", size: NAME_SIZE, value: title },
      ],
    },
    ...steps,
  ]);
}

function appendRepeat(steps: FitRecord[], repeat: Repeat, pacing: Pacing): void {
  const first = steps.length;
  for (const step of writtenOut(repeat.steps)) steps.push(stepRecord(steps.length, step, pacing));
  steps.push({
    num: MESG.workoutStep,
    fields: [
      { num: 254, type: "uint16", value: steps.length },
      { num: 1, type: "enum", value: DURATION.repeat },
      { num: 2, type: "uint32", value: first },
      { num: 4, type: "uint32", value: repeat.times },
    ],
  });
}

function writtenOut(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) =>
    block.type === "step"
      ? [block]
      : Array.from({ length: block.times }, () => writtenOut(block.steps)).flat(),
  );
}

function stepRecord(index: number, step: Step, pacing: Pacing): FitRecord {
  const [resolved] = resolveWorkout([step], pacing);
  return {
    num: MESG.workoutStep,
    fields: [
      { num: 254, type: "uint16", value: index },
      { num: 0, type: "string", size: NAME_SIZE, value: step.note ?? "" },
      { num: 1, type: "enum", value: DURATION[step.length.kind] },
      { num: 2, type: "uint32", value: lengthValue(step) },
      ...targetFields(resolved ?? null),
      { num: 7, type: "enum", value: INTENSITIES[step.kind] },
      { num: 8, type: "string", size: NOTES_SIZE, value: formatWorkout([step]) },
    ],
  };
}

function lengthValue({ length }: Step): number | null {
  if (length.kind === "time") return Math.round(length.durationS * 1000);
  return length.kind === "distance" ? Math.round(length.distanceM * 100) : null;
}

function targetFields(step: ResolvedStep | null): FitRecord["fields"] {
  if (step?.speedLowMps && step.speedHighMps) {
    return range(TARGET.speed, Math.round(step.speedLowMps * 1000), Math.round(step.speedHighMps * 1000));
  }
  if (step?.hrLowBpm && step.hrHighBpm) {
    return range(
      TARGET.heartRate,
      Math.round(step.hrLowBpm) + BPM_OFFSET,
      Math.round(step.hrHighBpm) + BPM_OFFSET,
    );
  }
  const zone = step?.target?.kind === "zone" && step.target.low === step.target.high ? step.target.low : null;
  if (zone !== null && zone <= HEART_RATE_ZONES) {
    return [
      { num: 3, type: "enum", value: TARGET.heartRate },
      { num: 4, type: "uint32", value: zone },
    ];
  }
  return [{ num: 3, type: "enum", value: TARGET.open }];
}

function range(type: number, low: number, high: number): FitRecord["fields"] {
  return [
    { num: 3, type: "enum", value: type },
    { num: 4, type: "uint32", value: 0 },
    { num: 5, type: "uint32", value: low },
    { num: 6, type: "uint32", value: high },
  ];
}
