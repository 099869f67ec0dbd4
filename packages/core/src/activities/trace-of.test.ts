import fc from "fast-check";
import { expect, test } from "vitest";
import { traceOf } from "./index.ts";

const anyRecording = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 5 }),
      speed: fc.double({ min: 0, max: 7, noNaN: true }),
      hr: fc.option(fc.integer({ min: 40, max: 210 }), { nil: null }),
    }),
    { minLength: 2, maxLength: 400 },
  )
  .map((rows) => {
    let [timeS, distanceM] = [0, 0];
    return rows.map(({ step, speed, hr }) => {
      timeS += step;
      distanceM += speed * step;
      return { timeS, distanceM, hr };
    });
  });
const samplesOf = (rows: { timeS: number; distanceM: number; hr: number | null }[]) => ({
  timeS: rows.map(({ timeS }) => timeS),
  distanceM: rows.map(({ distanceM }) => distanceM),
  hrBpm: rows.map(({ hr }) => hr),
});

test("a trace has at most as many points as asked for, in order, within what was recorded", () => {
  fc.assert(
    fc.property(anyRecording, fc.integer({ min: 10, max: 300 }), (rows, most) => {
      const samples = samplesOf(rows);
      const trace = traceOf(samples, most);
      expect(trace.length).toBeLessThanOrEqual(most);
      const known = samples.hrBpm.filter((hr) => hr !== null);
      for (const [index, point] of trace.entries()) {
        expect(point.atS).toBeGreaterThan(trace[index - 1]?.atS ?? -1);
        expect(point.altitudeM).toBeNull();
        if (point.hrBpm === null) continue;
        expect(point.hrBpm).toBeGreaterThanOrEqual(Math.min(...known));
        expect(point.hrBpm).toBeLessThanOrEqual(Math.max(...known));
      }
    }),
  );
});

test("an even run is a level line; a pause is left out, and what was not recorded is not known", () => {
  const rows = Array.from({ length: 601 }, (_, second) => second);
  const timeS = rows.map((second) => second + (second > 300 ? 120 : 0));
  const trace = traceOf({ timeS, distanceM: rows.map((second) => second * 3) }, 60);
  expect(trace).toHaveLength(60);
  for (const { speedMps, hrBpm } of trace) {
    expect(speedMps).toBeCloseTo(3, 6);
    expect(hrBpm).toBeNull();
  }
  expect(trace.at(-1)?.atS).toBe(590);
  expect(traceOf({ timeS: rows, hrBpm: rows.map(() => 140) })[0]).toMatchObject({
    speedMps: null,
    hrBpm: 140,
  });
});
