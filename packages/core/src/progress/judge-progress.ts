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
  /** Whether it is sure enough to bother somebody with it: proved with room to spare, or with a clear cause beside it. */
  firm: boolean;
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

/** To be firm with no cause in sight the data alone must exclude progress, now and a fortnight ago. */
const STRICT_PCT = MARGIN_PCT * 0.7;
const STRICT_BEFORE_PCT = MARGIN_PCT * 1.1;
/** Where a cause shows clearly, less proof of standing still is asked. */
const LENIENT_PCT = MARGIN_PCT * 1.3;
const LENIENT_BEFORE_PCT = MARGIN_PCT * 1.8;
const CLEAR_CAUSE = 0.5;
/** Heat hides progress rather than stopping it; no other explanation is none; signs of strain and lighter weeks come and go by chance. */
const CLEAR_CAUSES: Partial<Record<PlateauCause, number>> = {
  conditions: Number.POSITIVE_INFINITY,
  "new-stimulus-needed": Number.POSITIVE_INFINITY,
  overcooked: 0.75,
  "no-long-run": 0.7,
  "no-cutback": 0.9,
};
const FIRM_AFTER_DAYS = 84;
const LAID_OFF_DAYS = 18;
/** A lay-off within the twelve weeks of a trend is what the trend is about (science.md §6.3). */
const LAID_OFF_REACH_DAYS = 84;
/** Efforts of training after a lay-off are not what they were before it, for longer than results are. */
const GUESS_REACH_DAYS = 120;
const ILL_DAYS = 5;
/** "Best result not beaten for twelve weeks despite three maximal attempts" (science.md §6.3). */
const UNBEATEN_DAYS = 84;
const FEWEST_TRIES = 3;
const BEST_REACH_DAYS = 365;
const HOT_C = 22;

/**
 * Is the athlete getting better? Separate series, a robust trend, and the logic of equivalence: "not significant" is
 * not a plateau, and not enough data is an answer. With the 90 % interval of the change in 12 weeks: above 0 is
 * improving, below 0 declining, within ±{@link MARGIN_PCT} % a plateau. `possible-plateau` is softer: progress excluded
 * but not decline; less proof beside a clear cause; or only races, and the best of them not beaten for long.
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
  if (low > 0) return { ...unknown("trend-up"), ...numbersOf(trend), state: "improving", firm: true };
  const unbeaten = !guessed && bestNotBeaten(log, trend, asOf);
  if (high >= LENIENT_PCT && !unbeaten)
    return { ...unknown("interval-too-wide"), ...numbersOf(trend), state: "inconclusive" };
  const onset = estimateOnset(series, asOf);
  const causes = rankCauses(log, asOf, onset);
  const verdict = standstill(series, trend, { asOf, clear: hasClearCause(causes), unbeaten });
  if (verdict.state === "inconclusive")
    return { ...unknown(verdict.reason), ...numbersOf(trend), ...verdict };
  const firm = verdict.firm && isLongKnown(series, asOf);
  return { ...numbersOf(trend), ...verdict, firm, since: dateOf(onset.day), causes };
}

/** What is said of twelve weeks is only firm where so many have been seen. */
function isLongKnown(series: readonly PerformanceSeries[], asOf: number): boolean {
  return series.some(({ points }) => (points[0]?.day ?? asOf) <= asOf - FIRM_AFTER_DAYS);
}

function hasClearCause(causes: readonly RankedCause[]): boolean {
  return causes.some((each) => each.lastingStrength >= (CLEAR_CAUSES[each.cause] ?? CLEAR_CAUSE));
}

type Standstill = Pick<ProgressVerdict, "state" | "reason" | "firm">;

function standstill(
  series: readonly PerformanceSeries[],
  trend: PooledTrend,
  { asOf, clear, unbeaten }: { asOf: number; clear: boolean; unbeaten: boolean },
): Standstill {
  const [low, high] = trend.interval;
  const guessed = trend.series.every((each) => each.kind === "best-efforts");
  if (guessed && !effortsStalled(series, asOf)) return undecided("only-guesses");
  const before = pooledTrend(series, asOf - 14)?.interval[1] ?? Number.POSITIVE_INFINITY;
  const strict = high < STRICT_PCT && before < STRICT_BEFORE_PCT;
  if (!guessed && high < 0) {
    const small = low > -MARGIN_PCT;
    return {
      state: "declining",
      reason: small ? "small-decline" : "trend-down",
      firm: trend.changePct < -1 || clear || strict,
    };
  }
  if (!guessed && high < MARGIN_PCT && low > -MARGIN_PCT)
    return {
      state: "plateau",
      reason: "no-change-worth-the-name",
      firm: strict || (clear && isLately(series, asOf)),
    };
  if (strict) return { state: "possible-plateau", reason: "progress-excluded", firm: true };
  if (!guessed && clear && high < LENIENT_PCT && isLately(series, asOf))
    return { state: "possible-plateau", reason: "likely-with-a-clear-cause", firm: true };
  if (unbeaten) return { state: "possible-plateau", reason: "best-not-beaten", firm: false };
  return undecided("interval-too-wide");
}

function undecided(reason: string): Standstill {
  return { state: "inconclusive", reason, firm: false };
}

/** Whether it already looked like this a week ago. */
function isLately(series: readonly PerformanceSeries[], asOf: number): boolean {
  return (pooledTrend(series, asOf - 7)?.interval[1] ?? Number.POSITIVE_INFINITY) < LENIENT_BEFORE_PCT;
}

/** Where only results speak: the best is twelve weeks old or older, and at least three tries in fair weather did not beat it. */
function bestNotBeaten(log: TrainingLog, trend: PooledTrend, asOf: number): boolean {
  if (trend.changePct >= MARGIN_PCT || trend.series.some((each) => each.kind !== "results")) return false;
  const results = between(log.results, asOf - BEST_REACH_DAYS, asOf).filter(
    (each) => (each.result.temperatureC ?? 0) < HOT_C,
  );
  const tries = results.filter((each) => each.day > asOf - UNBEATEN_DAYS);
  const earlier = results.filter((each) => each.day <= asOf - UNBEATEN_DAYS);
  if (tries.length < FEWEST_TRIES || earlier.length === 0) return false;
  const best = Math.max(...earlier.map((each) => each.score));
  return tries.every((each) => each.score <= best);
}

function numbersOf(trend: PooledTrend) {
  const { changePct, interval, windowDays, n, series } = trend;
  return { changePct, interval, windowDays, n, series };
}

function unknown(reason: string): ProgressVerdict {
  return {
    state: "not-enough-data",
    reason,
    firm: false,
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
