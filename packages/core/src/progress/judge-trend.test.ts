import { dayNumber } from "@repo/core/calendar";
import { prng } from "@repo/core/simulation";
import { describe, expect, test } from "vitest";
import { estimateOnset, estimateTrend, type PerformanceSeries, pooledTrend } from "./index.ts";

const ASOF = dayNumber("2026-06-01");

/** Results every so many days up to the day, as percent of speed; noise by a seeded normal. */
function results(request: {
  days: number;
  every: number;
  speed: (daysAgo: number) => number;
  sd?: number;
  seed?: number;
}): PerformanceSeries {
  const random = prng(request.seed ?? 1);
  const points = [];
  for (let ago = request.days; ago >= 0; ago -= request.every) {
    points.push({ day: ASOF - ago, y: request.speed(ago) + random.normal(0, request.sd ?? 0), hot: false });
  }
  return { kind: "results", label: "results", points, priorCvPct: 1.5, priorWeight: 8 };
}

const rising = (perTwelveWeeks: number) => (ago: number) => (-ago / 84) * perTwelveWeeks;

describe("the trend of performance", () => {
  test("a clean rise is found as such, with an interval that holds the truth", () => {
    const trend = pooledTrend([results({ days: 200, every: 7, speed: rising(4) })], ASOF);
    expect(trend?.changePct).toBeCloseTo(4, 1);
    expect((trend?.interval[0] ?? 0) < 4 && (trend?.interval[1] ?? 0) > 4).toBe(true);
  });

  test("the 90 % interval holds the truth in about 90 % of noisy series", () => {
    let held = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const trend = pooledTrend([results({ days: 190, every: 10, speed: rising(3), sd: 1.5, seed })], ASOF);
      if (trend && trend.interval[0] <= 3 && trend.interval[1] >= 3) held += 1;
    }
    expect(held).toBeGreaterThan(168);
    expect(held).toBeLessThan(200);
  });

  test("fewer than five results, eight weeks or a result in six weeks are not enough", () => {
    expect(pooledTrend([results({ days: 80, every: 20, speed: rising(3) })], ASOF)).not.toBeNull();
    expect(pooledTrend([results({ days: 75, every: 25, speed: rising(3) })], ASOF)).toBeNull();
    expect(pooledTrend([results({ days: 49, every: 7, speed: rising(3) })], ASOF)).toBeNull();
    expect(pooledTrend([results({ days: 200, every: 7, speed: rising(3) })], ASOF + 60)).toBeNull();
  });

  test("one wild result does not turn a rise into anything else", () => {
    const series = results({ days: 200, every: 7, speed: rising(4) });
    const wild = series.points.map((point, index) => (index === 20 ? { ...point, y: point.y - 25 } : point));
    const trend = pooledTrend([{ ...series, points: wild }], ASOF);
    expect(trend?.interval[0]).toBeGreaterThan(0);
  });

  test("series that disagree widen the interval instead of averaging quietly", () => {
    const up = results({ days: 200, every: 7, speed: rising(6) });
    const down = results({ days: 200, every: 7, speed: rising(-6) });
    const width = (series: PerformanceSeries[]) => {
      const trend = pooledTrend(series, ASOF);
      return (trend?.interval[1] ?? 0) - (trend?.interval[0] ?? 0);
    };
    expect(width([up, down])).toBeGreaterThan(3 * width([up, up]));
  });

  test("the day on which a rise ended is found within two weeks", () => {
    const bent = results({ days: 350, every: 7, speed: (ago) => -Math.max(ago - 112, 0) / 20 });
    const onset = estimateOnset([bent], ASOF);
    expect(Math.abs(ASOF - onset.day - 112)).toBeLessThanOrEqual(14);
    expect(onset.rosePct).toBeGreaterThan(8);
  });

  test("points of a single day have no trend", () => {
    const inside = [1, 2, 3, 4, 5].map((y) => ({ day: ASOF, y }));
    const prior = { priorCvPct: 1.5, priorWeight: 8 };
    expect(estimateTrend({ before: [], inside, startDay: ASOF - 83 }, prior)).toBeNull();
  });
});
