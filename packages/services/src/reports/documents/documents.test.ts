import { addDays } from "@repo/core/calendar";
import { athleteWeek, blockReview, raceWeekSheet } from "@repo/core/report";
import { SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockDocument, raceDocument, readerWords, weekDocument } from "./index.ts";

const FROM = "2025-01-06";

const anyReports = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    story: fc.constantFrom(...SIMULATED_STORIES),
    days: fc.integer({ min: 5, max: 200 }),
    season: fc.boolean(),
    units: fc.constantFrom("metric" as const, "imperial" as const),
    distanceM: fc.constantFrom(1500, 5000, 21_097.5, 42_195, 100_000),
    goalTimeS: fc.option(fc.integer({ min: 900, max: 20_000 }), { nil: null }),
  })
  .map(({ seed, story, days, season, units, distanceM, goalTimeS }) => {
    const day = addDays(FROM, days);
    const history = simulateAthlete({ seed, from: FROM, to: day, story, recording: { season } });
    const race = { date: addDays(day, 4), priority: "A" as const, distanceM, goalTimeS };
    const waivers = [{ rule: "hard-days-apart", dates: [day], reason: "Both races count" }];
    const of = { name: "A runner", path: "/", ribbon: null, waivers };
    const say = readerWords(units);
    return [
      weekDocument(athleteWeek(history, day, { asOf: day }), of, say),
      blockDocument(blockReview(history, addDays(day, -41), day), of, say),
      raceDocument(raceWeekSheet(history, race, day, { conditions: { temperatureC: 30 } }), of, say),
    ];
  });

test("no sentence of any report has a hole in it, and every row has its table's columns", () => {
  fc.assert(
    fc.property(anyReports, (documents) => {
      for (const document of documents) {
        const text = JSON.stringify(document);
        expect(text).not.toMatch(/NaN|undefined|Infinity|\[object|null [a-z]| {2}/);
        for (const block of document.blocks)
          if (block.kind === "table")
            for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
    }),
    { numRuns: 40 },
  );
});
