import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { NO_PACING, pacingOfScore } from "@repo/core/paces";
import {
  type Block,
  formatWorkout,
  parseWorkout,
  resolveWorkout,
  type Step,
  stepDurationS,
  WORKOUT_LIBRARY,
} from "@repo/core/workouts";
import { describe, expect, test } from "vitest";
import { readWorkoutFile, writeFitWorkout, writeZwo } from "../index.ts";

const pacing = pacingOfScore(47);
const createdAt = new Date("2026-01-05T00:00:00Z");
const bytesOf = (text: string) => new TextEncoder().encode(text);

function blocksOf(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.blocks;
}

function writtenOut(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) =>
    block.type === "step"
      ? [block]
      : Array.from({ length: block.times }, () => writtenOut(block.steps)).flat(),
  );
}

const DOSES = WORKOUT_LIBRARY.flatMap(({ id, doses }) => doses.map(({ text }) => ({ id, text })));

describe("what is exported is read back", () => {
  test("from FIT to the very same steps, for every dose of the library", () => {
    for (const { id, text } of DOSES) {
      const blocks = blocksOf(text);
      const back = readWorkoutFile(writeFitWorkout({ title: id, blocks, pacing, createdAt }));
      expect(back.title).toBe(id);
      expect(writtenOut(back.blocks), text).toEqual(writtenOut(blocks));
      expect(back.warnings).toEqual([]);
    }
  });

  test("from ZWO and from JSON to the very same workout", () => {
    for (const { id, text } of DOSES) {
      const blocks = blocksOf(text);
      const zwo = writeZwo({ title: id, description: formatWorkout(blocks), blocks, pacing });
      expect(readWorkoutFile(bytesOf(zwo)).blocks, text).toEqual(blocks);
      expect(JSON.parse(JSON.stringify(blocks))).toEqual(blocks);
    }
  });

  test("from ZWO without its text as steps of the same time and share of threshold", () => {
    for (const { id, text } of DOSES) {
      const blocks = blocksOf(text);
      const zwo = writeZwo({ title: id, description: "", blocks, pacing });
      const back = resolveWorkout(readWorkoutFile(bytesOf(zwo)).blocks, pacing);
      const meant = resolveWorkout(blocks, pacing);
      expect(back).toHaveLength(meant.length);
      for (const [index, step] of meant.entries()) {
        const found = back[index];
        if (!found) throw new Error("a step is missing");
        const seconds = stepDurationS(step);
        if (seconds !== null)
          expect(Math.abs((found.durationS ?? 0) - seconds), text).toBeLessThanOrEqual(0.51);
        if (!step.speedLowMps || !step.speedHighMps || step.targetEnd) continue;
        const middle = (step.speedLowMps + step.speedHighMps) / 2;
        expect((found.likelySpeedMps ?? 0) / middle, text).toBeCloseTo(1, 2);
      }
    }
  });

  test("a tempo by effort alone is threshold in ZWO, and a standing rest has no power", () => {
    const zwo = writeZwo({ title: "t", description: "", blocks: blocksOf("20min RPE 7\n2min rest"), pacing });
    expect(zwo).toContain('Power="1"');
    expect(zwo).toContain('<FreeRide Duration="120"');
  });

  test("what a ZWO holds beside its steps is named", () => {
    const parts = [
      '<SteadyState Duration="600" Power="0.7"><textevent timeoffset="0" message="Relax"/></SteadyState>',
      '<IntervalsT Repeat="5" OffDuration="90"/>',
      '<Teleport Duration="9"/>',
    ];
    const zwo = `<workout_file><sportType>run</sportType><workout>${parts.join("")}</workout></workout_file>`;
    const read = readWorkoutFile(bytesOf(zwo));
    expect(read.blocks).toHaveLength(1);
    expect(read.warnings.map(({ code }) => code)).toEqual(["unknown-part", "unknown-length", "messages"]);
    expect(read.warnings[0]?.text).toContain("“Teleport”");
  });

  test("a ramp stays a ramp", () => {
    const blocks = blocksOf("10min warm-up easy > tempo");
    const zwo = writeZwo({ title: "t", description: "", blocks, pacing });
    expect(readWorkoutFile(bytesOf(zwo)).blocks[0]).toMatchObject({
      kind: "warmup",
      target: { kind: "pct-threshold-pace" },
      targetEnd: { kind: "pct-threshold-pace", low: 100 },
    });
  });
});

describe("what is no workout file is refused with a sentence", () => {
  const cases: [name: string, bytes: Uint8Array, sentence: RegExp][] = [
    ["nothing", new Uint8Array(), /no workout in FIT, TCX or ZWO/],
    ["text", bytesOf("8 x 400m"), /no workout in FIT, TCX or ZWO/],
    ["an empty ZWO", bytesOf("<workout_file><workout></workout></workout_file>"), /holds no steps/],
    [
      "a TCX activity",
      bytesOf("<TrainingCenterDatabase><Activities/></TrainingCenterDatabase>"),
      /no workout/,
    ],
    ["a DTD", bytesOf("<workout_file/><!DOCTYPE x>"), /document type/],
  ];
  for (const [name, bytes, sentence] of cases) {
    test(name, () => expect(() => readWorkoutFile(bytes)).toThrow(sentence));
  }
});

const plans = join(
  process.env.MESOCYCLE_SHARED ?? resolve(import.meta.dirname, "../../../../../../shared"),
  "data/plans",
);
const hasPlans = existsSync(plans);
if (!hasPlans) console.warn(`skipped: the real workout files are not at ${plans}`);

type Krd = {
  repeatCount?: number;
  steps?: Krd[];
  duration?: { type: string; seconds?: number; meters?: number };
  target?: { type: string; value: { unit: string; value: number } };
  intensity?: string;
};

/** What an independent reader expects, in our words: powers are named in the note and are no target. */
function expectedOf(step: Krd): unknown {
  if (step.repeatCount)
    return { type: "repeat", times: step.repeatCount, steps: step.steps?.map(expectedOf) };
  const { duration, target, intensity } = step;
  return {
    type: "step",
    kind: { warmup: "warmup", active: "work", cooldown: "cooldown" }[intensity ?? ""],
    length:
      duration?.type === "time"
        ? { kind: "time", durationS: duration.seconds }
        : duration?.type === "distance"
          ? { kind: "distance", distanceM: duration.meters }
          : { kind: "open" },
    target:
      target?.type === "heart_rate"
        ? { kind: "zone", low: target.value.value, high: target.value.value }
        : null,
    note: expect.stringMatching(target?.type === "power" ? `power zone ${target.value.value}` : "_A_"),
  };
}

describe.skipIf(!hasPlans)("real workout files", () => {
  const file = (path: string) => readWorkoutFile(readFileSync(join(plans, path)));
  const expected = (name: string) => {
    const krd = JSON.parse(readFileSync(join(plans, `expected_steps_krd/${name}.krd`), "utf8"));
    return krd.extensions.structured_workout.steps.map(expectedOf);
  };

  test("FIT: steps, durations and targets are those of an independent reader", () => {
    for (const name of ["WorkoutIndividualSteps", "WorkoutRepeatSteps"]) {
      expect(file(`fit_workout/${name}.fit`).blocks).toEqual(expected(name));
    }
  });

  test("ZWO: the same session has the same steps", () => {
    expect(file("zwo/WorkoutIndividualSteps.zwo").blocks).toEqual(expected("WorkoutIndividualSteps"));
    const repeat = file("zwo/WorkoutRepeatSteps.zwo").blocks.at(-1);
    expect(repeat).toMatchObject({
      type: "repeat",
      times: 3,
      steps: [{ kind: "work" }, { kind: "recovery" }],
    });
  });

  test("TCX: repeats, zones and speed ranges", () => {
    expect(formatWorkout(file("tcx_workout/WorkoutRepeatBlocks.tcx").blocks)).toBe(
      '10min warm-up "Warmup"\n5 x 4min zone 4 "Work", 2min jog zone 2 "Rest"\n5min cool-down "Cooldown"',
    );
    expect(formatWorkout(file("tcx_workout/WorkoutSpeedTargets.tcx").blocks)).toBe(
      '1600m @5:33.33-6:40/km "Easy Run"\n800m @4:10-4:45.71/km "Fast Run"\n3min recovery "Recovery"',
    );
  });

  test("FIT to product to FIT, and through text, changes nothing", () => {
    for (const path of ["fit_workout/WorkoutRepeatSteps.fit", "tcx_workout/WorkoutSpeedTargets.tcx"]) {
      const { blocks, title } = file(path);
      expect(blocksOf(formatWorkout(blocks))).toEqual(blocks);
      const again = writeFitWorkout({ title: title ?? "", blocks, pacing: NO_PACING, createdAt });
      const back = readWorkoutFile(again);
      expect(back.title).toBe(title);
      expect(back.blocks).toEqual(blocks);
    }
  });
});
