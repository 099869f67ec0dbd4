import { NO_PACING, pacingOfScore } from "@repo/core/paces";
import { parseWorkout } from "@repo/core/workouts";
import { describe, expect, it } from "vitest";
import { repacedWorkouts } from "./index.ts";

const planned = (text: string) => {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(text);
  return { id: text, date: "2026-03-01", title: text, blocks: parsed.blocks };
};
const [slow, fast] = [pacingOfScore(45), pacingOfScore(47)];

describe("repaced workouts", () => {
  it("are told by their hardest step, before and after", () => {
    const [repaced] = repacedWorkouts(
      [planned("15min easy, 6 x 800m @5k, 400m jog, 10min easy")],
      slow,
      fast,
    );
    expect(repaced?.after.fastSPerKm).toBeLessThan(repaced?.before.fastSPerKm ?? 0);
    expect(repaced?.before.fastSPerKm).toBeLessThan(270);
  });

  it("are not those that say how hard, how fast in figures, or nothing", () => {
    const texts = ["4 x 1km @4:00-4:10/km, 90s rest", "30min RPE 3", "10min"];
    expect(repacedWorkouts(texts.map(planned), slow, fast)).toEqual([]);
  });

  it("are those whose heart rates change, and none where nothing does", () => {
    const hr = planned("40min @ 70-80% of max HR");
    const [before, after] = [
      { ...NO_PACING, maxHr: 180 },
      { ...NO_PACING, maxHr: 190 },
    ];
    expect(repacedWorkouts([hr], before, after)[0]?.after.highBpm).toBe(152);
    expect(repacedWorkouts([hr], before, before)).toEqual([]);
  });
});
