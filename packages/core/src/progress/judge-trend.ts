import { median } from "@repo/core/stats";
import { estimateTrend, TREND_DAYS, type Trend, type TrendPoint } from "./estimate-trend.ts";
import type { PerformanceSeries, SeriesKind, SeriesPoint } from "./performance-series.ts";
import { rememberByDay } from "./remember-by-day.ts";
import { between } from "./training-log.ts";

/** Equivalence margin: less than this much speed in 12 weeks is not worth calling progress (science.md §6.3). [house] */
export const MARGIN_PCT = 2;
/** Two-sided 90 %. */
const Z90 = 1.645;
/** Windows tried in turn until the interval is narrow enough to say something. */
const WINDOWS_DAYS = [TREND_DAYS, 112, 140, 182, 365] as const;
/** Efforts chosen freely change with the season: only a whole year of them can be compared. */
const EFFORT_WINDOW_DAYS = 365;
const EFFORT_SPAN_DAYS = 300;
const HALF_YEAR_DAYS = 182;
/** A season cannot be told from a trend before it has come round twice. */
const TWO_YEARS_DAYS = 730;
/** How far back the level at a window's first day is pinned. */
const DAYS_BEFORE = 112;
/** Whole weeks of the widest window with what pins its first day. */
const LONGEST_REACH_DAYS = 69 * 7;
const MIN_POINTS = 5;
const MIN_SPAN_DAYS = 56;
const LAST_POINT_DAYS = 42;
/** What no residual shows: heat and habits move heart rate, a prescribed pace is no test, a training run no race. */
const SYSTEMATIC_PCT: Readonly<Record<SeriesKind, number>> = {
  results: 0.2,
  benchmark: 0.9,
  "pace-at-heart-rate": 0.6,
  "pace-at-effort": 1,
  "best-efforts": 1.2,
};
/** Share of the heart-rate reserve by which weeks may differ and still be compared. [house] */
const ALIKE_EFFORT = 0.05;
const WEEK_DAYS = 7;
const EFFORT_DAYS = 14;

export type SeriesTrend = Trend & { kind: SeriesKind; label: string; windowDays: number };
export type PooledTrend = {
  windowDays: number;
  n: number;
  changePct: number;
  interval: [number, number];
  series: SeriesTrend[];
};

/**
 * The trend of all series together in the shortest window that says something: each series is judged on its own,
 * then they are averaged by precision, with a wider interval where they disagree. Null where no series has five
 * points over eight weeks, the last of them within six weeks.
 */
export const pooledTrend: (series: readonly PerformanceSeries[], asOf: number) => PooledTrend | null =
  rememberByDay(narrowest);

function narrowest(series: readonly PerformanceSeries[], asOf: number): PooledTrend | null {
  let widest: PooledTrend | null = null;
  for (const windowDays of WINDOWS_DAYS) {
    const trends = series.flatMap((each) => trendIn(each, asOf, windowDays));
    const pooled = pool(bestOf(trends), windowDays);
    if (!pooled) continue;
    widest = pooled;
    if (pooled.interval[1] - pooled.interval[0] <= 2 * MARGIN_PCT) return pooled;
  }
  return widest;
}

/** Guesses from training speak only where nothing better does, and the pace of easy days only beside something better. */
function bestOf(trends: readonly SeriesTrend[]): SeriesTrend[] {
  const better = trends.filter((trend) => trend.kind !== "best-efforts");
  const told = better.some((trend) => trend.kind !== "pace-at-effort");
  return told ? better : trends.filter((trend) => trend.kind === "best-efforts");
}

function trendIn(series: PerformanceSeries, asOf: number, windowDays: number): SeriesTrend[] {
  if (series.kind === "best-efforts" && windowDays < EFFORT_WINDOW_DAYS) return [];
  const points = pointsIn(series, asOf, windowDays + DAYS_BEFORE);
  const startDay = asOf - windowDays + 1;
  const inside = points.filter((point) => point.day >= startDay);
  const last = inside.at(-1);
  if (inside.length < MIN_POINTS || !last || asOf - last.day > LAST_POINT_DAYS) return [];
  const before = points.filter((point) => point.day < startDay);
  const trend = estimateTrend({ before, inside, startDay }, series);
  const span = series.kind === "best-efforts" ? EFFORT_SPAN_DAYS : MIN_SPAN_DAYS;
  if (!trend || trend.spanDays < span) return [];
  const standardError = Math.hypot(trend.standardError, SYSTEMATIC_PCT[series.kind]);
  return [{ ...trend, standardError, kind: series.kind, label: series.label, windowDays }];
}

/**
 * Whether ordinary running (the middle of all efforts) of the last half year is no faster than that of the half year
 * before: what guesses from training must show as well before they may speak of a standstill.
 */
export function effortsStalled(series: readonly PerformanceSeries[], asOf: number): boolean {
  const efforts = series.find((each) => each.kind === "best-efforts");
  if (!efforts || (efforts.points[0]?.day ?? asOf) > asOf - TWO_YEARS_DAYS) return false;
  const middle = (from: number, to: number) =>
    median(between(efforts.points, from, to).map((point) => point.y));
  const [recent, before] = [
    middle(asOf - HALF_YEAR_DAYS + 1, asOf),
    middle(asOf - 365, asOf - HALF_YEAR_DAYS),
  ];
  return recent !== null && before !== null && recent <= before;
}

/** The points of a window, thinned to weeks (or fortnights for best efforts) counted back from the day. */
export function pointsIn(series: PerformanceSeries, asOf: number, windowDays: number): TrendPoint[] {
  if (series.kind === "pace-at-heart-rate" || series.kind === "pace-at-effort") {
    const weeks = weeklyLevels(series, asOf);
    return weeks.filter((week) => week.day > asOf - windowDays);
  }
  const inside = between(series.points, asOf - windowDays + 1, asOf);
  if (series.kind === "best-efforts") return binned(inside, asOf, EFFORT_DAYS, (ys) => Math.max(...ys));
  const cool = inside.filter((point) => !point.hot);
  // Where most results are hot there is nothing to compare them with: they are judged as they are.
  return cool.length >= 0.7 * inside.length ? cool : inside;
}

/**
 * Weekly medians of pace at heart rate, but only of weeks run about as hard as the last six: what a pace costs depends
 * on the pace, so whoever begins to run easy days harder looks fitter or less fit than before without being so.
 */
const weeklyLevels: (series: PerformanceSeries, asOf: number) => TrendPoint[] = rememberByDay(
  ({ points }, asOf) => likeWithLike(between(points, asOf - LONGEST_REACH_DAYS + 1, asOf), asOf),
);

function likeWithLike(points: readonly SeriesPoint[], asOf: number): TrendPoint[] {
  const weeks = new Map<number, SeriesPoint[]>();
  for (const point of points) {
    const week = Math.floor((asOf - point.day) / WEEK_DAYS);
    const list = weeks.get(week);
    if (list) list.push(point);
    else weeks.set(week, [point]);
  }
  const effortOf = (list: readonly SeriesPoint[]) => median(list.flatMap((point) => point.effort ?? []));
  const usual = effortOf(points.filter((point) => asOf - point.day < LAST_POINT_DAYS));
  const alike = [...weeks.values()].filter((list) => {
    const effort = effortOf(list);
    return effort === null || usual === null || Math.abs(effort - usual) <= ALIKE_EFFORT;
  });
  return binned(alike.flat(), asOf, WEEK_DAYS, (ys) => median(ys) ?? 0);
}

function binned(
  points: readonly TrendPoint[],
  asOf: number,
  size: number,
  read: (ys: number[]) => number,
): TrendPoint[] {
  const bins = new Map<number, TrendPoint[]>();
  for (const point of points) {
    const bin = Math.floor((asOf - point.day) / size);
    const list = bins.get(bin);
    if (list) list.push(point);
    else bins.set(bin, [point]);
  }
  return [...bins.values()].map((list) => ({
    day: list.reduce((sum, point) => sum + point.day, 0) / list.length,
    y: read(list.map((point) => point.y)),
  }));
}

function pool(trends: SeriesTrend[], windowDays: number): PooledTrend | null {
  if (trends.length === 0) return null;
  const weights = trends.map((trend) => 1 / trend.standardError ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const changePct = trends.reduce((sum, trend, i) => sum + trend.changePct * (weights[i] ?? 0), 0) / total;
  const disagreement = trends.reduce(
    (sum, trend, i) => sum + (weights[i] ?? 0) * (trend.changePct - changePct) ** 2,
    0,
  );
  const widening = trends.length > 1 ? Math.max(1, Math.sqrt(disagreement / (trends.length - 1))) : 1;
  const reach = (Z90 * widening) / Math.sqrt(total);
  return {
    windowDays,
    n: trends.reduce((sum, trend) => sum + trend.n, 0),
    changePct,
    interval: [changePct - reach, changePct + reach],
    series: trends,
  };
}
