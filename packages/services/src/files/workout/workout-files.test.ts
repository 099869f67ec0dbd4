import { pacingOfScore } from "@repo/core/paces";
import { parseWorkout, resolveWorkout } from "@repo/core/workouts";
import { expect, test } from "vitest";
import { decodeFit } from "../fit/messages.ts";
import { MESG } from "../fit/profile.ts";
import { numberOf, textOf } from "../fit/values.ts";
import { readActivityFile, readWorkoutFile, writeFitWorkout, writeTcxWorkout, writeZwo } from "../index.ts";

const pacing = pacingOfScore(47);
function blocksOf(text: string) {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.blocks;
}

const workout = (text: string) =>
  writeFitWorkout({
    title: "Ä test",
    blocks: blocksOf(text),
    pacing,
    createdAt: new Date("2026-01-05T00:00:00Z"),
  });

test("a FIT workout keeps lengths, repeats and ranges in m/s, and its checksum is right", () => {
  const [part] = decodeFit(
    workout("2km warm-up easy\n8 x 400m @5k, 200m jog\n10min cool-down easy"),
    new Set(Object.values(MESG)),
  );
  expect(part?.faults).toEqual([]);
  const steps = (part?.messages ?? []).filter((message) => message.num === MESG.workoutStep);
  expect(steps.map((step) => numberOf(step, 1))).toEqual([1, 1, 1, 6, 0]);
  expect(steps.map((step) => numberOf(step, 2))).toEqual([200_000, 40_000, 20_000, 1, 600_000]);
  expect(numberOf(steps[3] as never, 4)).toBe(8);
  const [low, high] = [numberOf(steps[1] as never, 5) ?? 0, numberOf(steps[1] as never, 6) ?? 0];
  expect(low).toBeGreaterThan(3_000);
  expect(high).toBeGreaterThan(low);
  const title = part?.messages.find((message) => message.num === MESG.workout);
  expect(title && textOf(title, 8)).toBe("Ä test");
});

test("repeats inside repeats are written out once inside, and repeated outside", () => {
  const [part] = decodeFit(
    workout("2 x (3 x (200m @mile, 200m float), 400m jog)"),
    new Set([MESG.workoutStep]),
  );
  const types = (part?.messages ?? []).map((step) => numberOf(step, 1));
  expect(types).toEqual([1, 1, 1, 1, 1, 1, 1, 6]);
});

test("a workout file offered as an activity is named for what it is", () => {
  expect(() => readActivityFile(workout("30min easy"))).toThrow(/it is a workout file/);
});

test("a ZWO workout has one stretch a step, with a time for steps by distance", () => {
  const zwo = writeZwo({
    title: "A & B",
    description: "",
    blocks: blocksOf("3 x 400m @5k, 90s jog"),
    pacing,
  });
  expect(zwo.match(/<SteadyState /g)).toHaveLength(6);
  expect(zwo).toContain("<name>A &amp; B</name>");
});

test("a TCX workout keeps lengths, ranges in m/s and repeats inside repeats when it is read back", () => {
  const text = "2km warm-up easy\n2 x (3 x (200m @mile, 200m float), 400m jog)\n10min cool-down easy";
  const blocks = blocksOf(text);
  const tcx = writeTcxWorkout({ title: "A & B, a very long title", description: text, blocks, pacing });
  expect(tcx).toContain("<Name>A &amp; B, a very l</Name>");
  const read = readWorkoutFile(new TextEncoder().encode(tcx));
  expect(read.warnings).toEqual([]);
  const [meant, found] = [resolveWorkout(blocks, pacing), resolveWorkout(read.blocks, pacing)];
  expect(found.map(({ durationS, distanceM }) => durationS ?? distanceM)).toEqual(
    meant.map(({ durationS, distanceM }) => durationS ?? distanceM),
  );
  for (const [index, step] of meant.entries()) {
    expect(found[index]?.speedLowMps ?? 0).toBeCloseTo(step.speedLowMps ?? 0, 2);
    expect(found[index]?.speedHighMps ?? 0).toBeCloseTo(step.speedHighMps ?? 0, 2);
  }
});
