import fc from "fast-check";
import { describe, expect, it } from "vitest";
import hrtss from "../../golden/hrtss.json" with { type: "json" };
import rtss from "../../golden/rtss.json" with { type: "json" };
import rpe from "../../golden/session-rpe.json" with { type: "json" };
import spikes from "../../golden/session-spike.json" with { type: "json" };
import banisterComputed from "../../golden/trimp-banister.computed.json" with { type: "json" };
import banister from "../../golden/trimp-banister.json" with { type: "json" };
import edwards from "../../golden/trimp-edwards.json" with { type: "json" };
import zonesComputed from "../../golden/trimp-edwards-lucia.computed.json" with { type: "json" };
import {
  edwardsMinutes,
  hrStress,
  luciaMinutes,
  reserveFraction,
  runningStress,
  sessionRpeLoad,
  sessionSpike,
  spikeCategory,
  trimpBanister,
  trimpCoefficients,
  trimpEdwards,
  trimpLucia,
} from "./index.ts";

describe("training impulse", () => {
  for (const { input, expected, tolerance } of [...banister.cases, ...banisterComputed.cases]) {
    it(`Banister ${JSON.stringify(input)}`, () => {
      const row = input as unknown as Record<string, number>;
      const limits = { restingHr: row.rest_bpm ?? 0, maxHr: row.max_bpm ?? 0 };
      const fraction = row.hrr_fraction ?? reserveFraction(row.hr_bpm as number, limits);
      const stretch = { durationS: row.duration_s as number, reserveFraction: fraction };
      const value = trimpBanister([stretch], { a: row.a as number, b: row.b as number });
      expect(Math.abs(value - expected.trimp)).toBeLessThanOrEqual(tolerance);
    });
  }

  for (const { input, expected } of [...edwards.cases, ...zonesComputed.cases]) {
    it(`zones ${JSON.stringify(input)}`, () => {
      const sum = input.minutes_in_zone.length === 3 ? trimpLucia : trimpEdwards;
      expect(sum(input.minutes_in_zone)).toBe(expected.trimp);
    });
  }

  it("of nothing is nothing, and of a heart below rest too", () => {
    const coefficients = trimpCoefficients("male");
    expect(trimpBanister([], coefficients)).toBe(0);
    expect(trimpBanister([{ durationS: 600, reserveFraction: -0.2 }], coefficients)).toBe(0);
  });

  it("counts an uneven session at more than its mean heart rate", () => {
    const coefficients = trimpCoefficients("female");
    const uneven = [0.5, 0.9].map((reserve) => ({ durationS: 1200, reserveFraction: reserve }));
    const even = [{ durationS: 2400, reserveFraction: 0.7 }];
    expect(trimpBanister(uneven, coefficients)).toBeGreaterThan(trimpBanister(even, coefficients));
  });

  it("sorts seconds into zones by share of the maximum, and by the two thresholds", () => {
    const beats = [90, 100, 119, 120, 159, 160, 199, 205, Number.NaN];
    expect(edwardsMinutes(beats, 200).map((minutes) => Math.round(minutes * 60))).toEqual([2, 1, 1, 1, 2]);
    expect(luciaMinutes(beats, 120, 160).map((minutes) => Math.round(minutes * 60))).toEqual([3, 2, 3]);
  });
});

describe("heart-rate stress", () => {
  for (const { input, expected, tolerance } of hrtss.cases) {
    it(`of an impulse of ${input.trimp}`, () => {
      // The reference uses a = 0.64 for both sexes; a cancels in the ratio.
      const coefficients = { a: 0.64, b: input.sex === "male" ? 1.92 : 1.67 };
      const limits = {
        restingHr: input.rest_bpm,
        maxHr: input.max_bpm,
        thresholdHr: input.lthr_bpm,
        sex: input.sex as "male" | "female",
      };
      const stress = hrStress(input.trimp, limits, coefficients);
      const value = stress.known ? stress.value : Number.NaN;
      expect(Math.abs(value - expected.hrss)).toBeLessThanOrEqual(tolerance);
    });
  }

  it("is unknown for heart rates out of order", () => {
    const limits = { restingHr: 60, maxHr: 190, thresholdHr: 195, sex: null };
    expect(hrStress(100, limits)).toEqual({ known: false, reason: "bad-heart-rates" });
  });
});

describe("running stress", () => {
  for (const { input, expected } of rtss.cases) {
    it(`of ${input.moving_s} s at ${input.ngp_s_per_km} s/km`, () => {
      const stretch = { durationS: input.moving_s, speedMps: 1000 / input.ngp_s_per_km };
      const stress = runningStress([stretch], 1000 / input.threshold_pace_s_per_km);
      if (!stress.known) throw new Error(stress.reason);
      expect(stress.value.intensity).toBeCloseTo(expected.if, 6);
      expect(stress.value.stress).toBeCloseTo(expected.rtss, 6);
    });
  }

  it("scores an interval session well above an easy run of the same time and average pace", () => {
    const session = [
      { durationS: 1800, speedMps: 2.78 },
      { durationS: 1080, speedMps: 4.17 },
      { durationS: 720, speedMps: 2.08 },
    ];
    const metres = session.reduce((total, { durationS, speedMps }) => total + durationS * speedMps, 0);
    const [hard, easy] = [session, [{ durationS: 3600, speedMps: metres / 3600 }]].map((stretches) =>
      runningStress(stretches, 3.7),
    );
    if (!hard?.known || !easy?.known) throw new Error("expected both to be known");
    expect(hard.value.stress / easy.value.stress).toBeGreaterThan(1.15);
  });

  it("is never lower than the load of the average, and finite", () => {
    const stretches = fc.array(
      fc.record({
        durationS: fc.integer({ min: 0, max: 5000 }),
        speedMps: fc.double({ min: 0.1, max: 9, noNaN: true }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(stretches, (list) => {
        const seconds = list.reduce((total, row) => total + row.durationS, 0);
        const metres = list.reduce((total, row) => total + row.durationS * row.speedMps, 0);
        const stress = runningStress(list, 4);
        const even = runningStress([{ durationS: seconds, speedMps: seconds > 0 ? metres / seconds : 1 }], 4);
        if (!stress.known || !even.known) return false;
        return Number.isFinite(stress.value.stress) && stress.value.stress >= even.value.stress * (1 - 1e-9);
      }),
    );
  });

  it("is unknown without a threshold", () => {
    expect(runningStress([], null)).toEqual({ known: false, reason: "no-threshold-speed" });
  });
});

describe("session-RPE", () => {
  for (const { input, expected } of rpe.cases) {
    it(`of ${input.minutes} min at ${input.rpe}`, () => {
      const load = sessionRpeLoad(input.minutes * 60, input.rpe);
      expect(load).toEqual({ known: true, value: expected.load });
    });
  }

  it("is unknown, not zero, when the effort was not recorded", () => {
    expect(sessionRpeLoad(3600, null)).toEqual({ known: false, reason: "no-rpe" });
  });
});

describe("session spike", () => {
  for (const { input, expected } of spikes.cases) {
    it(`of a ratio of ${input.ratio}`, () => {
      const spike = spikeCategory(input.ratio);
      expect(spike.known && [spike.value.category, spike.value.hazardRatio]).toEqual([
        expected.category,
        expected.hrr,
      ]);
    });
  }

  it("compares with the longest run of the 30 days before, not with older ones", () => {
    const runs = [
      { date: "2026-01-01", distanceM: 30_000 },
      { date: "2026-01-10", distanceM: 10_000 },
      { date: "2026-02-01", distanceM: 11_000 },
    ];
    const spike = sessionSpike(runs, "2026-02-01");
    expect(spike.known && [spike.value.category, spike.value.longestM]).toEqual(["reference", 10_000]);
  });

  it("is unknown without a run in the 30 days before: that is not safe", () => {
    expect(sessionSpike([{ date: "2026-02-01", distanceM: 5_000 }], "2026-02-01")).toEqual({
      known: false,
      reason: "no-history",
    });
  });
});
