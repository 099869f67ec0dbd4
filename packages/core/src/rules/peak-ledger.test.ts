import { addDays } from "@repo/core/calendar";
import { buildSeason, type Season, SeasonRequest } from "@repo/core/season";
import { expect, test } from "vitest";
import { checkSeason, peakLedger } from "./index.ts";

const REQUEST = SeasonRequest.parse({
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-01-05",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 45,
  races: [
    { date: "2026-05-17", distanceM: 10_000, priority: "A", name: "Spring 10K" },
    { date: "2026-10-11", distanceM: 21_097, priority: "A", name: "Autumn half" },
  ],
});

test("a year of two goal races spends its whole budget, each peak with its recovery and base", () => {
  const ledger = peakLedger(buildSeason(REQUEST));
  expect(ledger).toMatchObject({ allowed: 2, used: 2 });
  expect(ledger.peaks.map(({ races }) => races.map(({ name }) => name))).toEqual([
    ["Spring 10K"],
    ["Autumn half"],
  ]);
  for (const peak of ledger.peaks) {
    expect(peak.weeks).toBeGreaterThanOrEqual(1);
    expect(peak.baseWeeks).toBeGreaterThan(0);
  }
  expect(ledger.peaks[0]?.recoveryWeeks).toBeGreaterThan(0);
});

test("a peak of another season counts in the same year, for the ledger and for the rule; a year away it does not", () => {
  const season = buildSeason(REQUEST);
  const winter = { start: "2026-02-01", season: "Indoor season", races: [] };
  const ledger = peakLedger(season, { otherPeaks: [winter] });
  expect(ledger).toMatchObject({ allowed: 2, used: 3 });
  expect(ledger.peaks.map(({ number, season: name }) => [number, name])).toEqual([
    [1, "Indoor season"],
    [2, null],
    [3, null],
  ]);
  const found = checkSeason(season, { otherPeaks: [winter] }).filter(({ rule }) => rule === "peak-count");
  expect(found.map(({ title }) => title)).toEqual([
    expect.stringMatching(/is number 3 within twelve months, other seasons counted \(1\); 2 are enough/),
  ]);
  const longAgo = { ...winter, start: "2025-03-01" };
  expect(peakLedger(season, { otherPeaks: [longAgo] }).used).toBe(2);
  expect(checkSeason(season, { otherPeaks: [longAgo] })).toEqual(checkSeason(season));
});

test("three peaks are enough where the goal races of every season of the year are short", () => {
  const races = [{ date: "2026-05-17", distanceM: 5_000, priority: "A" as const }];
  const season = buildSeason(SeasonRequest.parse({ ...REQUEST, races }));
  const short = {
    start: "2026-02-01",
    season: "Indoor",
    races: [{ date: "2026-02-20", name: null, distanceM: 1_500 }],
  };
  expect(peakLedger(season, { otherPeaks: [short] }).allowed).toBe(3);
  const long = { ...short, races: [{ date: "2026-02-20", name: null, distanceM: 42_195 }] };
  expect(peakLedger(season, { otherPeaks: [long] }).allowed).toBe(2);
});

test("the ledger is overdrawn exactly where the rule finds too many peaks", () => {
  const phases = [0, 8, 16, 24].flatMap((week) => [
    {
      kind: "base" as const,
      start: addDays("2026-01-05", week * 7),
      end: addDays("2026-01-05", week * 7 + 41),
    },
    {
      kind: "peak" as const,
      start: addDays("2026-01-05", week * 7 + 42),
      end: addDays("2026-01-05", week * 7 + 55),
    },
  ]);
  const season: Season = { format: "mesocycle/season", version: 1, phases, weeks: [] };
  const ledger = peakLedger(season);
  const over = ledger.peaks.filter(({ number, of }) => number > of).map(({ start }) => start);
  const found = checkSeason(season).filter(({ rule }) => rule === "peak-count");
  expect(over).toEqual(found.map(({ dates }) => dates[0]));
  expect(ledger.used).toBe(4);
});
