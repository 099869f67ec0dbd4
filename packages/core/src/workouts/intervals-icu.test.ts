import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Block, formatWorkout, parseWorkout, resolveWorkout, summariseSteps } from "./index.ts";

function blocks(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
  return parsed.blocks;
}

const same: [name: string, dialect: string, own: string][] = [
  [
    "a repeat with paces",
    "Main 6x\n- 1km 4:00-4:10/km Pace\n- 90s Z1 HR",
    "6 x 1km 4:00-4:10/km, 90s jog zone 1",
  ],
  ["m is minutes", "- 45m Z2 HR", "45min zone 2"],
  [
    "no space after the dash",
    "-15m 60% pace\n\n-10m 70% pace\n- 5m Z1",
    "15min 60% pace\n10min 70% pace\n5min zone 1",
  ],
  ["m is metres in a repeat from 100 up", "- 4x 100m strides", "4 x 100m strides"],
  ["m is metres from 200 up", "- 400m 110% pace", "400m 110% pace"],
  ["two hours stay two hours", "- 120m Z2 HR", "120min zone 2"],
  ["minutes and seconds", "- 5m30s 90% pace\n- 1m30 70% pace", "5:30 90% pace\n90s 70% pace"],
  [
    "warm-up and cool-down sections",
    "Warmup\n- 10m Z2 HR\n\nCooldown\n- 5m Z1 HR",
    "10min warm-up zone 2\n5min cool-down zone 1",
  ],
  ["a ramp", "- 10m ramp 60-80% pace", "10min 60% pace > 80% pace"],
  ["a ramp down", "- 10m ramp 80-60% pace", "10min 80% pace > 60% pace"],
  ["a ramp of paces, said after it", "- 12m 4:30-4:15/km Pace ramp", "12min @4:30/km > @4:15/km"],
  ["a ramp that gets slower", "- 5m ramp 4:15-4:30/km", "5min @4:15/km > @4:30/km"],
  ["minutes and seconds by their marks", '- 5\'30" 90% pace\n- 45" Z1', "5:30 90% pace\n45s zone 1"],
  ["what a device is told a step is", "- 90s 100% pace intensity=rest", "90s rest 100% pace"],
  ["rest after a step", "- 200m 95% pace 30s rest", "200m 95% pace\n30s rest"],
  ["threshold heart rate", "- 30m 95-99% LTHR", "30min 95-99% LTHR"],
  ["heart rate of maximum", "- 30m 70% HR", "30min 70% HRmax"],
  ["lap press", "- lap press Z2", "lap press zone 2"],
  ["a stretch as one likes is no hard work", "- 5m freeride", '5min run "freeride"'],
  ["metres written out", "- 400mtr Z5", "400m zone 5"],
];

describe("the intervals.icu dialect", () => {
  for (const [name, dialect, own] of same) {
    test(`${name} means the same in our words`, () => {
      expect(formatWorkout(blocks(dialect))).toBe(formatWorkout(blocks(own)));
    });
  }

  test("keeps title, labels, cadence and instructions instead of dropping them", () => {
    const parsed = parseWorkout("Sweet Spot\n\nKeep tall\n- Quick feet 4m 90% pace 180spm");
    expect(parsed.ok && parsed.title).toBe("Sweet Spot");
    expect(parsed.ok && parsed.blocks[0]).toMatchObject({ note: "Keep tall Quick feet 180spm" });
  });

  test("a blank line ends a repeat", () => {
    const read = blocks("3x\n- 8m 88% pace\n- 4m Z2 HR\n\n- 10m Z1 HR");
    expect(read.map((block) => block.type)).toEqual(["repeat", "step"]);
  });

  test("power targets and steps without a length are refused with their line", () => {
    const parsed = parseWorkout("Main\n- 10m 220w\n- easy");
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.line)).toEqual([2, 3]);
  });
});

const catalogue = join(
  process.env.MESOCYCLE_SHARED ?? resolve(import.meta.dirname, "../../../../../shared"),
  "data/plans/intervals_icu_text/running_catalog.md",
);
const hasCatalogue = existsSync(catalogue);
if (!hasCatalogue) console.warn(`skipped: the real catalogue of running workouts is not at ${catalogue}`);

describe.skipIf(!hasCatalogue)("a real catalogue of running workouts", () => {
  const texts = hasCatalogue
    ? [...readFileSync(catalogue, "utf8").matchAll(/```\n([\s\S]*?)```/g)].map((match) => match[1] ?? "")
    : [];

  test("every workout is read, keeps its title and is stable in our language", () => {
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      const parsed = parseWorkout(text);
      if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
      expect(parsed.title, text).toBeTruthy();
      expect(blocks(formatWorkout(parsed.blocks))).toEqual(parsed.blocks);
    }
  });

  test("times add up as its author's parser adds them", () => {
    const timeOf = (title: string) => {
      const text = texts.find((candidate) => candidate.trimStart().startsWith(title)) ?? "";
      return summariseSteps(resolveWorkout(blocks(text))).durationS;
    };
    expect(timeOf("Cruise Intervals")).toBe(60 * (15 + 4 * 6.5 + 10));
    expect(timeOf("Hill Repeats")).toBe(60 * (10 + 8 * 2.75 + 10));
    expect(timeOf("Progressive Long Run")).toBe(90 * 60);
    expect(timeOf("Fartlek")).toBe(60 * (10 + 22 + 10));
  });
});
