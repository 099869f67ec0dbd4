import { dayNumber, type IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import {
  between,
  type PerformanceSeries,
  performanceSeries,
  pooledTrend,
  prepareLog,
  type ScoredResult,
} from "@repo/core/progress";

/** A block of training looked back on: volume, rhythm, and whether it moved performance. */
export type BlockReview = {
  from: IsoDate;
  to: IsoDate;
  weeks: number;
  distanceM: number;
  weeklyDistanceM: number;
  runs: number;
  hardSessions: number;
  strengthSessions: number;
  longestRunM: number;
  /** Best results of the block and of everything before it, as scores. */
  bestScore: number | null;
  bestScoreBefore: number | null;
  /** Percent of speed per 12 weeks with its 90 % interval as of the block's last day; null where it cannot be told. */
  trend: { changePct: number; interval: [number, number] } | null;
};

/** The review of the days `from` to `to`, both included. Later days are not looked at. */
export function blockReview(history: AthleteHistory, from: IsoDate, to: IsoDate): BlockReview {
  const log = prepareLog(history);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const sessions = between(log.sessions, first, last);
  const runs = sessions.filter((session) => session.run);
  const distanceM = Math.round(runs.reduce((sum, run) => sum + run.distanceM, 0));
  const weeks = (last - first + 1) / 7;
  return {
    from,
    to,
    weeks: Math.round(weeks * 10) / 10,
    distanceM,
    weeklyDistanceM: Math.round(distanceM / weeks),
    runs: runs.length,
    hardSessions: runs.filter((run) => run.kind === "quality" || run.kind === "race").length,
    strengthSessions: sessions.filter((session) => session.kind === "strength").length,
    longestRunM: Math.max(0, ...runs.map((run) => run.distanceM)),
    bestScore: bestOf(between(log.results, first, last)),
    bestScoreBefore: bestOf(between(log.results, log.firstDay ?? first, first - 1)),
    trend: trendOf(performanceSeries(log), last),
  };
}

function bestOf(results: readonly ScoredResult[]): number | null {
  return results.length > 0 ? Math.max(...results.map((result) => result.score)) : null;
}

function trendOf(series: readonly PerformanceSeries[], day: number): BlockReview["trend"] {
  const trend = pooledTrend(series, day);
  return trend && { changePct: trend.changePct, interval: trend.interval };
}
