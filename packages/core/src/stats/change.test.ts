import fc from "fast-check";
import { describe, expect, it } from "vitest";
import changepoint from "../../golden/changepoint.json" with { type: "json" };
import page from "../../golden/cusum.computed.json" with { type: "json" };
import mdc from "../../golden/mdc.computed.json" with { type: "json" };
import { changePoints, cusum, minimalDetectableChange } from "./index.ts";

describe("change points", () => {
  for (const { input, expected } of changepoint.cases) {
    it(`agree with the reference on ${input.label}`, () => {
      const found = changePoints(input.series);
      expect(found.breaks).toEqual(expected.break_after_index_1based);
      expect(found.rssWithoutBreaks).toBeCloseTo(expected.rss0, 3);
    });
  }

  it("find a step of 1.5 % between two blocks of eight", () => {
    const wobble = [0, 3, -4, 5, -2, 1, -3, 2];
    const series = [...wobble.map((w) => 1202 + w), ...wobble.map((w) => 1184 + w)];
    expect(changePoints(series).breaks).toEqual([8]);
  });

  it("find two steps", () => {
    const wobble = [0.4, -0.3, 0.2, -0.5, 0.1, 0.3];
    const series = [10, 14, 9].flatMap((level) => wobble.map((w) => level + w));
    expect(changePoints(series).breaks).toEqual([6, 12]);
  });

  it("are never made by one outlier, wherever it lies and however wild", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 40 }),
        fc.nat(),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (length, place, value) => {
          const series = Array.from({ length }, () => 250);
          series[place % length] = value;
          return changePoints(series).breaks.length === 0;
        },
      ),
    );
  });
});

describe("cusum", () => {
  for (const { input, expected } of page.cases) {
    it(`follows Page's recursion on ${input.series.length} values`, () => {
      const { series, ...options } = input;
      const found = cusum(series, options);
      expected.cusum_hi.forEach((value, index) => {
        expect(found.high[index]).toBeCloseTo(value, 6);
      });
      expected.cusum_lo.forEach((value, index) => {
        expect(found.low[index]).toBeCloseTo(value, 6);
      });
      const signal = expected.first_signal_index_1based;
      expect(found.firstSignal).toBe(signal === null ? null : signal - 1);
    });
  }

  it("starts again after a signal when asked to", () => {
    const found = cusum([5, 5, 0], { target: 0, k: 0, h: 6, reset: true });
    expect([found.high, found.firstSignal]).toEqual([[5, 10, 0], 1]);
  });
});

describe("minimal detectable change", () => {
  for (const one of mdc.cases) {
    it(`of a typical error of ${one.input.typical_error ?? one.input.cv_pct}`, () => {
      const { typical_error, cv_pct, confidence } = one.input;
      const change = minimalDetectableChange((typical_error ?? cv_pct) as number, { confidence });
      const pct = typical_error === undefined ? change : (100 * change) / (one.input_mean as number);
      expect(pct).toBeCloseTo(one.expected.mdc_pct, 4);
    });
  }
});
