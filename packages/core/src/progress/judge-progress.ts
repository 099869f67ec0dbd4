import type { IsoDate } from "@repo/core/calendar";
import { estimateOnset } from "./estimate-onset.ts";
import {
  effortsStalled,
  MARGIN_PCT,
  type PooledTrend,
  pooledTrend,
  type SeriesTrend,
} from "./judge-trend.ts";
import type { PerformanceSeries } from "./performance-series.ts";
import { type RankedCause, rankCauses } from "./rank-causes.ts";
import type { PlateauCause } from "./schema.ts";
import { between, dateOf, type TrainingLog } from "./training-log.ts";

export type ProgressState =
  | "improving"
  | "plateau"
  | "possible-plateau"
  | "declining"
  | "inconclusive"
  | "not-enough-data";

export type ProgressVerdict = {
  state: ProgressState;
  /** Why, as a code: what made it this state. */
  reason: string;
  /** For a standstill or decline, the day it began as far as can be told. */
  since: IsoDate | null;
  /** Percent of speed per 12 weeks, with its 90 % interval. */
  changePct: number | null;
  interval: [number, number] | null;
  windowDays: number;
  n: number;
  series: SeriesTrend[];
  causes: RankedCause[];
};

/** With no cause in sight the data alone must exclude progress, now and a fortnight ago. */
const STRICT_PCT = MARGIN_PCT * 0.7;
const STRICT_BEFORE_PCT = MARGIN_PCT * 1.1;
/** Where a cause shows clearly, less proof of standing still is asked. */
const LENIENT_PCT = MARGIN_PCT * 1.3;
const LENIENT_BEFORE_PCT = MARGIN_PCT * 1.8;
const CLEAR_CAUSE = 0.5;
/** Heat hides progress rather than stopping it; no other explanation is none; signs of strain come and go. */
const CLEAR_CAUSES: Partial<Record<PlateauCause, number>> = {
  conditions: Number.POSITIVE_INFINITY,
  "new-stimulus-needed": Number.POSITIVE_INFINITY,
  overcooked: 0.75,
  "no-long-run": 0.7,
};
const LAID_OFF_DAYS = 18;
const LAID_OFF_REACH_DAYS = 42;
/** Efforts of training after a lay-off are not what they were before it, for longer than results are. */
const GUESS_REACH_DAYS = 120;
const ILL_DAYS = 5;

/**
 * Is the athlete getting better? Separate series, a robust trend, and the logic of equivalence: "not significant" is
 * not a plateau, and not enough data is an answer. A plateau is only called when progress of {@link MARGIN_PCT} % in
 * 12 weeks can be excluded; `possible-plateau` when a decline cannot be excluded as well, or when less proof comes
 * together with a clear cause.
 *
 * @see docs/science.md "Progress"; SOURCES.md [sen-1968], [hopkins-hewson-2001]
 */
export function judgeProgress(
  log: TrainingLog,
  series: readonly PerformanceSeries[],
  asOf: number,
): ProgressVerdict {
  const trend = pooledTrend(series, asOf);
  if (!trend) return unknown("too-few-results");
  const guessed = trend.series.every((each) => each.kind === "best-efforts");
  if (wasAway(log, asOf, guessed ? GUESS_REACH_DAYS : LAID_OFF_REACH_DAYS))
    return { ...unknown("away-or-ill"), ...numbersOf(trend) };
  const [low, high] = trend.interval;
  if (low > 0) return { ...unknown("trend-up"), ...numbersOf(trend), state: "improving" };
  if (high >= LENIENT_PCT)
    return { ...unknown("interval-too-wide"), ...numbersOf(trend), state: "inconclusive" };
  const onset = estimateOnset(series, asOf);
  const causes = rankCauses(log, asOf, onset);
  const { state, reason } = standstill(series, trend, { asOf, clear: hasClearCause(causes) });
  if (state === "inconclusive") return { ...unknown(reason), ...numbersOf(trend), state };
  return { ...numbersOf(trend), state, reason, since: dateOf(onset.day), causes };
}

function hasClearCause(causes: readonly RankedCause[]): boolean {
  return causes.some((each) => each.strength >= (CLEAR_CAUSES[each.cause] ?? CLEAR_CAUSE));
}

function standstill(
  series: readonly PerformanceSeries[],
  trend: PooledTrend,
  { asOf, clear }: { asOf: number; clear: boolean },
): { state: ProgressState; reason: string } {
  const [low, high] = trend.interval;
  const guessed = trend.series.every((each) => each.kind === "best-efforts");
  if (guessed && !effortsStalled(series, asOf)) return { state: "inconclusive", reason: "only-guesses" };
  if (!guessed && high < 0 && (trend.changePct < -1 || clear))
    return { state: "declining", reason: "trend-down" };
  const before = pooledTrend(series, asOf - 14)?.interval[1] ?? Number.POSITIVE_INFINITY;
  if (high < STRICT_PCT && before < STRICT_BEFORE_PCT) {
    if (!guessed && low > -MARGIN_PCT) return { state: "plateau", reason: "no-change-worth-the-name" };
    return { state: "possible-plateau", reason: "progress-excluded" };
  }
  const lately = pooledTrend(series, asOf - 7)?.interval[1] ?? Number.POSITIVE_INFINITY;
  if (!guessed && clear && lately < LENIENT_BEFORE_PCT)
    return { state: "possible-plateau", reason: "likely-with-a-clear-cause" };
  return { state: "inconclusive", reason: "interval-too-wide" };
}

function numbersOf(trend: PooledTrend) {
  const { changePct, interval, windowDays, n, series } = trend;
  return { changePct, interval, windowDays, n, series };
}

function unknown(reason: string): ProgressVerdict {
  return {
    state: "not-enough-data",
    reason,
    since: null,
    changePct: null,
    interval: null,
    windowDays: 0,
    n: 0,
    series: [],
    causes: [],
  };
}

/** A lay-off or an illness in the last weeks: whatever the trend says, it is not about the training. */
function wasAway(log: TrainingLog, asOf: number, reachDays: number): boolean {
  const runs = between(log.sessions, asOf - reachDays - LAID_OFF_DAYS, asOf).filter((each) => each.run);
  let last = runs[0]?.day ?? asOf;
  for (const run of runs) {
    if (run.day - last >= LAID_OFF_DAYS && run.day > asOf - reachDays) return true;
    last = run.day;
  }
  const ill = between(log.checkIns, asOf - 27, asOf).filter((each) => each.checkIn.ill === true).length;
  return asOf - last >= LAID_OFF_DAYS || ill >= ILL_DAYS;
}
