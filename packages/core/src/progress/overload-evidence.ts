import { autocorrelation, mean, median, medianAbsoluteDeviation, quantile, sampleSd } from "@repo/core/stats";
import type { CheckIn } from "@repo/core/wellness";
import { morningUnease } from "./morning-unease.ts";
import { aerobicScore, type Session } from "./read-session.ts";
import { rememberByDay } from "./remember-by-day.ts";
import { between, firstAt, type TrainingLog } from "./training-log.ts";

/**
 * What was asked beyond what is usual, in standard errors; the minutes of three weeks as a share of the usual ones; and
 * the days without training in the last fortnight.
 */
export type Asked = { beyond: number; share: number | null; restDays: number };

/** What the body says, all its signs together, in standard errors; `heard` is how many of them could be read. */
export type BodySays = { together: number | null; heard: number };

const MORNING_DAYS = 10;
const FORTNIGHT = 14;
const BASELINE_DAYS = 90;
const RUN_BASELINE_DAYS = 56;
const REACH_DAYS = 160;
const WEEK = 7;
const [FEWEST_NOW, FEWEST_MORNINGS, FEWEST_RUNS_NOW, FEWEST_RUNS] = [3, 10, 4, 8];
const FEWEST_STRETCHES = 3;
/**
 * Few stretches tell their scatter badly (Student against the normal), and these overlap: from so many on it is known;
 * with fewer, what stands out counts for less by the root of their share. [house]
 */
const KNOWN_STRETCHES = 12;
/** Shorter stretches than this share of the fullest were a break, not training. [house] */
const TRAINING_SHARE = 0.5;
/** Nobody trains more evenly than this share of the usual. [house] */
const EVENEST = 0.06;
/** What the fullest tenth of stretches reached is usual too: below it more training is worth one standard error at most. */
const FULL_SHARE = 0.9;
const WITHIN_USUAL = 1;
/** No single sign counts for more than this, nor against the others for more than that. */
const [MOST, LEAST] = [3.5, -1.5];
const HARD_MINUTE = 1.6;
const STRENGTH_MINUTE = 0.5;
/** A median scatters a quarter more than a mean. */
const MEDIAN_SE = 1.25;
/** Days hang together; the correlation that 76 days show is a little too low. */
const [BIAS, MOST_CORRELATION] = [0.1, 0.8];

/** Days that are looked at, and the days that tell what is usual, as day numbers, all included. */
type Span = { now: [from: number, to: number]; usual: [from: number, to: number] };
type Spans = { mornings: Span; runs: Span; pace: Span };

/**
 * How far the body's signs of the last days stand out of the athlete's own earlier ones, in standard errors: many weak
 * signs together say what none of them says alone. They are added like independent tests (their sum over the root of
 * their number).
 *
 * @see SOURCES.md [stouffer-1949] [saw-2016] [meeusen-2013]
 */
export const bodySays: (log: TrainingLog, day: number) => BodySays = rememberByDay((log, day) => {
  const usual: Span["usual"] = [day - BASELINE_DAYS, day - FORTNIGHT];
  const runs: Span["now"] = [day - FORTNIGHT + 1, day];
  return signsOf(log, {
    mornings: { now: [day - MORNING_DAYS + 1, day], usual },
    runs: { now: runs, usual },
    pace: { now: runs, usual: [day - FORTNIGHT - RUN_BASELINE_DAYS, day - FORTNIGHT] },
  });
});

/** The same of longer stretches: all days from one to another against the quarter of a year before them. */
export function bodySaysSince(log: TrainingLog, from: number, to: number): BodySays {
  const span: Span = { now: [from, to], usual: [from - BASELINE_DAYS, from - 1] };
  return signsOf(log, { mornings: span, runs: span, pace: span });
}

function signsOf(log: TrainingLog, { mornings, runs, pace }: Spans): BodySays {
  const signs = [
    feeling(log, mornings),
    ...measured(log, mornings),
    easyEffort(log, runs),
    paceAtPulse(log, pace),
  ]
    .flatMap((each) => each ?? [])
    .map(bounded);
  const total = signs.reduce((sum, each) => sum + each, 0);
  return { together: signs.length ? total / Math.sqrt(signs.length) : null, heard: signs.length };
}

function bounded(value: number): number {
  return Math.min(MOST, Math.max(LEAST, value));
}

const LEGS = { bouncy: 1, good: 2, ok: 3, heavy: 4, dead: 5 } as const;

/** Legs and mood of a morning are one voice: the mean of both. */
function feeling(log: TrainingLog, span: Span): number | null {
  return mean(
    [
      mornings(log, span, { read: morningUnease, floor: 0.35 }),
      mornings(log, span, { read: ({ legs }) => (legs ? LEGS[legs] : null), floor: 0.5 }),
    ].flatMap((each) => (each === null ? [] : bounded(each))),
  );
}

function measured(log: TrainingLog, span: Span): (number | null)[] {
  return [
    mornings(log, span, { read: ({ restingHr }) => restingHr ?? null, floor: 1.5 }),
    mornings(log, span, { read: ({ hrvRmssd }) => (hrvRmssd ? -Math.log(hrvRmssd) : null), floor: 0.06 }),
  ];
}

type Morning = { read(checkIn: CheckIn): number | null; floor: number };

/** The mornings of some days against those before them; neighbouring mornings that hang together say less. */
function mornings(log: TrainingLog, span: Span, { read, floor }: Morning): number | null {
  const values = ([from, to]: Span["now"]) =>
    between(log.checkIns, from, to).flatMap(({ checkIn }) => read(checkIn) ?? []);
  const [now, then] = [values(span.now), values(span.usual)];
  if (now.length < FEWEST_NOW || then.length < FEWEST_MORNINGS) return null;
  const correlation = Math.min(MOST_CORRELATION, Math.max(0, (autocorrelation(then, 1)[1] ?? 0) + BIAS));
  const together = Math.sqrt((1 + correlation) / (1 - correlation));
  return beyond(now, then, floor) / together;
}

/** Mean of recent values over the mean of the usual ones, in standard errors of that difference. */
function beyond(now: readonly number[], then: readonly number[], floor: number): number {
  const scatter = Math.max(floor, sampleSd(then) ?? 0);
  return (
    ((mean(now) ?? 0) - (mean(then) ?? 0)) / (scatter * Math.hypot(now.length ** -0.5, then.length ** -0.5))
  );
}

/** Easy runs that feel harder. */
function easyEffort(log: TrainingLog, span: Span): number | null {
  const values = ([from, to]: Span["now"]) =>
    between(log.sessions, from, to).flatMap((each) =>
      each.run && (each.kind === "easy" || each.kind === "long") ? (each.activity.rpe ?? []) : [],
    );
  const [now, then] = [values(span.now), values(span.usual)];
  return now.length < FEWEST_RUNS_NOW || then.length < FEWEST_RUNS ? null : beyond(now, then, 0.5);
}

/** Slower at the same pulse, by medians: one hot day or one hill decides nothing. */
function paceAtPulse(log: TrainingLog, span: Span): number | null {
  const resting = log.athlete.restingHr ?? 55;
  const max = Math.max(log.athlete.maxHr ?? 190, resting + 60);
  const values = ([from, to]: Span["now"]) =>
    between(log.sessions, from, to).flatMap((session) => {
      const score = aerobicScore(session, resting, max);
      return score === null ? [] : [-100 * Math.log(score)];
    });
  const [now, then] = [values(span.now), values(span.usual)];
  const [level, usual] = [median(now), median(then)];
  if (now.length < FEWEST_RUNS_NOW || then.length < FEWEST_RUNS || level === null || usual === null)
    return null;
  const scatter = Math.max(1.2, 1.4826 * (medianAbsoluteDeviation(then) ?? 0));
  return (level - usual) / (MEDIAN_SE * scatter * Math.hypot(now.length ** -0.5, then.length ** -0.5));
}

/**
 * How far training stands out of the athlete's own scatter, in standard errors: half from the minutes of two or three
 * weeks (hard ones count more), half from the days with training in two. Null where nothing is usual yet.
 */
export const askedBeyondUsual: (log: TrainingLog, day: number) => Asked | null = rememberByDay((log, day) => {
  const from = day - REACH_DAYS;
  const minutes = new Float64Array(REACH_DAYS + 2);
  const active = new Float64Array(REACH_DAYS + 2);
  let first = day;
  for (let index = firstAt(log.sessions, from); index < log.sessions.length; index++) {
    const session = log.sessions[index];
    if (!session || session.day > day) break;
    first = Math.min(first, session.day);
    const at = session.day - from + 1;
    minutes[at] = (minutes[at] ?? 0) + (session.activity.durationS / 60) * weightOf(session.kind);
    active[at] = 1;
  }
  for (let at = 1; at < minutes.length; at++) {
    minutes[at] = (minutes[at] ?? 0) + (minutes[at - 1] ?? 0);
    active[at] = (active[at] ?? 0) + (active[at - 1] ?? 0);
  }
  const start = first - from;
  const more = [FORTNIGHT, FORTNIGHT + WEEK].flatMap((days) => standsOut(minutes, start, days) ?? []);
  const days = standsOut(active, start, FORTNIGHT);
  if (more.length === 0 || days === null) return null;
  const share = shareOfUsual(minutes, start, FORTNIGHT + WEEK);
  const activeDays = (active.at(-1) ?? 0) - (active.at(-1 - FORTNIGHT) ?? 0);
  return { beyond: (Math.max(...more) + days) / 2, share, restDays: FORTNIGHT - activeDays };
});

function weightOf(kind: Session["kind"]): number {
  if (kind === "quality") return HARD_MINUTE;
  return kind === "strength" ? STRENGTH_MINUTE : 1;
}

function shareOfUsual(sums: Float64Array, start: number, days: number): number | null {
  const training = earlierTraining(sums, start, days);
  const usual = median(training);
  if (training.length < FEWEST_STRETCHES || usual === null || usual <= 0) return null;
  return sumEndingAt(sums, sums.length - 1, days) / usual;
}

function sumEndingAt(sums: Float64Array, end: number, days: number): number {
  return (sums[end] ?? 0) - (sums[end - days] ?? 0);
}

/** The sums of the athlete's own earlier stretches that were training. */
function earlierTraining(sums: Float64Array, start: number, days: number): number[] {
  const stretches: number[] = [];
  for (let end = sums.length - 1 - days; end - days >= start; end -= WEEK)
    stretches.push(sumEndingAt(sums, end, days));
  const fullest = Math.max(0, ...stretches);
  return stretches.filter((each) => each >= fullest * TRAINING_SHARE);
}

/** How far the last stretch of days lies above the athlete's own earlier stretches that were training, in their SD. */
function standsOut(sums: Float64Array, start: number, days: number): number | null {
  const training = earlierTraining(sums, start, days);
  const usual = median(training);
  if (training.length < FEWEST_STRETCHES || usual === null || usual <= 0) return null;
  const now = sumEndingAt(sums, sums.length - 1, days);
  const known = Math.min(1, Math.sqrt(training.length / KNOWN_STRETCHES));
  const far = (known * (now - usual)) / Math.max(EVENEST * usual, sampleSd(training) ?? 0);
  const isBeyond = now >= (quantile(training, FULL_SHARE) ?? usual);
  return Math.max(-MOST, Math.min(MOST, isBeyond ? far : Math.min(far, WITHIN_USUAL)));
}
