import type { Athlete } from "@repo/core/athlete";
import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import type { Result } from "@repo/core/results";
import { scoreOf, speedAtFraction, vo2AtSpeed } from "./daniels-gilbert.ts";
import { isUsableScore, THRESHOLD_FRACTION } from "./training-paces.ts";

/** A result older than this no longer speaks for today's paces without a label (about eight weeks). [house] */
export const FRESH_RESULT_DAYS = 56;
/** Results outside these are not what the score's equations were fitted to: 1500 m to the marathon, from 3.5 min. */
const SHORTEST_DISTANCE_M = 1_400;
const LONGEST_DISTANCE_M = 42_500;
const SHORTEST_TIME_S = 210;
const LONGEST_TIME_S = 21_600;

/** What an athlete's targets are resolved from on one day. Null means not known; never a goal time. */
export type Pacing = {
  score: number | null;
  /** Day of the result the score rests on; null when it rests on a given threshold pace, or on nothing. */
  scoreDate: IsoDate | null;
  scoreSource: "result" | "given-threshold" | null;
  /** Whether the result behind the score is at most {@link FRESH_RESULT_DAYS} days old. */
  scoreFresh: boolean;
  thresholdSpeedMps: number | null;
  thresholdSource: "result" | "given" | null;
  maxHr: number | null;
  restingHr: number | null;
  thresholdHr: number | null;
};

/** Nothing known: targets stay in words. */
export const NO_PACING: Pacing = {
  score: null,
  scoreDate: null,
  scoreSource: null,
  scoreFresh: false,
  thresholdSpeedMps: null,
  thresholdSource: null,
  maxHr: null,
  restingHr: null,
  thresholdHr: null,
};

/** A pacing that rests on a score alone, as a user types it in. Unusable scores (outside 15–100) give {@link NO_PACING}. */
export function pacingOfScore(score: number, scoreDate: IsoDate | null = null): Pacing {
  if (!isUsableScore(score)) return NO_PACING;
  return {
    ...NO_PACING,
    score,
    scoreDate,
    scoreSource: "result",
    scoreFresh: true,
    thresholdSpeedMps: speedAtFraction(score, THRESHOLD_FRACTION),
    thresholdSource: "result",
  };
}

/**
 * What an athlete's paces rest on as of a day: the most recent maximal result of 1500 m to a marathon (best score of
 * that day) when fresh; else a given threshold pace; else the old result, not fresh. Later results are not looked at.
 */
export function pacingOf(input: {
  results: readonly Result[];
  athlete?: Athlete | null;
  asOf: IsoDate;
}): Pacing {
  const { results, athlete, asOf } = input;
  const heart = {
    maxHr: athlete?.maxHr ?? null,
    restingHr: athlete?.restingHr ?? null,
    thresholdHr: athlete?.thresholdHr ?? null,
  };
  const latest = latestScore(results, asOf);
  const fresh = latest !== null && daysBetween(latest.date, asOf) <= FRESH_RESULT_DAYS;
  const givenMps = athlete?.thresholdPaceSPerKm ? 1000 / athlete.thresholdPaceSPerKm : null;
  if (givenMps !== null && !fresh) return { ...fromThreshold(givenMps), ...heart };
  if (latest === null) return { ...NO_PACING, ...heart };
  return { ...pacingOfScore(latest.score, latest.date), scoreFresh: fresh, ...heart };
}

/** The most recent day on or before `asOf` with a scorable result, and the best score of that day. */
export function latestScore(
  results: readonly Result[],
  asOf: IsoDate,
): { score: number; date: IsoDate; result: Result } | null {
  let best: { score: number; date: IsoDate; result: Result } | null = null;
  for (const result of results) {
    if (result.date > asOf || (best && result.date < best.date)) continue;
    const score = scoreOfResult(result);
    if (score === null || (best && result.date === best.date && score <= best.score)) continue;
    best = { score, date: result.date, result };
  }
  return best;
}

/** The score of a result that paces may rest on, or null: too short, too long or outside the equations. */
export function scoreOfResult(result: Pick<Result, "distanceM" | "timeS">): number | null {
  const { distanceM, timeS } = result;
  if (distanceM < SHORTEST_DISTANCE_M || distanceM > LONGEST_DISTANCE_M) return null;
  if (timeS < SHORTEST_TIME_S || timeS > LONGEST_TIME_S) return null;
  const score = valueOrNull(scoreOf(result));
  return score !== null && isUsableScore(score) ? score : null;
}

function fromThreshold(speedMps: number): Pacing {
  const score = vo2AtSpeed(speedMps) / THRESHOLD_FRACTION;
  return {
    ...NO_PACING,
    ...(isUsableScore(score) ? { score, scoreSource: "given-threshold" as const } : {}),
    thresholdSpeedMps: speedMps,
    thresholdSource: "given",
  };
}
