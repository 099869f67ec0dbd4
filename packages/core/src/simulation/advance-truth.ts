import type { Habits } from "./habits.ts";
import type { Prng } from "./prng.ts";

/** What is true of a simulated runner at the end of a day. Score in Daniels–Gilbert points, loads in au. */
export type Truth = {
  score: number;
  /** Current change of true fitness per 12 weeks; follows the habits with a lag. */
  trendPer12Weeks: number;
  chronic: number;
  acute: number;
  /** 0 (recovered) to 1 (overreached). */
  strain: number;
};

/** Days in which fitness, strain and fatigue follow a change of habits. */
const TREND_LAG_DAYS = 10;
const STRAIN_LAG_DAYS = 9;
const ACUTE_TAU_DAYS = 7;
const CHRONIC_TAU_DAYS = 42;
const DAYS_IN_12_WEEKS = 84;
/** Fitness wanders a little for reasons nobody records: share a day. */
const WANDER_PER_DAY = 0.0006;
/** A share of fitness lost per day without running, after the first week. */
const DETRAINING_PER_DAY = 0.0025;

/** The next day's truth. A Banister-like pair of loads carries fatigue; the habits decide where fitness goes. */
export function advanceTruth(truth: Truth, day: DayOfTraining, random: Prng): Truth {
  const target = day.gainPer12Weeks * day.habits.gainShare - day.habits.lossPer12Weeks;
  const trend = truth.trendPer12Weeks + (target - truth.trendPer12Weeks) / TREND_LAG_DAYS;
  const drift = day.idleDays > 7 ? -DETRAINING_PER_DAY : trend / DAYS_IN_12_WEEKS;
  return {
    score: truth.score * (1 + drift + random.normal(0, WANDER_PER_DAY)),
    trendPer12Weeks: trend,
    chronic: truth.chronic + (day.load - truth.chronic) / CHRONIC_TAU_DAYS,
    acute: truth.acute + (day.load - truth.acute) / ACUTE_TAU_DAYS,
    strain: truth.strain + (day.habits.strain - truth.strain) / STRAIN_LAG_DAYS,
  };
}

type DayOfTraining = { habits: Habits; load: number; gainPer12Weeks: number; idleDays: number };

/** Acute over chronic load, less one: 0 when the last week was like the weeks before. */
export function fatigueOf(truth: Truth): number {
  if (truth.chronic < 5) return 0;
  return Math.min(1, Math.max(-0.6, truth.acute / truth.chronic - 1));
}

/** The score that can be shown today: true fitness less what fatigue and strain hide. */
export function scoreToday(truth: Truth): number {
  return truth.score * (1 - 0.018 * Math.max(-0.3, fatigueOf(truth)) - 0.012 * truth.strain);
}
