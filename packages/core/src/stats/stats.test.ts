import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  median,
  normalCdf,
  normalQuantile,
  olsFit,
  populationSd,
  quantile,
  sampleSd,
  theilSen,
  zScore,
} from "./index.ts";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("spread and centre", () => {
  it("of nothing are not numbers", () => {
    expect([median([]), quantile([], 0.5), populationSd([]), sampleSd([1])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("interpolate between order statistics", () => {
    expect([quantile([4, 1, 3, 2], 0.25), median([4, 1, 3, 2])]).toEqual([1.75, 2.5]);
  });

  it("name which standard deviation they are", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(populationSd(values)).toBe(2);
    expect(sampleSd(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it("do not depend on the order of values", () => {
    fc.assert(fc.property(fc.array(finite), (values) => median(values) === median([...values].reverse())));
  });

  it("do not divide by a baseline without spread", () => {
    expect(zScore(5, [3, 3, 3])).toBeNull();
    expect(zScore(6, [3, 3, 3], { sdFloor: 1.5 })).toBe(2);
  });
});

describe("normal distribution", () => {
  it("has its well-known quantiles", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 12);
    expect(normalCdf(-3.398823325723) * 2).toBeCloseTo(0.0006767641801, 12);
  });

  it("returns to the probability it came from", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (p) => Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-12,
      ),
    );
  });
});

describe("lines", () => {
  const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 4000 }), y: finite }), { maxLength: 25 });

  it("are unknown below two different x, and finite otherwise", () => {
    fc.assert(
      fc.property(points, (list) => {
        const different = new Set(list.map((point) => point.x)).size >= 2;
        const lines = [theilSen(list), olsFit(list)];
        return lines.every(
          (line) =>
            line.known === different &&
            (!line.known ||
              Object.values(line.value).every((value) => value === null || Number.isFinite(value))),
        );
      }),
    );
  });

  it("hold the slope between its limits", () => {
    fc.assert(
      fc.property(points, (list) => {
        const line = theilSen(list, { confidence: 0.9 });
        return (
          !line.known || (line.value.slopeLow <= line.value.slope && line.value.slope <= line.value.slopeHigh)
        );
      }),
    );
  });

  it("recover an exact line", () => {
    const list = [0, 3, 4, 10].map((x) => ({ x, y: 7 - 2 * x }));
    const [robust, squares] = [theilSen(list), olsFit(list)];
    expect(robust.known && [robust.value.slope, robust.value.intercept]).toEqual([-2, 7]);
    expect(squares.known && [squares.value.slope, squares.value.intercept, squares.value.r2]).toEqual([
      -2, 7, 1,
    ]);
  });
});
