import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { autocorrelation } from "./autocorrelation.ts";
import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { ranksOf, tieGroups } from "./ranks.ts";
import { theilSen } from "./theil-sen.ts";

export type TrendTest = {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided probability of such an S without any trend (normal approximation). */
  readonly p: number;
  /** s over the number of pairs, −1 to 1. */
  readonly tau: number;
  readonly n: number;
};

/** Below this many values the correction for autocorrelation is noise itself. */
const HAMED_RAO_MIN = 20;

/**
 * Mann–Kendall test for a monotone trend, with ties.
 *
 * @param series values in order of time
 * @returns unknown below three values; below five no p can be small, so callers ask for five
 * @see SOURCES.md [mann-1945], [kendall-1975]
 */
export function mannKendall(series: readonly number[]): Estimate<TrendTest, "too-few-points"> {
  return series.length < 3 ? notKnown("too-few-points") : known(testOf(series, 1));
}

/**
 * Mann–Kendall with the variance inflated for autocorrelation (Hamed & Rao), which is used from 20 values on only: in
 * shorter series the correction is itself noise.
 *
 * @param series values in order of time, evenly spaced
 */
export function mannKendallAutocorrelated(series: readonly number[]): Estimate<TrendTest, "too-few-points"> {
  if (series.length < 3) return notKnown("too-few-points");
  return known(testOf(series, series.length < HAMED_RAO_MIN ? 1 : hamedRaoFactor(series)));
}

/**
 * How many times the variance of S grows because neighbours resemble each other (or oppose: the magnitude counts, as in
 * the reference implementation, so that a correction never makes a trend more certain).
 *
 * @param options.maxLag lags used, n − 1 by default; only those whose rank autocorrelation is significant at 5 % count
 * @see SOURCES.md [hamed-rao-1998]
 */
export function hamedRaoFactor(series: readonly number[], options: { maxLag?: number } = {}): number {
  const n = series.length;
  if (n < 3) return 1;
  const lags = autocorrelation(ranksOf(detrended(series)), Math.min(options.maxLag ?? n - 1, n - 1));
  const limit = normalQuantile(0.975) / Math.sqrt(n);
  let total = 0;
  for (let lag = 1; lag < lags.length; lag += 1) {
    const correlation = lags[lag] as number;
    if (Math.abs(correlation) > limit) total += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * Math.abs(total);
}

/** Mann–Kendall with an explicit variance factor, for comparison with other programs; unknown below three values. */
export function mannKendallScaled(
  series: readonly number[],
  varianceFactor: number,
): Estimate<TrendTest, "too-few-points"> {
  return series.length < 3 ? notKnown("too-few-points") : known(testOf(series, varianceFactor));
}

/**
 * The series with its lag-1 autocorrelation taken out, as pre-whitening (`trendFree: false`) or trend-free
 * pre-whitening does. One value shorter. Kept for comparison: pre-whitening alone hides real trends.
 *
 * @see SOURCES.md [yue-2002]
 */
export function preWhiten(series: readonly number[], options: { trendFree: boolean }): number[] {
  if (series.length < 2) return [];
  const slope = options.trendFree ? slopePerStep(series) : 0;
  const base = series.map((value, index) => value - slope * (index + 1));
  const lagOne = autocorrelation(base, 1)[1] ?? 0;
  return base.slice(1).map((value, index) => value - lagOne * (base[index] as number) + slope * (index + 1));
}

function testOf(series: readonly number[], varianceFactor: number): TrendTest {
  const n = series.length;
  const s = scoreOf(series);
  const weight = (size: number) => size * (size - 1) * (2 * size + 5);
  const ties = tieGroups(series).reduce((total, size) => total + weight(size), 0);
  const variance = ((weight(n) - ties) / 18) * varianceFactor;
  const z = s === 0 || variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: 2 * normalCdf(-Math.abs(z)), tau: s / ((n * (n - 1)) / 2), n };
}

function scoreOf(series: readonly number[]): number {
  let score = 0;
  for (let i = 1; i < series.length; i += 1) {
    for (let j = 0; j < i; j += 1) score += Math.sign((series[i] as number) - (series[j] as number));
  }
  return score;
}

function slopePerStep(series: readonly number[]): number {
  const line = theilSen(series.map((y, x) => ({ x, y })));
  return line.known ? line.value.slope : 0;
}

function detrended(series: readonly number[]): number[] {
  const slope = slopePerStep(series);
  return series.map((value, index) => value - slope * (index + 1));
}
