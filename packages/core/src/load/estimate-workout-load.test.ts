import { pacingOfScore } from "@repo/core/paces";
import { parseWorkout, resolveWorkout } from "@repo/core/workouts";
import { describe, expect, it } from "vitest";
import { estimateWorkoutLoad } from "./index.ts";

const PACING = pacingOfScore(50);

function loadOf(text: string, pacing = PACING): number {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const load = estimateWorkoutLoad(resolveWorkout(parsed.blocks, pacing), pacing);
  return load.known ? load.value : Number.NaN;
}

describe("the load of a planned workout", () => {
  it("is on the scale of what was done: 100 for one hour at threshold", () => {
    expect(loadOf("60min @T")).toBeCloseTo(100, 6);
  });

  it("orders an hour of easy running, of tempo and of intervals", () => {
    const easy = loadOf("60min @e");
    const tempo = loadOf("15min @e\n30min @T\n15min @e");
    const intervals = loadOf("15min @e\n6 x (3min @5k, 2min jog)\n15min @e");
    expect(easy).toBeGreaterThan(45);
    expect(easy).toBeLessThan(70);
    expect(tempo).toBeGreaterThan(easy * 1.2);
    expect(intervals).toBeGreaterThan(easy * 1.2);
  });

  it("is estimated from efforts where no score is known", () => {
    const unknown = { ...PACING, score: null, thresholdSpeedMps: null };
    expect(loadOf("60min @T", unknown) / loadOf("60min @T")).toBeCloseTo(1, 1);
  });

  it("is unknown when nothing has a length", () => {
    expect(estimateWorkoutLoad([], PACING)).toEqual({ known: false, reason: "no-steps" });
  });
});
