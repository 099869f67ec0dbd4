import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ARTICLE_ZONES,
  articleHrZones,
  articleZoneOfRpe,
  describePaces,
  estimateMaxHr,
  frielHrZones,
  frielPaceZones,
  percentMaxHrZones,
  plausibleHr,
  reserveFraction,
  reserveZones,
  threeZonesHr,
  threeZonesPace,
  timeInZone,
  type ZoneTable,
  zoneOf,
} from "./index.ts";

function table(estimate: { known: true; value: ZoneTable } | { known: false; reason: string }): ZoneTable {
  if (!estimate.known) throw new Error(estimate.reason);
  return estimate.value;
}

const TABLES = [
  table(percentMaxHrZones(190)),
  table(reserveZones({ restingHr: 50, maxHr: 190 })),
  table(frielHrZones(172)),
  table(frielPaceZones(255)),
  table(threeZonesHr({ secondHr: 172 })),
  table(threeZonesPace(255)),
];

describe("zones", () => {
  test("of one scheme neither overlap nor leave a gap", () => {
    for (const { zones, unit } of TABLES) {
      const byStart = [...zones].sort((a, b) => (a.low ?? -1) - (b.low ?? -1));
      expect(byStart.slice(1).map((zone) => zone.low)).toEqual(byStart.slice(0, -1).map((zone) => zone.high));
      expect(unit === "bpm" ? byStart.at(-1)?.high : byStart[0]?.low).toBeNull();
    }
  });

  test("a table says which scheme it is and whether a threshold in it is an estimate", () => {
    expect(new Set(TABLES.map((one) => one.scheme)).size).toBe(TABLES.length);
    expect(table(threeZonesHr({ secondHr: 172 })).estimated).toBe(true);
    expect(table(threeZonesHr({ secondHr: 172, firstHr: 150 })).estimated).toBe(false);
  });

  test("of the articles carry talk test and RPE, and heart rates only where printed (M1–M5)", () => {
    expect(ARTICLE_ZONES.map((zone) => zone.zone)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ARTICLE_ZONES.map((zone) => zone.talkTest).slice(0, 4)).toEqual([
      "could-sing",
      "full-sentences",
      "short-sentences",
      "phrases",
    ]);
    expect([2, 4, 6, 7, 8.5, 10].map((rpe) => articleZoneOfRpe(rpe)?.zone)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(articleZoneOfRpe(11)).toBeNull();
    expect(table(articleHrZones(200)).zones.map((zone) => [zone.zone, zone.low, zone.high])).toEqual([
      ["1", 120, 140],
      ["2", 120, 140],
      ["5", 180, 200],
    ]);
  });

  test("are not made from impossible heart rates", () => {
    expect(reserveZones({ restingHr: 160, maxHr: 190 })).toEqual({
      known: false,
      reason: "reserve-too-small",
    });
    expect(percentMaxHrZones(Number.NaN).known).toBe(false);
    expect(threeZonesHr({ secondHr: 160, firstHr: 170 }).known).toBe(false);
    expect(estimateMaxHr(5).known).toBe(false);
    expect(reserveFraction({ restingHr: 50, maxHr: 190 }, 40)).toEqual({ known: true, value: 0 });
  });
});

describe("time in zone", () => {
  const zones = table(percentMaxHrZones(200));
  const each = (values: (number | null)[]) => values.map((value, offsetS) => ({ offsetS, value }));

  test("counts each reading until the next and loses no second", () => {
    const values = [...Array(60).fill(130), ...Array(60).fill(165), ...Array(61).fill(190)];
    const found = timeInZone(each(values), zones);
    expect(found.seconds.map((zone) => zone.seconds)).toEqual([0, 60, 0, 60, 60]);
    expect([found.missingS, found.coverage, found.usable]).toEqual([0, 1, true]);
  });

  test("a dropout is missing, not zone 1, and too many make the split unusable", () => {
    const values = [...Array(50).fill(150), ...Array(51).fill(null)];
    const found = timeInZone(each(values), zones);
    expect(found.missingS).toBe(50);
    expect(found.seconds.reduce((total, zone) => total + zone.seconds, 0)).toBe(50);
    expect(found.usable).toBe(false);
  });

  test("a pause of the recording is missing beyond fifteen seconds", () => {
    const found = timeInZone(
      [
        { offsetS: 0, value: 150 },
        { offsetS: 600, value: 150 },
      ],
      zones,
    );
    expect(found.missingS).toBe(585);
  });

  test("readings outside rest − 5 to max + 5 are artefacts", () => {
    const range = plausibleHr({ restingHr: 50, maxHr: 190 });
    const found = timeInZone(each([150, 234, 20, 150, 150]), zones, range);
    expect([found.missingS, found.coverage]).toEqual([2, 0.5]);
  });

  test("adds up to the whole span, in any order of samples", () => {
    const sample = fc.record({
      offsetS: fc.integer({ min: 0, max: 5000 }),
      value: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(sample, { selector: (one) => one.offsetS }), (samples) => {
        const found = timeInZone(samples, zones);
        const inZonesS = found.seconds.reduce((total, zone) => total + zone.seconds, 0);
        const offsets = samples.map((one) => one.offsetS);
        const span = samples.length > 1 ? Math.max(...offsets) - Math.min(...offsets) : 0;
        expect(inZonesS + found.outsideS + found.missingS).toBeCloseTo(span, 9);
        expect(timeInZone([...samples].reverse(), zones)).toEqual(found);
        expect(found.coverage).toBeGreaterThanOrEqual(0);
        expect(found.coverage).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of nothing is nothing, and says it is not usable", () => {
    expect(timeInZone([], zones)).toMatchObject({ missingS: 0, coverage: 0, usable: false });
  });
});

describe("the description of paces", () => {
  test("of a 5 km result holds score, equivalent times, paces and zones", () => {
    const found = describePaces({ distanceM: 5000, timeS: 1197 }, { maxHr: 190, restingHr: 50 });
    expect(found.score).toBeCloseTo(49.95, 1);
    expect(found.equivalents.find((row) => row.name === "5 km")).toMatchObject({
      time: "19:57",
      pacePerKm: "3:59/km",
    });
    expect(found.trainingPaces.r400S).toBeCloseTo(87, 0);
    expect(found.zones.tables.map((zones) => zones.scheme)).toEqual([
      "friel-pace",
      "three-zone-pace",
      "article",
      "percent-max-hr",
      "heart-rate-reserve",
    ]);
  });

  test("names what was found and what was expected when it cannot be made", () => {
    expect(() => describePaces({ score: 4.7 })).toThrow(/The score is 4.7; expected a number from 15 to 100/);
    expect(() => describePaces({ distanceM: 5000, timeS: 0 })).toThrow(/5000 m in 0 s; expected a race/);
    expect(() => describePaces({ distanceM: 5000, timeS: 6000 })).toThrow(/expected one from 15 to 100/);
  });

  test("a value between two zones belongs to exactly one", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 400, noNaN: true }), fc.constantFrom(...TABLES), (value, one) => {
        const inside = one.zones.filter(
          (zone) => (zone.low === null || value >= zone.low) && (zone.high === null || value < zone.high),
        );
        expect(inside.length).toBeLessThanOrEqual(1);
        expect(zoneOf(one, value)).toBe(inside[0] ?? null);
      }),
    );
  });
});
