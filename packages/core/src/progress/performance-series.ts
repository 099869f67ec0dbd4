import { scoreOfResult } from "@repo/core/paces";
import { aerobicScore } from "./read-session.ts";
import { speedPctOf, type TrainingLog } from "./training-log.ts";

export type SeriesKind = "results" | "benchmark" | "pace-at-heart-rate" | "pace-at-effort" | "best-efforts";

/** A series of performance over days. `y` is 100 × ln speed: a difference of 1 is 1 % of speed, more is better. */
export type PerformanceSeries = {
  kind: SeriesKind;
  label: string;
  points: readonly SeriesPoint[];
  /** Typical error of one point in percent (science.md §6.1), until the series' own residuals speak. */
  priorCvPct: number;
  /** How many residuals the prior counts for. */
  priorWeight: number;
};
export type SeriesPoint = {
  day: number;
  y: number;
  hot: boolean;
  /** Share of the heart-rate reserve, or tenths of the rated effort, that the run was done at. */
  effort?: number;
};

const SHORT_RACE_CV_PCT = 1.5;
const LONG_RACE_CV_PCT = 3;
const WEEKLY_HEART_CV_PCT = 1.4;
/** Pace of easy days moves by some percent for reasons of its own: [house]. */
const WEEKLY_RATED_CV_PCT = 2.2;
const STEADY_S = 1200;
const HILLY_SHARE = 0.02;
const EASY_RPE = 6;
const BENCHMARK_CV_PCT = 1.2;
/** A best effort of four weeks of unlabelled running is a guess at a race. */
const BEST_EFFORT_CV_PCT = 3;
const HOT_C = 22;
const MIN_EFFORT_M = 3000;
const DEFAULT_RESTING_HR = 55;
const DEFAULT_MAX_HR = 190;
/** Speed over 5 km moves a little less than the score does. */
const SPEED_PER_SCORE = 0.93;

/** All the performance series of a log, over its whole length: each point rests on its own day or week. */
export function performanceSeries(log: TrainingLog): PerformanceSeries[] {
  return [
    ...resultSeries(log),
    ...benchmarkSeries(log),
    ...heartRateSeries(log),
    ...ratedSeries(log),
    ...effortSeries(log),
  ];
}

function resultSeries(log: TrainingLog): PerformanceSeries[] {
  const short = log.results.filter((each) => each.result.distanceM <= 12_000);
  const long = log.results.filter((each) => each.result.distanceM > 12_000);
  const series = (results: typeof short, priorCvPct: number): PerformanceSeries => ({
    kind: "results",
    label: priorCvPct === LONG_RACE_CV_PCT ? "results over 12 km and more" : "results up to 12 km",
    priorCvPct,
    priorWeight: 8,
    points: results.map(({ day, speedPct, result }) => ({
      day,
      y: speedPct,
      hot: (result.temperatureC ?? 0) >= HOT_C,
    })),
  });
  return [series(short, SHORT_RACE_CV_PCT), series(long, LONG_RACE_CV_PCT)].filter(hasPoints);
}

function hasPoints(series: PerformanceSeries): boolean {
  return series.points.length > 0;
}

/** Workouts that came back with the same name: pace of the repetitions, each workout a series of its own. */
function benchmarkSeries(log: TrainingLog): PerformanceSeries[] {
  const byLength = new Map<string, SeriesPoint[]>();
  for (const session of log.sessions) {
    if (session.spec === null || session.repPaceSPerKm === null) continue;
    const name = session.spec.replace(/^\d+x/, "");
    const points = byLength.get(name) ?? [];
    points.push({ day: session.day, y: -100 * Math.log(session.repPaceSPerKm), hot: false });
    byLength.set(name, points);
  }
  return [...byLength].map(([name, points]) => ({
    kind: "benchmark",
    label: `repetitions of ${name}`,
    points,
    priorCvPct: BENCHMARK_CV_PCT,
    priorWeight: 6,
  }));
}

/** What pace and heart rate of steady runs say together; judged as weekly medians. */
function heartRateSeries(log: TrainingLog): PerformanceSeries[] {
  const resting = log.athlete.restingHr ?? DEFAULT_RESTING_HR;
  const max = Math.max(log.athlete.maxHr ?? DEFAULT_MAX_HR, resting + 60);
  const readings = log.sessions.flatMap((session) => {
    const score = aerobicScore(session, resting, max);
    if (score === null) return [];
    const effort = ((session.activity.avgHr ?? resting) - resting) / (max - resting);
    return [{ day: session.day, y: 100 * SPEED_PER_SCORE * Math.log(score), effort }];
  });
  const points = readings.map((reading) => ({ ...reading, hot: false }));
  if (points.length === 0) return [];
  const label = "pace at heart rate";
  return [{ kind: "pace-at-heart-rate", label, points, priorCvPct: WEEKLY_HEART_CV_PCT, priorWeight: 8 }];
}

/**
 * Pace at rated effort of steady runs without heart rate: what felt as easy a year ago and is faster now is progress.
 * Rougher than heart rate, since habit sets the pace of easy days as well; it speaks only beside another series.
 */
function ratedSeries(log: TrainingLog): PerformanceSeries[] {
  const points = log.sessions.flatMap(({ kind, activity, speedMps, day, distanceM }) => {
    const { rpe, avgHr, durationS, elevationGainM } = activity;
    const steady = (kind === "easy" || kind === "long") && durationS >= STEADY_S;
    const hilly = (elevationGainM ?? 0) > distanceM * HILLY_SHARE;
    if (rpe == null || rpe > EASY_RPE || avgHr != null || speedMps === null || !steady || hilly) return [];
    return [{ day, y: 100 * Math.log(speedMps), hot: false, effort: rpe / 10 }];
  });
  if (points.length === 0) return [];
  const label = "pace at rated effort";
  return [{ kind: "pace-at-effort", label, points, priorCvPct: WEEKLY_RATED_CV_PCT, priorWeight: 8 }];
}

/** Where nothing better is recorded: what every longer run would be worth as a race. */
function effortSeries(log: TrainingLog): PerformanceSeries[] {
  const points = log.sessions.flatMap((session) => {
    if (session.speedMps === null || session.distanceM < MIN_EFFORT_M) return [];
    const y = effortPct(session.distanceM, session.activity.durationS);
    return y === null ? [] : [{ day: session.day, y, hot: false }];
  });
  if (points.length === 0) return [];
  const label = "best efforts in training";
  return [{ kind: "best-efforts", label, points, priorCvPct: BEST_EFFORT_CV_PCT, priorWeight: 8 }];
}

function effortPct(distanceM: number, timeS: number): number | null {
  const score = scoreOfResult({ distanceM, timeS });
  return score === null ? null : speedPctOf(score);
}
