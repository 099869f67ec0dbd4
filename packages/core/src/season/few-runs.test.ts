import { describe, expect, test } from "vitest";
import { buildSeason, isRun, readSeasonRequest } from "./index.ts";

const request = (more: Record<string, unknown>) =>
  readSeasonRequest({
    format: "mesocycle/season-request",
    version: 1,
    start: "2026-01-05",
    level: "intermediate",
    ...more,
  });

describe("requests that say little", () => {
  test("a season without a race lays a base and a build", () => {
    const asked = request({ runsPerWeek: 4, currentWeeklyKm: 30 });
    expect(asked.races).toEqual([]);
    expect(buildSeason(asked).phases.map(({ kind }) => kind)).toEqual(["base", "build", "recovery"]);
    expect(request({ runsPerWeek: 4, currentWeeklyKm: 30, races: null }).races).toEqual([]);
  });

  test("few runs a week hold at least their even share from the first week", () => {
    for (const [runsPerWeek, currentWeeklyKm] of [
      [1, 8],
      [2, 18],
      [3, 12],
    ] as const) {
      const season = buildSeason(request({ runsPerWeek, currentWeeklyKm }));
      const runs = (season.weeks[0]?.workouts ?? []).filter(({ kind }) => isRun(kind));
      const km = runs.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0) / 1000;
      expect(km).toBeGreaterThan(currentWeeklyKm * 0.85);
      expect(season.notHonoured?.map(({ code }) => code)).not.toContain("current-km-not-held");
    }
  });

  test("a race of tomorrow is not said to follow a run of 0 km that nobody asked about", () => {
    const races = [{ date: "2026-01-06", distanceM: 5000, priority: "A" }];
    const season = buildSeason(request({ runsPerWeek: 4, currentWeeklyKm: 30, races }));
    expect(season.notHonoured?.map(({ code }) => code)).not.toContain("race-beyond-training");
  });
});
