import { MARATHON_M, METRES_PER_MILE } from "@repo/core/units";
import { equivalentTimeS, SCORE_MAX, SCORE_MIN, speedAtFraction } from "./daniels-gilbert.ts";

/** Fractions of VO₂max; fitted against the published table: worst residuals in docs/science.md. [daniels-2014] */
export const EASY_SLOW_FRACTION = 0.63;
/** The fast end of easy running. [daniels-2014] */
export const EASY_FAST_FRACTION = 0.735;
/** Threshold pace. [daniels-2014] */
export const THRESHOLD_FRACTION = 0.88;
/** Interval pace. [daniels-2014] */
export const INTERVAL_FRACTION = 0.974;

/** Training paces in seconds a kilometre: easy (a range), marathon, threshold, interval, repetition. */
export type TrainingPaces = {
  e: { fastSPerKm: number; slowSPerKm: number };
  m: number;
  t: number;
  i: number;
  r: number;
};

/** Whether a score is one training paces are given for ({@link SCORE_MIN} to {@link SCORE_MAX}). */
export function isUsableScore(score: number): boolean {
  return score >= SCORE_MIN && score <= SCORE_MAX;
}

/**
 * The five training paces of a score, in seconds a kilometre: E 63–73.5 %, T 88 %, I 97.4 % of VO₂max, M the marathon
 * and R the mile race pace of the score. Throws a RangeError for a score outside 15–100: ask {@link isUsableScore}
 * first. SOURCES.md [daniels-2014]
 */
export function trainingPaces(score: number): TrainingPaces {
  if (!isUsableScore(score)) throw new RangeError(`a score must lie between ${SCORE_MIN} and ${SCORE_MAX}`);
  const intervalSPerKm = 1000 / speedAtFraction(score, INTERVAL_FRACTION);
  return {
    e: {
      fastSPerKm: 1000 / speedAtFraction(score, EASY_FAST_FRACTION),
      slowSPerKm: 1000 / speedAtFraction(score, EASY_SLOW_FRACTION),
    },
    m: racePaceSPerKm(score, MARATHON_M),
    t: 1000 / speedAtFraction(score, THRESHOLD_FRACTION),
    i: intervalSPerKm,
    // Below a score of about 20 a mile takes longer than intervals are run for: repetitions are never slower than those.
    r: Math.min(intervalSPerKm, racePaceSPerKm(score, METRES_PER_MILE)),
  };
}

function racePaceSPerKm(score: number, distanceM: number): number {
  const time = equivalentTimeS(score, distanceM);
  if (!time.known) throw new RangeError("no race time within the equations' range for a usable score");
  return (time.value / distanceM) * 1000;
}
