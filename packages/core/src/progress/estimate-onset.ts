import type { TrendPoint } from "./estimate-trend.ts";
import { pointsIn } from "./judge-trend.ts";
import type { PerformanceSeries } from "./performance-series.ts";

/** Day number on which performance stopped rising, and how far it had risen until then, in percent of speed. */
export type Onset = { day: number; rosePct: number };

const REACH_DAYS = 365;
const STEP_DAYS = 7;
/** A knot nearer than this to the day has too little behind it. */
const LATEST_DAYS = 28;
const MIN_POINTS = 6;

/**
 * The day on which performance stopped rising: the knot of a line that climbs and then stays level, fitted to all
 * series of the last year at once (each with its own level and slope, one knot for all), as a day number.
 */
export function estimateOnset(series: readonly PerformanceSeries[], asOf: number): Onset {
  const better = series.filter((each) => each.kind !== "best-efforts");
  const sets = (better.some((each) => each.kind !== "pace-at-effort") ? better : series)
    .map((each) => ({ points: pointsIn(each, asOf, REACH_DAYS), variance: each.priorCvPct ** 2 }))
    .filter((each) => each.points.length >= MIN_POINTS);
  const first = Math.min(asOf - LATEST_DAYS, ...sets.map((each) => each.points[0]?.day ?? asOf));
  let best = { day: asOf - LATEST_DAYS, cost: Number.POSITIVE_INFINITY };
  for (let knot = asOf - LATEST_DAYS; knot >= first; knot -= STEP_DAYS) {
    const cost = sets.reduce((sum, each) => sum + fitRise(each.points, knot).cost / each.variance, 0);
    if (cost < best.cost - 1e-9) best = { day: knot, cost };
  }
  return { day: Math.round(best.day), rosePct: riseBefore(sets, best.day) };
}

/** Rise of the precision-weighted series from their first points to the knot, in percent. */
function riseBefore(
  sets: readonly { points: readonly TrendPoint[]; variance: number }[],
  knot: number,
): number {
  let [weighted, weights] = [0, 0];
  for (const { points, variance } of sets) {
    const { slope } = fitRise(points, knot);
    const reach = knot - (points[0]?.day ?? knot);
    weighted += (slope * Math.max(0, reach) * points.length) / variance;
    weights += points.length / variance;
  }
  return weights > 0 ? weighted / weights : 0;
}

/** Slope before the knot and residual sum of squares of y = a + b · min(day, knot), b not below zero. */
function fitRise(points: readonly TrendPoint[], knot: number): { slope: number; cost: number } {
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
  for (const { day, y } of points) {
    const x = Math.min(day - knot, 0);
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  const n = points.length;
  const spread = sxx - (sx * sx) / n;
  const total = syy - (sy * sy) / n;
  const joint = sxy - (sx * sy) / n;
  if (!(spread > 0 && joint > 0)) return { slope: 0, cost: total };
  return { slope: joint / spread, cost: total - (joint * joint) / spread };
}
