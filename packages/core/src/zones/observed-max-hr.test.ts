import { valueOrNull } from "@repo/core/estimate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeartSamples, observedMaxHr } from "./index.ts";

/** A heart that climbs slowly to a height, holds it, and comes back. */
function climb(top: number, heldS = 20): number[] {
  const rise = Array.from({ length: 240 }, (_, at) => 120 + ((top - 120) * at) / 240);
  return [...rise, ...Array.from({ length: heldS }, () => top), ...rise.toReversed()];
}
const everySecond = (hrBpm: readonly (number | null)[], cadence?: number) => ({
  timeS: hrBpm.map((_, at) => at),
  hrBpm,
  ...(cadence === undefined ? {} : { cadence: hrBpm.map(() => cadence) }),
});

const peakOf = (samples: HeartSamples) => valueOrNull(observedMaxHr(samples));

describe("the peak a heart held", () => {
  it("is the height that was held for five seconds, however few of them were recorded", () => {
    expect(peakOf(everySecond(climb(187)))).toBe(187);
    const all = everySecond(climb(187));
    const third = <T>(values: readonly T[]) => values.filter((_, at) => at % 3 === 0);
    expect(peakOf({ timeS: third(all.timeS), hrBpm: third(all.hrBpm) })).toBe(187);
  });

  it("leaves out a leap of the sensor, and where it counts steps of one foot or of both", () => {
    const beats = climb(180);
    const leapt = beats.map((beat, at) => (at >= 60 && at < 75 ? 214 : beat));
    expect(peakOf(everySecond(leapt))).toBe(180);
    const steps = [...climb(168, 5), ...Array.from({ length: 300 }, () => 176)];
    expect(peakOf(everySecond(steps, 176))).toBeLessThanOrEqual(168);
    expect(peakOf(everySecond(steps, 88))).toBeLessThanOrEqual(168);
    expect(peakOf(everySecond(steps, 90))).toBe(176);
  });

  it("is not known without enough heart rates", () => {
    expect(peakOf(everySecond([]))).toBeNull();
    expect(peakOf(everySecond(climb(187).map(() => null)))).toBeNull();
    expect(peakOf({ timeS: [0, 60, 120], hrBpm: [180, 181, 182] })).toBeNull();
  });

  it("is never above what was recorded, and a moment's dropout does not change it by more than a beat", () => {
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 210 }), fc.nat(500), (top, at) => {
        const whole = peakOf(everySecond(climb(top)));
        const holed = peakOf(everySecond(climb(top).map((beat, each) => (each === at ? null : beat))));
        expect(whole).toBe(top);
        expect(Math.abs((holed ?? 0) - top)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
