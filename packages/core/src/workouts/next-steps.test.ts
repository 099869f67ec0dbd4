import { describe, expect, test } from "vitest";
import { type Block, nextSteps, parseWorkout, WORKOUT_LIBRARY, type WorkoutRun } from "./index.ts";

function blocks(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
  return parsed.blocks;
}

const run = (day: number, rpe = 8, outcome: WorkoutRun["outcome"] = "done"): WorkoutRun => ({
  date: `2026-01-${String(day).padStart(2, "0")}`,
  outcome,
  rpe,
});
const FOUR_HUNDREDS = {
  blocks: blocks("10min warm-up\n8 x 400m @5k, 200m jog\n10min cool-down"),
  workout: "repeats-400-5k",
};

describe("what to do the next time", () => {
  test("is one more repetition, or less rest, or a little faster, never two at once (M44)", () => {
    const main = nextSteps(FOUR_HUNDREDS, [run(1)]).map((step) => [step.change, step.text.split("\n")[1]]);
    expect(main).toEqual([
      ["reps", "9 x 400m @5k, 200m jog"],
      ["rest", "8 x 400m @5k, 150m jog"],
      ["pace", "8 x 400m @5k-2, 200m jog"],
    ]);
  });

  test("after a session that left nothing in hand is to repeat, ease or rest more (M56)", () => {
    const steps = nextSteps(FOUR_HUNDREDS, [run(1), run(8, 10)]);
    expect(steps.map((step) => step.change)).toEqual(["repeat", "ease", "rest"]);
    expect(steps[1]?.text).toContain("7 x 400m");
    expect(steps[2]?.text).toContain("250m jog");
    expect(nextSteps(FOUR_HUNDREDS, [run(8, 8, "not-finished")])[0]?.change).toBe("repeat");
  });

  test("after about four weeks of one workout is another of its kind (M35)", () => {
    const steps = nextSteps(FOUR_HUNDREDS, [run(22), run(1), run(15), run(8)]);
    expect(steps.map((step) => step.change)).toEqual(["switch", "switch", "switch"]);
    expect(steps.every((step) => step.workout !== "repeats-400-5k" && step.source.includes("M35"))).toBe(
      true,
    );
    expect(nextSteps(FOUR_HUNDREDS, [run(1), run(2), run(3), run(4)])[0]?.change).toBe("reps");
  });

  test("the first time is the workout as it stands", () => {
    expect(nextSteps(FOUR_HUNDREDS, [])[0]).toMatchObject({ change: "repeat", reason: "first-time" });
  });

  test("a run without repetitions grows in length or pace", () => {
    const steps = nextSteps({ blocks: blocks("20min @T") }, [run(1)]);
    expect(steps.slice(0, 2).map((step) => step.text)).toEqual(["25min @T", "20min @T-2"]);
  });

  test("three different offers exist for every workout of the library, each readable", () => {
    for (const workout of WORKOUT_LIBRARY) {
      for (const dose of workout.doses) {
        const steps = nextSteps({ blocks: blocks(dose.text), workout: workout.id }, [run(1)]);
        expect(steps, workout.id).toHaveLength(3);
        expect(new Set(steps.map((step) => step.text)).size, workout.id).toBe(3);
        for (const step of steps) blocks(step.text);
      }
    }
  });
});
