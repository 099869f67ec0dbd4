import type { Evidence } from "@repo/core/season";
import { median, medianAbsoluteDeviation, quantile } from "@repo/core/stats";
import type { CheckIn } from "@repo/core/wellness";
import { meanOf, row, shareOf } from "./cause-window.ts";
import { morningUnease } from "./morning-unease.ts";
import { aerobicScore } from "./read-session.ts";
import { rememberByDay } from "./remember-by-day.ts";
import { between, type TrainingLog } from "./training-log.ts";

export type StrainSignal = {
  signal:
    | "wellness"
    | "resting-hr"
    | "hrv"
    | "sleep"
    | "legs"
    | "effort"
    | "pace-at-heart-rate"
    | "results"
    | "load"
    | "no-rest";
  /** What the body says, or what was asked of it. */
  side: "body" | "load";
  adverse: boolean;
  evidence: Evidence;
};

const BASELINE_DAYS = 90;
const RECENT_DAYS = 14;
const WEEK_DAYS = 7;
const MIN_BASELINE = 10;
const STRETCH_DAYS = 21;
/** Three weeks below this share of the fullest three weeks were a break, not training. [house] */
const TRAINING_SHARE = 0.5;
/** More days of rest in a fortnight than this are enough of them for anybody. [house] */
const ENOUGH_REST = 4;
const WEEK_Z = 1.1;
const LOAD_RATIO = 1.2;
const FORTNIGHT_RATIO = 1.28;
/** What the fullest stretches reached is usual too, for whoever trains unevenly or logs half: more must exceed it. [house] */
const FULL_SHARE = 0.9;
const BEYOND_USUAL = 1.08;
/** Training that tells what is usual, and the least of it. */
const LOAD_REACH_DAYS = 91;
const FEWEST_USUAL_DAYS = 28;
/** Weather alone moves pace at heart rate by some percent (science.md §4.6), and so does the scatter of few runs. */
const PACE_DROP_PCT = 3;
const PACE_DROP_SE = 2;
/** A median scatters a quarter more than a mean. */
const MEDIAN_SE = 1.25;

/**
 * What speaks for or against an athlete being asked too much, as of a day, each against the athlete's own earlier
 * days. Signals that cannot be read are absent.
 *
 * @see SOURCES.md [saw-2016] [bosquet-2008] [plews-2013]; thresholds for a sustained change are the house's
 */
export const strainSignals: (log: TrainingLog, day: number) => StrainSignal[] = rememberByDay((log, day) =>
  readSignals(log, { day, usualTo: day - RECENT_DAYS, stretchesTo: day - STRETCH_DAYS }),
);

/** The same against the days up to an earlier one: strain that has lasted for months is in the usual days by then. */
export function strainSince(log: TrainingLog, day: number, since: number): StrainSignal[] {
  return readSignals(log, { day, usualTo: since, stretchesTo: since });
}

/** The day judged, and the last days of what is usual: of mornings and runs, and of stretches of training. */
type Moment = { day: number; usualTo: number; stretchesTo: number };

function readSignals(log: TrainingLog, moment: Moment): StrainSignal[] {
  const { day, usualTo } = moment;
  const within = (from: number, to: number) => between(log.checkIns, from, to).map((each) => each.checkIn);
  const recent = within(day - RECENT_DAYS + 1, day);
  const week = within(day - WEEK_DAYS + 1, day);
  const usual = within(usualTo - BASELINE_DAYS + RECENT_DAYS, usualTo);
  const found = [
    wellness(recent, week, usual),
    restingHr(week, usual),
    hrv(week, usual),
    sleep(week, usual),
    legs(within(day - 9, day)),
    effort(log, moment),
    paceAtHeartRate(log, moment),
    results(log, moment),
    ...loadSignals(log, moment),
  ];
  return found.filter((signal) => signal !== null);
}

function wellness(recent: CheckIn[], week: CheckIn[], usual: CheckIn[]): StrainSignal | null {
  const values = (days: CheckIn[]) => days.flatMap((day) => morningUnease(day) ?? []);
  const base = baseline(values(usual), 0.35);
  const now = values(recent);
  if (!base || now.length < 4) return null;
  const worse = shareOf(now, (value) => value - base.mean >= base.sd);
  const lately = values(week);
  const z = lately.length >= 3 ? zOf(lately, base) : 0;
  if (z >= WEEK_Z) return body("wellness", true, row("mornings of a week worse than usual", z, "SD", WEEK_Z));
  const adverse = now.length >= 6 && worse >= 0.5 && zOf(now, base) >= 0.75;
  return body("wellness", adverse, row("days of clearly worse mornings, 2 weeks", worse * 100, "%", 50));
}

function zOf(values: readonly number[], base: { mean: number; sd: number }): number {
  return ((meanOf(values) ?? base.mean) - base.mean) / base.sd;
}

function restingHr(week: CheckIn[], usual: CheckIn[]): StrainSignal | null {
  const read = (days: CheckIn[]) => days.flatMap((day) => day.restingHr ?? []);
  const base = baseline(read(usual), 1.5);
  const now = read(week);
  if (!base || now.length < 3) return null;
  const raised = (meanOf(now) ?? 0) - base.mean;
  return body(
    "resting-hr",
    raised >= 1.2 * base.sd,
    row("resting heart rate above usual", raised, "bpm", 1.2 * base.sd),
  );
}

function hrv(week: CheckIn[], usual: CheckIn[]): StrainSignal | null {
  const read = (days: CheckIn[]) => days.flatMap((day) => (day.hrvRmssd ? [Math.log(day.hrvRmssd)] : []));
  const base = baseline(read(usual), 0.06);
  const now = read(week);
  if (!base || now.length < 3) return null;
  const z = ((meanOf(now) ?? 0) - base.mean) / base.sd;
  return body("hrv", z <= -0.85, row("HRV against the usual band", z, "SD", -0.85));
}

function sleep(week: CheckIn[], usual: CheckIn[]): StrainSignal | null {
  const read = (days: CheckIn[]) => days.flatMap((day) => day.sleepHours ?? []);
  const now = read(week);
  const base = meanOf(read(usual));
  if (now.length < 4 || base === null) return null;
  const hours = meanOf(now) ?? 0;
  return body("sleep", hours < 7 && hours <= base - 0.7, row("sleep, 7-day mean", hours, "h", 7));
}

function legs(days: CheckIn[]): StrainSignal | null {
  const told = days.flatMap((day) => day.legs ?? []);
  if (told.length < 5) return null;
  const heavy = shareOf(told, (each) => each === "heavy" || each === "dead");
  return body("legs", heavy >= 0.65, row("days of heavy or dead legs, 10 days", heavy * 100, "%", 65));
}

function effort(log: TrainingLog, { day, usualTo }: Moment): StrainSignal | null {
  const rpe = (from: number, to: number) =>
    between(log.sessions, from, to).flatMap((each) =>
      each.kind === "easy" ? (each.activity.rpe ?? []) : [],
    );
  const now = rpe(day - RECENT_DAYS + 1, day);
  const then = rpe(usualTo - BASELINE_DAYS + RECENT_DAYS, usualTo);
  if (now.length < 4 || then.length < 8) return null;
  const more = (meanOf(now) ?? 0) - (meanOf(then) ?? 0);
  return body("effort", more >= 0.9, row("effort of easy runs above usual", more, "RPE", 0.9));
}

function paceAtHeartRate(log: TrainingLog, { day, usualTo }: Moment): StrainSignal | null {
  const resting = log.athlete.restingHr ?? 55;
  const max = Math.max(log.athlete.maxHr ?? 190, resting + 60);
  const scores = (from: number, to: number) =>
    between(log.sessions, from, to).flatMap((session) => aerobicScore(session, resting, max) ?? []);
  const [now, then] = [scores(day - RECENT_DAYS + 1, day), scores(usualTo - 56 + RECENT_DAYS, usualTo)];
  const [level, usual] = [median(now), median(then)];
  if (now.length < 4 || then.length < 8 || level === null || usual === null) return null;
  const drop = (1 - level / usual) * 100;
  // One run up a mountain must not widen the limit for months.
  const scatter = ((1.4826 * (medianAbsoluteDeviation(then) ?? 0)) / usual) * 100;
  const limit = Math.max(
    PACE_DROP_PCT,
    PACE_DROP_SE * scatter * MEDIAN_SE * Math.hypot(now.length ** -0.5, then.length ** -0.5),
  );
  return body(
    "pace-at-heart-rate",
    drop >= limit,
    row("slower at the same heart rate, 2 weeks", drop, "%", limit),
  );
}

/** The last two or more results of a month against those of the three months before. */
function results(log: TrainingLog, { day, usualTo }: Moment): StrainSignal | null {
  const speeds = (from: number, to: number) => between(log.results, from, to).map((each) => each.speedPct);
  const before = Math.min(usualTo, day - 28);
  const [now, then] = [speeds(day - 27, day), speeds(before - 90, before)];
  const [level, usual] = [median(now), median(then)];
  if (now.length < 2 || then.length < 3 || level === null || usual === null) return null;
  return body(
    "results",
    usual - level >= 1.5,
    row("results slower than in the months before", usual - level, "%", 1.5),
  );
}

/** Minutes count, hard ones more: enough to compare weeks of one athlete. */
function loadSignals(log: TrainingLog, { day, stretchesTo }: Moment): StrainSignal[] {
  const sessions = between(log.sessions, stretchesTo - LOAD_REACH_DAYS, day);
  const first = sessions[0]?.day;
  if (first === undefined || stretchesTo - first < FEWEST_USUAL_DAYS) return [];
  const minutes = (from: number, to: number) =>
    between(sessions, from, to).reduce(
      (sum, each) => sum + (each.activity.durationS / 60) * (each.kind === "quality" ? 1.6 : 1),
      0,
    );
  const more = moreTraining(minutes, { first, day, stretchesTo });
  if (more === null) return [];
  const active = (from: number, to: number) =>
    new Set(between(sessions, from, to).map((each) => each.day)).size;
  const rest = RECENT_DAYS - active(day - RECENT_DAYS + 1, day);
  const usualRest = RECENT_DAYS * (1 - active(first, stretchesTo) / (stretchesTo - first + 1));
  // Fewer than in any fortnight before: who logs half of what is run has full fortnights by chance.
  let fewest = RECENT_DAYS;
  for (let end = stretchesTo; end - RECENT_DAYS + 1 >= first; end -= WEEK_DAYS)
    fewest = Math.min(fewest, RECENT_DAYS - active(end - RECENT_DAYS + 1, end));
  const gone = (rest <= 1 && usualRest >= 2.5) || (rest <= ENOUGH_REST && usualRest - rest >= 3);
  return [more, asked("no-rest", gone && rest < fewest, row("rest days in 2 weeks", rest, "days", 2))];
}

type Minutes = (from: number, to: number) => number;

/**
 * More training than usual in three weeks, or in two: a fortnight scatters more, so it has to stand out further. The one
 * that stands out more is told; null where there is nothing to compare with.
 */
function moreTraining(minutes: Minutes, of: Stretches): StrainSignal | null {
  const weeks = (stretchDays: number, least: number) => {
    const { ratio, most } = moreThanUsual(minutes, { ...of, stretchDays });
    const limit = Math.max(least, most * BEYOND_USUAL);
    const label = `training of ${stretchDays / WEEK_DAYS} weeks against what was usual`;
    return { ratio, limit, evidence: row(label, ratio, "times", limit) };
  };
  const [three, two] = [weeks(STRETCH_DAYS, LOAD_RATIO), weeks(RECENT_DAYS, FORTNIGHT_RATIO)];
  const told = two.ratio / two.limit > three.ratio / three.limit ? two : three;
  return told.ratio > 0 ? asked("load", told.ratio >= told.limit, told.evidence) : null;
}

type Stretches = { first: number; day: number; stretchesTo: number };

/**
 * Training of the last stretch of days over the middle of the earlier stretches that were training: after weeks off,
 * what was usual before them is no news. Ratio 0 where there is nothing to compare with; `most`: what the fullest tenth
 * of the earlier stretches reached on the same scale.
 */
function moreThanUsual(
  minutes: Minutes,
  { first, day, stretchesTo, stretchDays }: Stretches & { stretchDays: number },
): { ratio: number; most: number } {
  const stretches: number[] = [];
  for (let end = stretchesTo; end - stretchDays + 1 >= first; end -= WEEK_DAYS)
    stretches.push(minutes(end - stretchDays + 1, end));
  const fullest = Math.max(0, ...stretches);
  const training = stretches.filter((each) => each >= fullest * TRAINING_SHARE);
  const usual = median(training) ?? 0;
  if (usual <= 0) return { ratio: 0, most: 0 };
  return {
    ratio: minutes(day - stretchDays + 1, day) / usual,
    most: (quantile(training, FULL_SHARE) ?? usual) / usual,
  };
}

function baseline(values: readonly number[], sdFloor: number): { mean: number; sd: number } | null {
  if (values.length < MIN_BASELINE) return null;
  const mean = meanOf(values) ?? 0;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, sd: Math.max(sdFloor, Math.sqrt(variance)) };
}

function body(signal: StrainSignal["signal"], adverse: boolean, evidence: Evidence): StrainSignal {
  return { signal, side: "body", adverse, evidence };
}

function asked(signal: StrainSignal["signal"], adverse: boolean, evidence: Evidence): StrainSignal {
  return { signal, side: "load", adverse, evidence };
}
