import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fitted from "../../golden/gap-polynomials.json" with { type: "json" };
import strava from "../../golden/gap-strava-curve.json" with { type: "json" };
import measured from "../../golden/minetti-measured.json" with { type: "json" };
import computed from "../../golden/minetti-polynomial.computed.json" with { type: "json" };
import relative from "../../golden/minetti-polynomial.json" with { type: "json" };
import {
  elevationGain,
  type GradeModel,
  gradedSeries,
  gradeFactor,
  loopGradeFactor,
  minettiCost,
  perSecond,
  type Samples,
  summariseSamples,
} from "./index.ts";

describe("the cost of a slope", () => {
  for (const { input, expected, tolerance } of measured.cases) {
    it(`lies by the measured mean at ${input.gradient}`, () => {
      const error = Math.abs(minettiCost(input.gradient) - expected.cost_j_kg_m);
      expect(error).toBeLessThanOrEqual(tolerance.cost_j_kg_m);
    });
  }
  for (const { input, expected, tolerance } of computed.cases) {
    it(`follows the polynomial at ${input.gradient}, held to what was measured`, () => {
      expect(Math.abs(minettiCost(input.gradient) - expected.cost_j_kg_m)).toBeLessThanOrEqual(tolerance);
    });
  }
  for (const { input, expected, tolerance } of relative.cases) {
    it(`relative to the level at ${input.gradient}`, () => {
      const factor = gradeFactor(input.gradient, "minetti");
      expect(Math.abs(factor - expected.relative_cost)).toBeLessThanOrEqual(tolerance);
    });
  }
  for (const { input, expected, tolerance } of strava.cases) {
    it(`as hearts show it at ${input.grade_pct} %`, () => {
      const error = Math.abs(gradeFactor(input.grade_pct / 100) - expected.speed_factor);
      expect(error).toBeLessThanOrEqual(tolerance.speed_factor);
    });
  }

  for (const { input, expected, tolerance } of fitted.cases) {
    it(`as ${input.impl} has it at ${input.grade_pct} %`, () => {
      const factor = gradeFactor(input.grade_pct / 100, input.impl as GradeModel);
      expect(Math.abs(factor - expected.speed_factor)).toBeLessThanOrEqual(tolerance);
    });
  }

  it("never flatters a descent beyond the published floor, and grows with the climb", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.6, max: 0.6, noNaN: true }), (grade) => {
        const factor = gradeFactor(grade);
        return factor >= 0.87 && (grade < 0 || gradeFactor(grade + 0.01) >= factor);
      }),
    );
  });

  it("makes a hilly loop dearer than the level", () => {
    expect(loopGradeFactor(10_000, 0)).toBe(1);
    expect(loopGradeFactor(10_000, 300)).toBeGreaterThan(1.02);
  });
});

/** Half an hour at 3 m/s, up 4 % and down again, one sample every second. */
function hill(noise = 0): Samples {
  const timeS = Array.from({ length: 1801 }, (_, second) => second);
  const height = (second: number) => 100 + 0.12 * (second <= 900 ? second : 1800 - second);
  return {
    timeS,
    distanceM: timeS.map((second) => 3 * second),
    altitudeM: timeS.map((second) => height(second) + (second % 2 === 0 ? noise : -noise)),
    hrBpm: timeS.map((second) => (second < 900 ? 150 : null)),
  };
}

describe("samples", () => {
  it("add up to distance, time and heart rate, and say how much of it had one", () => {
    const summary = summariseSamples(hill());
    expect(summary).toMatchObject({ recordedS: 1800, movingS: 1800, avgHrBpm: 150, maxHrBpm: 150 });
    expect(summary.distanceM).toBeCloseTo(5400, 6);
    expect(summary.hrCoverage).toBeCloseTo(0.5, 2);
    expect(summary.elevationGainM).toBeGreaterThan(103);
    expect(summary.elevationGainM).toBeLessThan(110);
  });

  it("use the slope only where the altitude can be trusted", () => {
    expect(summariseSamples(hill()).gradedSpeedMps).toBeNull();
    const graded = summariseSamples(hill(), { altitude: "barometric" }).gradedSpeedMps ?? 0;
    expect(graded / 3).toBeCloseTo((gradeFactor(0.04) + gradeFactor(-0.04)) / 2, 2);
  });

  it("do not turn the noise of an altitude into hills", () => {
    const [calm, noisy] = [hill(), hill(3)].map((samples) => gradedSeries(perSecond(samples)));
    const meanOf = (series: Float64Array) => series.reduce((sum, speed) => sum + speed, 0) / series.length;
    expect(meanOf(noisy as Float64Array)).toBeCloseTo(meanOf(calm as Float64Array), 2);
    expect(elevationGain(perSecond(hill(1)))).toBeLessThan(115);
  });

  it("leave pauses out, and jumps of the position", () => {
    const paused = perSecond({ timeS: [0, 10, 400, 410], distanceM: [0, 30, 30, 60] });
    expect(paused.speedMps.length).toBe(20);
    const jump = perSecond({ timeS: [0, 1, 2, 3], distanceM: [0, 3, 503, 506] });
    expect([...jump.speedMps]).toEqual([3, 3, 3]);
  });
});
