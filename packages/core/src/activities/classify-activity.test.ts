import { describe, expect, it } from "vitest";
import { type Activity, classifyActivity } from "./index.ts";

describe("what a session was", () => {
  const run = (more: Partial<Activity>): Activity => ({
    id: "1",
    date: "2026-05-01",
    sport: "run",
    durationS: 3000,
    distanceM: 9000,
    ...more,
  });
  const known = { thresholdSpeedMps: 3.7, thresholdHr: 170, usualDistanceM: 9000 };

  it("is told from title, laps, plan and distance", () => {
    const intents = [
      run({ title: "6 x 800 m" }),
      run({ title: "Easy + 6 x 20s strides" }),
      run({ title: "Tempo Tuesday" }),
      run({ title: "Parkrun" }),
      run({ distanceM: 18_000, durationS: 6000 }),
      run({ title: "Hill repeats 8 x 60s" }),
      run({ sport: "strength" }),
      run({}),
    ].map((activity) => classifyActivity(activity, known).intent);
    expect(intents).toEqual([
      "intervals",
      "easy",
      "threshold",
      "race",
      "long",
      "hills",
      "strength",
      "unknown",
    ]);
    expect(classifyActivity(run({ title: "Parkrun" }), { ...known, plannedKind: "easy" }).intent).toBe(
      "easy",
    );
    expect(classifyActivity(run({}), { ...known, isResult: true }).intent).toBe("race");
  });

  it("is not told from half a title", () => {
    const intents = [
      "10 km at race pace",
      "Shakeout before the race",
      "Easy run over the hills",
      "Easy long run",
      "Marathon pace long run",
      "Marathon training",
      "Tempo intervals",
      "Lunch run",
    ].map((title) => classifyActivity(run({ title }), known).intent);
    expect(intents).toEqual([
      "race-pace",
      "easy",
      "easy",
      "long",
      "race-pace",
      "unknown",
      "intervals",
      "unknown",
    ]);
    const raced = run({ title: "Oslo Marathon", distanceM: 42_400, durationS: 12_600 });
    expect(classifyActivity(raced, known).intent).toBe("race");
  });

  it("keeps what was meant apart from how hard it was", () => {
    const tooHard = classifyActivity(run({ title: "Easy run", avgHr: 169 }), known);
    expect([tooHard.intent, tooHard.measured, tooHard.hard]).toEqual(["easy", "high", true]);
    const easy = classifyActivity(run({ title: "Easy run", avgHr: 140 }), known);
    expect([easy.measured, easy.hard]).toEqual(["low", false]);
  });

  it("is not measured where nothing was recorded", () => {
    expect(classifyActivity(run({ distanceM: null }), known).measured).toBeNull();
  });
});
