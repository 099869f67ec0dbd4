import fc from "fast-check";
import { expect, test } from "vitest";
import { type AthleteRow, SORTS, shownRows } from "./athlete-rows.ts";

const value = fc.option(fc.integer({ min: -50, max: 50 }));
const day = fc.option(fc.constantFrom("2026-03-01", "2026-03-02", "2026-04-01"));
const row: fc.Arbitrary<AthleteRow> = fc.record({
  athleteId: fc.uuid(),
  name: fc.constantFrom("Ada", "Bo", "Cem", "Dag"),
  squads: fc.constant([]),
  needs: fc.integer({ min: 0, max: 4 }),
  form: value,
  fitness: value,
  fatigue: value,
  weekKm: value,
  lastOn: day,
  raceOn: day,
  raceName: fc.constant(null),
  squadNames: fc.constantFrom("Milers", "Track", null),
});

test("sorting loses nobody, and what is not known stands last whichever way it goes", () => {
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(...SORTS), fc.boolean(), (rows, sort, down) => {
      const shown = shownRows(rows, { squad: null, find: "", sort, down });
      expect([...shown].sort(byId)).toEqual([...rows].sort(byId));
      const known = shown.map((each) => each[sort]).filter((each) => each !== null);
      expect(shown.slice(known.length).every((each) => each[sort] === null)).toBe(true);
      for (const [at, each] of known.entries()) {
        const next = known[at + 1];
        if (next !== undefined) expect(down ? each >= next : each <= next).toBe(true);
      }
    }),
  );
});

function byId(a: AthleteRow, b: AthleteRow): number {
  return a.athleteId.localeCompare(b.athleteId);
}
