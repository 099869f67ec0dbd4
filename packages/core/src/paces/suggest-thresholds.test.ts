import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseM, type LoggedRace, pacingOf, suggestThresholds } from "./index.ts";

const TODAY = "2026-03-01";
const athlete = { maxHr: 190, restingHr: 50 };
const race = (over: Partial<LoggedRace> = {}): LoggedRace => ({
  activityId: "run",
  date: "2026-02-22",
  name: "Park run",
  distanceM: 5_000,
  timeS: 1_200,
  avgHr: null,
  ...over,
});
const old = { date: "2026-01-10", distanceM: 5_000, timeS: 1_290 };

describe("suggested thresholds", () => {
  it("name a race that is no result, and the score it brings", () => {
    const [suggestion, ...more] = suggestThresholds({
      results: [old],
      races: [race()],
      athlete,
      asOf: TODAY,
    });
    expect(more).toEqual([]);
    expect(suggestion).toMatchObject({ kind: "result", key: "result:run", date: "2026-02-22" });
    expect(suggestion?.from).toBeCloseTo(pacingOf({ results: [old], asOf: TODAY }).score ?? 0, 6);
    expect(suggestion?.to).toBeGreaterThan(suggestion?.from ?? 0);
  });

  it("leave alone what changes nothing: a race that is a result, an older one, one too short, an old one", () => {
    const asked = (races: LoggedRace[], results = [old]) =>
      suggestThresholds({ results, races, athlete, asOf: TODAY });
    expect(asked([race({ distanceM: 5_090 })], [old, { ...old, date: "2026-02-22" }])).toEqual([]);
    expect(asked([race({ date: "2026-01-09" })])).toEqual([]);
    expect(asked([race({ distanceM: 400, timeS: 70 })])).toEqual([]);
    expect(asked([race({ date: "2025-11-02" })], [])).toEqual([]);
    expect(asked([race({ distanceM: null })])).toEqual([]);
  });

  it("hold a given threshold pace against a fresh result", () => {
    const given = { ...athlete, thresholdPaceSPerKm: 270 };
    const ask = (results: (typeof old)[]) =>
      suggestThresholds({ results, races: [], athlete: given, asOf: TODAY });
    const [suggestion] = ask([{ ...old, date: "2026-02-22", timeS: 1_200 }]);
    expect(suggestion).toMatchObject({ kind: "threshold-pace", from: 270 });
    expect(suggestion?.to).toBeLessThan(270);
    const agreed = { ...given, thresholdPaceSPerKm: (suggestion?.to ?? 0) + 1 };
    const results = [{ ...old, date: "2026-02-22", timeS: 1_200 }];
    expect(suggestThresholds({ results, races: [], athlete: agreed, asOf: TODAY })).toEqual([]);
    expect(ask([{ ...old, date: "2025-11-02" }])).toEqual([]);
  });

  it("take a threshold heart rate from a race of about an hour, never one above the maximum", () => {
    const hour = (avgHr: number, known: object = {}) =>
      suggestThresholds({
        results: [{ date: "2026-02-22", distanceM: 15_000, timeS: 3_700 }],
        races: [race({ distanceM: 15_000, timeS: 3_700, avgHr })],
        athlete: { ...athlete, ...known },
        asOf: TODAY,
      });
    expect(hour(171.6)).toMatchObject([{ kind: "threshold-hr", from: null, to: 172 }]);
    expect(hour(171.6, { thresholdHr: 170 })).toEqual([]);
    expect(hour(191)).toEqual([]);
  });

  it("correct a maximum heart rate that a run exceeded; without one, only a race stands for it", () => {
    const peak = { activityId: "run", date: "2026-02-22", name: null, peakBpm: 193, isRace: false };
    const asked = (over: Partial<typeof peak>, known: object = {}) =>
      suggestThresholds({
        results: [],
        races: [],
        peaks: [
          { ...peak, peakBpm: 186, activityId: "slower" },
          { ...peak, ...over },
        ],
        athlete: { ...athlete, ...known },
        asOf: TODAY,
      });
    expect(asked({})).toMatchObject([{ kind: "max-hr", key: "max-hr:run:193", from: 190, to: 193 }]);
    expect(asked({ peakBpm: 191 })).toEqual([]);
    expect(asked({ date: "2025-12-01" })).toEqual([]);
    expect(asked({}, { maxHr: null })).toEqual([]);
    expect(asked({ isRace: true }, { maxHr: null })).toMatchObject([{ from: null, to: 193 }]);
    expect(asked({ isRace: true }, { maxHr: null, thresholdHr: 194 })).toEqual([]);
    expect(asked({}, { maxHr: 193 })).toEqual([]);
  });

  it("are settled once they are taken", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900, max: 1_700 }),
        fc.integer({ min: 900, max: 1_700 }),
        fc.integer({ min: 200, max: 340 }),
        (timeS, before, thresholdPaceSPerKm) => {
          const results = [{ ...old, timeS: before }];
          const given = { ...athlete, thresholdPaceSPerKm };
          const known = { results, athlete: given, races: [race({ timeS })], asOf: TODAY };
          const [first] = suggestThresholds(known).filter(({ kind }) => kind === "result");
          if (first?.kind !== "result") return;
          const { date, distanceM } = first.race;
          const taken = { ...known, results: [...results, { date, distanceM, timeS }] };
          const [pace, ...others] = suggestThresholds(taken);
          expect(others).toEqual([]);
          if (!pace) return;
          const settled = { ...taken, athlete: { ...given, thresholdPaceSPerKm: pace.to } };
          expect(suggestThresholds(settled)).toEqual([]);
        },
      ),
    );
  });

  it("measure a race by its course", () => {
    expect([courseM(10_090), courseM(10_400, 10_000), courseM(9_300, 10_000), courseM(6_400)]).toEqual([
      10_000, 10_000, 9_300, 6_400,
    ]);
  });
});
