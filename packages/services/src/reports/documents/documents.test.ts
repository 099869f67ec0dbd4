import { addDays } from "@repo/core/calendar";
import { athleteWeek, blockReview, raceWeekSheet, typeset } from "@repo/core/report";
import { SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import { sayWarning } from "@repo/services/warnings";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockDocument, digestDocument, raceDocument, readerWords, weekDocument } from "./index.ts";

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

/** Everything a document says, but for names: of races and of workouts as somebody wrote them. */
function saidIn(document: ReturnType<typeof blockDocument>, names: readonly string[]): string {
  return names.reduce((text, name) => text.replaceAll(name, "…"), JSON.stringify(document));
}

test("a reader with miles is told no kilometre in a block's review and a race's sheet, only the names of races", () => {
  const day = "2025-08-10";
  const recording = { season: true };
  const history = simulateAthlete({ seed: 11, from: FROM, to: day, story: "improving", recording });
  const ribbon = { from: FROM, phases: ["base"], plannedKm: [40], doneKm: [38], race: null };
  const of = { name: "A runner", path: "/", ribbon };
  const goal = { date: addDays(day, 4), priority: "A" as const, distanceM: 21_097.5, goalTimeS: null };
  const sheet = raceWeekSheet(history, goal, day);
  const titles = sheet.days.flatMap(({ entries }) => entries.flatMap(({ planned }) => planned?.title ?? []));
  const names = [...titles, sheet.lastHardSession?.title ?? ""].filter((title) => title !== "").map(typeset);
  const say = readerWords("imperial");
  const block = saidIn(blockDocument(blockReview(history, addDays(day, -41), day), of, say), names);
  const race = saidIn(raceDocument(sheet, of, say), names);
  for (const said of [block, race]) {
    expect(said).toMatch(/\d mi\b/);
    expect(said.replace(/over (5|10) km/g, "")).not.toMatch(/\d[\s\u00a0]?km\b|\/km\b/);
  }
  expect(race).toMatch(/\d:\d\d\/mi evenly/);
  expect(race).toMatch(/\["5 mi","\d+:\d\d"\],\["10 mi"/);
});

test("a digest says its table, its warnings and its remedies in the reader's miles", () => {
  const spike = {
    kind: "session-spike",
    severity: "warn",
    title: "",
    evidence: [
      { label: "longest run of the 30 days before", value: 16, unit: "km" },
      { label: "this run", value: 24.1, unit: "km", limit: 17.6 },
    ],
  };
  expect(sayWarning(spike, "imperial")).toEqual({
    badge: null,
    title: "One run of 15 mi, 51 % farther than any of 30 days",
    story: "The longest before it was 9.9 mi; up to 10.9 mi would have been an ordinary step.",
  });
  const counts = { planned: 1, done: 1, missed: 0, plannedKm: 10, doneKm: 9.6 };
  const content = {
    ...{ orgId: "", orgName: "A club", readerName: "A coach", date: "2026-03-10", athletes: 1 },
    ...{ needs: [], notes: [], silent: [], yesterday: [{ athleteId: "", name: "A runner", ...counts }] },
  };
  const table = digestDocument(content, { path: "/", units: "imperial" }).blocks.find(
    ({ kind }) => kind === "table",
  );
  expect(table).toMatchObject({ rows: [["A runner", "1 of 1", "6.0 of 6.2"]] });
  expect(JSON.stringify(table)).toContain('"Miles"');
});
