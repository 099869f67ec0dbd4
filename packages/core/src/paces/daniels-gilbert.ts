import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Scores the training-pace rules are used for: a little more than the published 30–85, far less than "any number". */
export const SCORE_MIN = 15;
/** The largest score training paces are given for. */
export const SCORE_MAX = 100;

/** Times the equations are solved for. Outside them the fitted curves mean nothing. */
const SHORTEST_TIME_S = 60;
const LONGEST_TIME_S = 36_000;
/** Faster than any human over 60 s or more (m/s): a typing error, not a race. */
const FASTEST_SPEED_MPS = 10;

/** Why a result has no score. */
export type ScoreReason = "not-a-result" | "too-short" | "too-long" | "too-slow" | "too-fast";
/** Why a score has no time for a distance. */
export type EquivalentReason = "no-score" | "distance-out-of-range";

/** Oxygen cost of running (ml/kg/min) at a speed in m/s. Daniels & Gilbert's equation. SOURCES.md [daniels-gilbert-1979] */
export function vo2AtSpeed(speedMps: number): number {
  const metresPerMin = speedMps * 60;
  return -4.6 + 0.182258 * metresPerMin + 0.000104 * metresPerMin * metresPerMin;
}

/** Fraction of VO₂max held for a race of this many seconds (above 1 below 11 min). SOURCES.md [daniels-gilbert-1979] */
export function fractionOfVo2max(timeS: number): number {
  const minutes = timeS / 60;
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);
}

/** Speed in m/s whose oxygen cost is `vo2` (ml/kg/min): the exact inverse of {@link vo2AtSpeed}. */
export function speedAtVo2(vo2: number): number {
  return (-0.182258 + Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (4.6 + vo2))) / (2 * 0.000104) / 60;
}

/**
 * Speed in m/s at a fraction of the oxygen uptake a score stands for (0.88 → threshold speed). The fraction is of
 * oxygen, not of speed. SOURCES.md [daniels-2014]
 */
export function speedAtFraction(score: number, fraction: number): number {
  return speedAtVo2(score * fraction);
}

/** The regression some programs use in place of the exact inverse (m/min): within 1 m/min. SOURCES.md [goldencheetah] */
export function speedByRegressionMPerMin(score: number): number {
  return 29.54 + 5.000663 * score - 0.007546 * score * score;
}

/**
 * Daniels–Gilbert score of a maximal result: the VO₂max (ml/kg/min) that would explain it at standard economy. Not a
 * laboratory value. Metres and seconds in. Unknown for zero, negative or non-finite input, for times outside
 * 1 min–10 h, and for speeds at which the equation means nothing. SOURCES.md [daniels-gilbert-1979]
 */
export function scoreOf(result: { distanceM: number; timeS: number }): Estimate<number, ScoreReason> {
  const { distanceM, timeS } = result;
  if (!(distanceM > 0 && timeS > 0) || !Number.isFinite(distanceM) || !Number.isFinite(timeS)) {
    return notKnown("not-a-result");
  }
  if (timeS < SHORTEST_TIME_S) return notKnown("too-short");
  if (timeS > LONGEST_TIME_S) return notKnown("too-long");
  if (distanceM / timeS > FASTEST_SPEED_MPS) return notKnown("too-fast");
  const score = rawScore(distanceM, timeS);
  return score > 0 ? known(score) : notKnown("too-slow");
}

/**
 * Time in seconds for a distance in metres that is worth the same score. Unknown where the answer would lie outside
 * 1 min–10 h, which the equations do not describe. SOURCES.md [daniels-gilbert-1979]
 */
export function equivalentTimeS(score: number, distanceM: number): Estimate<number, EquivalentReason> {
  if (!(score > 0) || !Number.isFinite(score)) return notKnown("no-score");
  if (!(distanceM > 0) || !Number.isFinite(distanceM)) return notKnown("distance-out-of-range");
  const outside = rawScore(distanceM, SHORTEST_TIME_S) < score || rawScore(distanceM, LONGEST_TIME_S) > score;
  if (outside) return notKnown("distance-out-of-range");
  return known(solveTimeS(score, distanceM));
}

function rawScore(distanceM: number, timeS: number): number {
  return vo2AtSpeed(distanceM / timeS) / fractionOfVo2max(timeS);
}

/** The score falls as the time grows, so: secant steps kept inside a bracket that always holds the root. */
function solveTimeS(score: number, distanceM: number): number {
  let [low, high] = [SHORTEST_TIME_S, LONGEST_TIME_S];
  let time = Math.min(high, Math.max(low, distanceM / speedAtVo2(score * 0.9)));
  for (let round = 0; round < 100 && high - low > 1e-9; round++) {
    const error = rawScore(distanceM, time) - score;
    if (error === 0) return time;
    if (error > 0) low = time;
    else high = time;
    const step = time * 1e-6;
    const slope = (rawScore(distanceM, time + step) - score - error) / step;
    const next = time - error / slope;
    if (Math.abs(next - time) < 1e-10 * time) return next;
    time = next > low && next < high ? next : (low + high) / 2;
  }
  return time;
}
