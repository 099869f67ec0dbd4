import fc from "fast-check";
import { expect, test } from "vitest";
import { splitsOf } from "./splits.ts";

const even = (count: number, stepS: number, stepM: number) => ({
  timeS: Array.from({ length: count }, (_, index) => index * stepS),
  distanceM: Array.from({ length: count }, (_, index) => index * stepM),
  hrBpm: new Array<number | null>(count).fill(150),
});

test("an even run has even kilometres and a shorter last one", () => {
  const splits = splitsOf(even(76, 10, 33.333_333), 1_000);
  expect(splits.map(({ distanceM }) => Math.round(distanceM))).toEqual([1_000, 1_000, 500]);
  for (const { distanceM, durationS } of splits) expect(durationS / distanceM).toBeCloseTo(0.3, 3);
  expect(splits[0]?.avgHrBpm).toBeCloseTo(150);
});

test("a pause is no part of a kilometre", () => {
  const samples = even(101, 3, 10);
  const paused = {
    ...samples,
    timeS: samples.timeS.map((timeS, index) => (index > 50 ? timeS + 600 : timeS)),
  };
  expect(splitsOf(paused, 1_000)[0]?.durationS).toBeCloseTo(297, 0);
});

test("distances of the splits never exceed what was run, whatever the recording", () => {
  const steps = fc.array(
    fc.record({ s: fc.integer({ min: 1, max: 60 }), m: fc.double({ min: 0, max: 900, noNaN: true }) }),
  );
  fc.assert(
    fc.property(steps, (list) => {
      let [timeS, distanceM] = [0, 0];
      const samples = { timeS: [0], distanceM: [0], hrBpm: [null] as (number | null)[] };
      for (const { s, m } of list) {
        [timeS, distanceM] = [timeS + s, distanceM + m];
        samples.timeS.push(timeS);
        samples.distanceM.push(distanceM);
        samples.hrBpm.push(null);
      }
      const splits = splitsOf(samples, 1_000);
      const total = splits.reduce((sum, split) => sum + split.distanceM, 0);
      expect(total).toBeLessThanOrEqual(distanceM + 1e-6);
      expect(total).toBeGreaterThanOrEqual(distanceM - 1_000);
    }),
  );
});
