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
