import { describe, expect, it } from "vitest";
import golden from "../../golden/trend-mann-kendall.json" with { type: "json" };
import {
  hamedRaoFactor,
  mannKendall,
  mannKendallAutocorrelated,
  mannKendallScaled,
  preWhiten,
  theilSen,
} from "./index.ts";

type Case = { input: { series: number[]; test: string; label: string }; expected: Record<string, number> };

function answer({ series, test }: Case["input"]): Record<string, number> {
  if (test === "theil_sen") {
    const line = theilSen(series.map((y, x) => ({ x, y })));
    if (!line.known) return {};
    const { slope, intercept, slopeLow, slopeHigh } = line.value;
    return { slope, intercept_scipy: intercept, slope_lo: slopeLow, slope_hi: slopeHigh };
  }
  const result =
    test === "mann_kendall"
      ? mannKendall(series)
      : test === "hamed_rao"
        ? mannKendallScaled(series, hamedRaoFactor(series))
        : test === "hamed_rao_lag1"
          ? mannKendallScaled(series, hamedRaoFactor(series, { maxLag: 1 }))
          : mannKendall(preWhiten(series, { trendFree: test === "tfpw" }));
  if (!result.known) return {};
  const { s, variance, z, p, tau } = result.value;
  return { s, var_s: variance, z, p, tau };
}

describe("trends against the reference implementation", () => {
  for (const one of golden.cases as unknown as (Case & { tolerance: number })[]) {
    it(`${one.input.test} of ${one.input.label}`, () => {
      const got = answer(one.input);
      for (const [key, value] of Object.entries(one.expected)) {
        // The reference prints ten significant digits.
        const tolerance = Math.max(one.tolerance, Math.abs(value) * 5e-10);
        expect(Math.abs((got[key] ?? Number.NaN) - value), key).toBeLessThanOrEqual(tolerance);
      }
    });
  }
});

describe("autocorrelation", () => {
  it("is not corrected for below twenty values", () => {
    const ten = [1230, 1222, 1225, 1215, 1210, 1212, 1205, 1201, 1203, 1198];
    expect(mannKendallAutocorrelated(ten)).toEqual(mannKendall(ten));
  });

  it("never makes a trend more certain", () => {
    const zigzag = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? 0 : 10) + index * 0.1);
    const [plain, corrected] = [mannKendall(zigzag), mannKendallAutocorrelated(zigzag)];
    if (!plain.known || !corrected.known) throw new Error("expected both to be known");
    expect(corrected.value.variance).toBeGreaterThanOrEqual(plain.value.variance);
  });
});
