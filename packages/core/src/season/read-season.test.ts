import { AppError } from "@repo/core/errors";
import { describe, expect, test } from "vitest";
import { buildSeason, readSeason, readSeasonRequest } from "./index.ts";

const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-01-05",
  level: "intermediate",
  runsPerWeek: 4,
  currentWeeklyKm: 30,
  races: [{ date: "2026-05-17", distanceM: 10000, priority: "A" }],
};

function faultsOf(json: unknown, read: (json: unknown) => unknown = readSeasonRequest): unknown {
  try {
    read(json);
  } catch (error) {
    if (error instanceof AppError) return error.details.faults;
    throw error;
  }
  return [];
}

describe("a season request", () => {
  test("is read when it is sound", () => {
    expect(readSeasonRequest(REQUEST).runsPerWeek).toBe(4);
  });

  test("names the path, what was found and what was expected", () => {
    expect(faultsOf({ ...REQUEST, level: "elite" })).toEqual([
      { path: "level", found: '"elite"', expected: "one of beginner, intermediate, advanced" },
    ]);
    expect(faultsOf({ ...REQUEST, injuryHistory: ["left hamstring", "brain"] })).toMatchObject([
      { path: "injuryHistory[1]", found: '"brain"', expected: expect.stringContaining("achilles") },
    ]);
    expect(faultsOf({ ...REQUEST, runsPerWeek: 40 })).toEqual([
      { path: "runsPerWeek", found: "40", expected: "at most 14" },
    ]);
    expect(
      faultsOf({ ...REQUEST, races: [{ date: "2026-02-30", distanceM: 10000, priority: "A" }] }),
    ).toMatchObject([{ path: "races[0].date", found: '"2026-02-30"' }]);
  });

  test("refuses fields it does not know by their name", () => {
    expect(faultsOf({ ...REQUEST, weeklyMiles: 30 })).toEqual([
      { path: "weeklyMiles", found: "30", expected: "no field of this name" },
    ]);
  });

  test("names a field that nests too deep to be written out", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    expect(faultsOf({ ...REQUEST, goals: deep, level: deep })).toMatchObject([
      { path: "level", found: "a list of 1" },
      { path: "goals", found: "a list of 1", expected: "no field of this name" },
    ]);
  });

  test("refuses contradictions: a race before the start, no day left, a time nobody has run", () => {
    expect(
      faultsOf({ ...REQUEST, races: [{ date: "2025-12-01", distanceM: 5000, priority: "A" }] }),
    ).toMatchObject([{ path: "races[0].date", found: "2025-12-01" }]);
    expect(
      faultsOf({ ...REQUEST, unavailable: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] }),
    ).toMatchObject([{ path: "unavailable", found: "all seven weekdays" }]);
    expect(faultsOf({ ...REQUEST, recentResult: { distanceM: 5000, timeS: 500 } })).toMatchObject([
      { path: "recentResult.timeS", found: "500 s for 5000 m" },
    ]);
    expect(faultsOf({ ...REQUEST, longRunDay: "fri", unavailable: ["fri"] })).toMatchObject([
      { path: "longRunDay" },
    ]);
  });

  test("names a number beyond all limits as such", () => {
    expect(faultsOf({ ...REQUEST, currentWeeklyKm: Number.POSITIVE_INFINITY })).toMatchObject([
      { path: "currentWeeklyKm", found: "a number beyond all limits" },
    ]);
  });

  test("is refused as a whole when it is no object", () => {
    for (const json of [null, 5, "season", [], undefined]) {
      expect(faultsOf(json)).toHaveLength(1);
    }
  });
});

describe("a season file", () => {
  test("is read back as it was written", () => {
    const season = buildSeason(readSeasonRequest(REQUEST));
    expect(readSeason(JSON.parse(JSON.stringify(season)))).toEqual(JSON.parse(JSON.stringify(season)));
  });

  test("is the same in whatever order its file has phases, weeks and workouts", () => {
    const season = JSON.parse(JSON.stringify(buildSeason(readSeasonRequest(REQUEST))));
    const turned = structuredClone(season);
    turned.phases.reverse();
    turned.weeks.reverse();
    for (const week of turned.weeks)
      week.workouts.sort((a: { date: string }, b: { date: string }) => (a.date > b.date ? -1 : 1));
    const dates = (read: ReturnType<typeof readSeason>) => [
      read.phases.map((each) => each.start),
      read.weeks.map((week) => [week.start, ...week.workouts.map((each) => each.date)]),
    ];
    expect(dates(readSeason(turned))).toEqual(dates(readSeason(season)));
  });

  test("may leave out ids, distances, steps and the request", () => {
    const season = readSeason({
      format: "mesocycle/season",
      version: 1,
      phases: [],
      weeks: [
        {
          start: "2026-01-05",
          phase: "base",
          targetKm: null,
          workouts: [{ date: "2026-01-06", kind: "easy", hard: false, title: "Easy" }],
        },
      ],
    });
    expect(season.weeks[0]?.cutback).toBe(false);
  });

  test("may leave out what follows from the rest, as other programs write it", () => {
    const week = (workouts: unknown[]) => ({
      format: "mesocycle/season",
      version: 1,
      phases: [],
      weeks: [{ start: "2026-01-05", phase: "build", cutback: null, workouts }],
    });
    const read = readSeason(
      week([
        { date: "2026-01-06", kind: "intervals", steps: [{ kind: "work", distanceM: 400 }] },
        { date: "2026-01-07", kind: "easy", steps: [{ kind: "steady", distanceM: 8000, intensity: 0.5 }] },
        { date: "2026-01-08", kind: "hills", title: "Easy 6 km + 5 hill sprints" },
      ]),
    );
    expect(read.weeks[0]?.targetKm).toBeNull();
    expect(read.weeks[0]?.workouts.map((each) => each.hard)).toEqual([true, false, false]);
    expect(read.weeks[0]?.workouts[0]).toMatchObject({ title: "intervals", steps: [] });
    expect(read.weeks[0]?.workouts[1]?.steps?.[0]).toMatchObject({ distanceM: 8000, target: null });
    const steps = (value: unknown) =>
      faultsOf(week([{ date: "2026-01-06", kind: "easy", steps: value }]), readSeason);
    expect(steps("none")).toMatchObject([{ path: "weeks[0].workouts[0].steps", found: '"none"' }]);
    expect(steps([{ kind: "work", distanceM: "far", intensity: 1 }])).toMatchObject([
      { path: "weeks[0].workouts[0].steps[0].distanceM", found: '"far"' },
    ]);
    expect(steps([{ kind: "work", durationS: -60, speedLowMps: 1e9, intensity: 1 }])).toMatchObject([
      { path: "weeks[0].workouts[0].steps[0].durationS", found: "-60" },
      { path: "weeks[0].workouts[0].steps[0].speedLowMps", found: "1000000000" },
    ]);
  });

  test("names a workout that lies outside its week", () => {
    const season = {
      format: "mesocycle/season",
      version: 1,
      phases: [],
      weeks: [
        {
          start: "2026-01-05",
          phase: "base",
          targetKm: 30,
          workouts: [{ date: "2026-01-13", kind: "easy", hard: false, title: "Easy" }],
        },
      ],
    };
    expect(faultsOf(season, readSeason)).toEqual([
      {
        path: "weeks[0].workouts[0].date",
        found: "2026-01-13",
        expected: "a day of the week 2026-01-05 to 2026-01-11",
      },
    ]);
  });

  test("names a week that comes twice", () => {
    const week = { start: "2026-01-05", phase: "base", targetKm: 30, workouts: [] };
    const season = { format: "mesocycle/season", version: 1, phases: [], weeks: [week, week] };
    expect(faultsOf(season, readSeason)).toEqual([
      { path: "weeks[1].start", found: "2026-01-05 again", expected: "another than weeks[0].start" },
    ]);
  });
});
