import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { normalQuantile } from "./normal-distribution.ts";
import { median, sortedQuantile } from "./quantile.ts";
import { tieGroups } from "./ranks.ts";

export type RobustLine = {
  /** Change of y for each unit of x: the median of all pairwise slopes. */
  readonly slope: number;
  /** Median of y minus slope × median of x. */
  readonly intercept: number;
  /** Confidence interval of the slope (Sen 1968, normal approximation with ties). */
  readonly slopeLow: number;
  readonly slopeHigh: number;
};

/**
 * Theil–Sen line: robust to a third of wild points, made for uneven spacing.
 *
 * @param points x such as a day number, y such as ln speed; a repeated x gives no slope with itself
 * @param options.confidence of the interval, 0.95 by default
 * @param options.varianceFactor inflation of the variance for autocorrelated series (see hamedRaoFactor); 1 by default
 * @returns unknown below two different x
 * @see SOURCES.md [sen-1968], [theil-1950]
 */
export function theilSen(
  points: readonly { x: number; y: number }[],
  options: { confidence?: number; varianceFactor?: number } = {},
): Estimate<RobustLine, "too-few-points"> {
  const slopes = pairwiseSlopes(points);
  const slope = sortedQuantile(slopes, 0.5);
  if (slope === null) return notKnown("too-few-points");
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const intercept = (median(ys) ?? 0) - slope * (median(xs) ?? 0);
  const sd = Math.sqrt(slopeVariance(xs, ys) * (options.varianceFactor ?? 1));
  const reach = -normalQuantile((1 - (options.confidence ?? 0.95)) / 2) * sd;
  const [low, high] = slopeRanks(slopes.length, reach);
  return known({
    slope,
    intercept,
    slopeLow: slopes[low] as number,
    slopeHigh: slopes[high] as number,
  });
}

function pairwiseSlopes(points: readonly { x: number; y: number }[]): Float64Array {
  const slopes: number[] = [];
  for (let i = 0; i < points.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [points[j] as { x: number; y: number }, points[i] as { x: number; y: number }];
      if (a.x !== b.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  }
  return Float64Array.from(slopes).sort();
}

/** Variance of Kendall's S with ties in either variable. */
function slopeVariance(xs: readonly number[], ys: readonly number[]): number {
  const weight = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...tieGroups(xs), ...tieGroups(ys)].reduce((total, size) => total + weight(size), 0);
  return Math.max(0, weight(xs.length) - ties) / 18;
}

/** Indices of the slopes that bound the interval, halves rounded to even as the reference implementation does. */
function slopeRanks(count: number, reach: number): [number, number] {
  const high = Math.min(roundHalfEven((count + reach) / 2), count - 1);
  const low = Math.max(roundHalfEven((count - reach) / 2) - 1, 0);
  return [Math.min(low, high), high];
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
