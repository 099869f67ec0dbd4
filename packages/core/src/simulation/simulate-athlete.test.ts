import { readHistory } from "@repo/core/history";
import { describe, expect, test } from "vitest";
import { demoAthletes, SIMULATED_STORIES, simulateAthlete } from "./index.ts";

const FROM = "2024-01-01";
const TO = "2025-03-30";

describe("simulated athletes", () => {
  test("the same request gives the same history, another seed another", () => {
    const request = { seed: 11, from: FROM, to: TO, story: "improving" } as const;
    expect(simulateAthlete(request)).toEqual(simulateAthlete(request));
    expect(simulateAthlete({ ...request, seed: 12 }).activities).not.toEqual(
      simulateAthlete(request).activities,
    );
  });

  test("every story gives a history that the reader accepts, within its days", () => {
    for (const story of SIMULATED_STORIES) {
      const history = simulateAthlete({ seed: 3, from: FROM, to: TO, onset: "2024-10-01", story });
      expect(readHistory(JSON.parse(JSON.stringify(history))).activities.length).toBeGreaterThan(100);
      for (const activity of history.activities) {
        expect(activity.date >= FROM && activity.date <= TO).toBe(true);
        expect(Number.isFinite(activity.durationS) && activity.durationS > 0).toBe(true);
      }
    }
  });

  test("an improving runner gets faster, one who stopped varying does not any more", () => {
    const timesOf = (story: "improving" | "same-workout") => {
      const change: number[] = [];
      for (let seed = 1; seed <= 12; seed++) {
        const runner = { resultEveryDays: 7, resultDistanceM: 5000 };
        const { results } = simulateAthlete({ seed, from: FROM, to: TO, onset: "2024-09-01", story, runner });
        const meanOf = (from: string, to: string) => {
          const times = results
            .filter((each) => each.date >= from && each.date <= to)
            .map((each) => each.timeS);
          return times.reduce((sum, time) => sum + time, 0) / times.length;
        };
        change.push(meanOf("2025-01-20", TO) / meanOf("2024-09-20", "2024-12-01") - 1);
      }
      return change.reduce((sum, value) => sum + value, 0) / change.length;
    };
    expect(timesOf("improving")).toBeLessThan(-0.03);
    expect(Math.abs(timesOf("same-workout"))).toBeLessThan(0.015);
  });

  test("what is not recorded is absent, never zero", () => {
    const recording = { hr: 0, rpe: 0, laps: 0, wellness: 0 };
    const { activities, wellness } = simulateAthlete({
      seed: 5,
      from: FROM,
      to: TO,
      story: "improving",
      recording,
    });
    expect(wellness).toEqual([]);
    expect(activities.some((each) => "avgHr" in each || "rpe" in each || "laps" in each)).toBe(false);
  });

  test("the demo club has twelve athletes, marked as demo, of whom two years are known", () => {
    const club = demoAthletes("2026-11-22");
    expect(club).toHaveLength(12);
    expect(new Set(club.map((each) => each.name)).size).toBe(12);
    for (const { name, history } of club) {
      expect(name).toMatch(/ Demo$/);
      expect(history.activities[0]?.date.slice(0, 7)).toBe("2024-11");
    }
  });
});
