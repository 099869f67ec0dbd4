import { efficiencyOf } from "@repo/core/intensity";
import { mean, median, populationSd } from "@repo/core/stats";
import type { CheckIn } from "@repo/core/wellness";
import { type DayIndex, isHardDay, readingsBetween } from "./day-index.ts";
import { illSpells } from "./health-flags.ts";
import { restingHeartRate } from "./resting-heart-rate.ts";
import { type RecoverySignal, row, type SignalState, signal } from "./signal.ts";

const WEEK = 7;
/** How many days of a week make "for days". [house] */
const SEVERAL = 3;
const POOR = 2;

type Window = { index: DayIndex; today: number };
type Count = { bad: number; asked: number };

function countWeek({ index, today }: Window, of: (checkIn: CheckIn) => boolean | null): Count {
  const range = { from: today - WEEK + 1, to: today };
  const answers = readingsBetween(index, range, (checkIn) => {
    const bad = of(checkIn);
    return bad === null ? null : Number(bad);
  });
  return { bad: answers.filter((answer) => answer.value === 1).length, asked: answers.length };
}

function atMost(value: number | null | undefined, limit: number): boolean | null {
  return typeof value === "number" ? value <= limit : null;
}

function flag(name: string, label: string, count: Count): RecoverySignal {
  const state = count.asked < SEVERAL ? "unknown" : count.bad >= SEVERAL ? "adverse" : "neutral";
  return signal(
    name,
    state,
    state === "unknown" ? [] : [row(label, count.bad, `of ${count.asked} days`, SEVERAL)],
  );
}

/**
 * The articles' eight flags of too little recovery (M116), each from what the athlete recorded in the last week: dead
 * legs for days, a morning pulse a tenth up, poor sleep, a short temper, being ill often, appetite swings, workouts
 * that punish, dread. Unknown where it was not asked.
 */
export function redFlags(index: DayIndex, today: number): RecoverySignal[] {
  const week = { index, today };
  const heavy = (checkIn: CheckIn) =>
    checkIn.legs ? checkIn.legs === "dead" || checkIn.legs === "heavy" : null;
  const sleepless = (checkIn: CheckIn) =>
    atMost(checkIn.sleepQuality, POOR) ??
    (typeof checkIn.sleepHours === "number" ? checkIn.sleepHours < 6 : null);
  return [
    flag("dead-legs", "days with dead or heavy legs", countWeek(week, heavy)),
    morningPulse(week),
    flag("poor-sleep", "nights of poor sleep", countWeek(week, sleepless)),
    flag(
      "short-temper",
      "days of low mood",
      countWeek(week, (checkIn) => atMost(checkIn.mood, POOR)),
    ),
    oftenIll(week),
    appetite(week),
    punishing(week),
    flag(
      "dread",
      "days without any wish to train",
      countWeek(week, (checkIn) => atMost(checkIn.motivation, POOR)),
    ),
  ];
}

function morningPulse({ index, today }: Window): RecoverySignal {
  const rate = restingHeartRate(index, today);
  if (!rate.known) return signal("morning-pulse", "unknown");
  const { abovePct, high } = rate.value;
  const state = abovePct >= 10 || high ? "adverse" : "neutral";
  return signal("morning-pulse", state, [row("morning pulse above usual", abovePct, "%", 10)]);
}

const ILL_DAYS = 60;

function oftenIll({ index, today }: Window): RecoverySignal {
  const asked = readingsBetween(index, { from: today - ILL_DAYS + 1, to: today }, () => 1).length;
  if (asked < 10) return signal("often-ill", "unknown");
  const spells = illSpells(index, { from: today - ILL_DAYS + 1, to: today });
  return signal("often-ill", spells >= 2 ? "adverse" : "neutral", [
    row("spells of illness in 60 days", spells, null, 2),
  ]);
}

/** Appetite is answered 1 (none) to 5 (ravenous): a swing is a spread that a steady eater does not have. */
function appetite({ index, today }: Window): RecoverySignal {
  const range = { from: today - WEEK + 1, to: today };
  const answers = readingsBetween(index, range, (checkIn) => checkIn.appetite).map((answer) => answer.value);
  if (answers.length < SEVERAL) return signal("appetite-swings", "unknown");
  const swing = Math.max(...answers) - Math.min(...answers);
  return signal("appetite-swings", swing >= 3 ? "adverse" : "neutral", [
    row("swing of appetite", swing, "of 5", 3),
  ]);
}

const USUAL_DAYS = 42;
/** A point and a half of CR10 above one's usual for such a session. [house] */
const HARDER_BY = 1.5;

/** Sessions that felt worse than the same kind did before: effort up at no higher speed, or how they felt. */
function punishing({ index, today }: Window): RecoverySignal {
  const felt = sessionsBetween(index, today - WEEK + 1, today);
  const poor = felt.filter(({ activity }) => typeof activity.feel === "number");
  const rated = excessEfforts(index, today);
  if (poor.length < 2 && rated.length < 2) return signal("workouts-punish", "unknown");
  const low = poor.filter(({ activity }) => (activity.feel as number) <= POOR).length;
  const excess = mean(rated);
  const adverse =
    (poor.length >= 2 && low / poor.length > 0.5) || (rated.length >= 2 && (excess ?? 0) >= HARDER_BY);
  const evidence = [
    ...(poor.length >= 2 ? [row("sessions that felt poor", low, `of ${poor.length}`)] : []),
    ...(excess === null || rated.length < 2 ? [] : [row("effort above usual", excess, "of 10", HARDER_BY)]),
  ];
  return signal("workouts-punish", adverse ? "adverse" : "neutral", evidence);
}

/** For each run of the last week its effort minus the median effort of like runs in the six weeks before. */
function excessEfforts(index: DayIndex, today: number): number[] {
  const rated = (from: number, to: number) =>
    sessionsBetween(index, from, to).filter(
      ({ activity, class: session }) => typeof activity.rpe === "number" && session.paceIntensity !== null,
    );
  const before = rated(today - WEEK - USUAL_DAYS, today - WEEK);
  return rated(today - WEEK + 1, today).flatMap((run) => {
    const speed = run.class.paceIntensity as number;
    const like = before.filter(
      (other) => other.class.hard === run.class.hard && (other.class.paceIntensity as number) >= speed - 0.03,
    );
    const usual = like.length >= 3 ? median(like.map(({ activity }) => activity.rpe as number)) : null;
    return usual === null ? [] : [(run.activity.rpe as number) - usual];
  });
}

function sessionsBetween(index: DayIndex, from: number, to: number) {
  const list = [];
  for (let day = from; day <= to; day += 1) list.push(...(index.sessions.get(day) ?? []));
  return list;
}

/**
 * The articles' four signs of good adaptation (M117): bouncing back after hard days, springy legs before the next one,
 * the same pace at a lower heart rate, a steady mood.
 */
export function goodSigns(index: DayIndex, today: number): RecoverySignal[] {
  return [
    bounceBack(index, today),
    springy(index, today),
    lowerHeartRate(index, today),
    steadyMood(index, today),
  ];
}

function sign(name: string, good: boolean | null, evidence: RecoverySignal["evidence"]): RecoverySignal {
  const state: SignalState = good === null ? "unknown" : good ? "good" : "neutral";
  return signal(name, state, good === null ? [] : evidence);
}

const FRESH_LEGS: ReadonlySet<string> = new Set(["ok", "good", "bouncy"]);

/** Legs at most two days after each hard day of the last three weeks. */
function bounceBack(index: DayIndex, today: number): RecoverySignal {
  let [hard, back] = [0, 0];
  for (let day = today - 21; day <= today - 2; day += 1) {
    if (!isHardDay(index, day)) continue;
    const legs = [1, 2].map((after) => index.checkIns.get(day + after)?.legs).filter((answer) => answer);
    if (legs.length === 0) continue;
    hard += 1;
    back += legs.some((answer) => FRESH_LEGS.has(answer as string)) ? 1 : 0;
  }
  const good = hard < 2 ? null : back / hard >= 0.75;
  return sign("bounce-back", good, [row("hard days after which the legs came back", back, `of ${hard}`)]);
}

/** Legs on the morning of the last hard days: bouncy or good is what a quality session wants. */
function springy(index: DayIndex, today: number): RecoverySignal {
  let [asked, fresh] = [0, 0];
  for (let day = today - 20; day <= today; day += 1) {
    const legs = isHardDay(index, day) ? index.checkIns.get(day)?.legs : null;
    if (!legs) continue;
    asked += 1;
    fresh += legs === "good" || legs === "bouncy" ? 1 : 0;
  }
  const good = asked < 2 ? null : fresh / asked >= 0.5;
  return sign("springy", good, [row("hard days begun on good legs", fresh, `of ${asked}`)]);
}

/** Efficiency must rise by more than it moves by itself from week to week. */
const EFFICIENCY_GAIN_PCT = 1.5;

function lowerHeartRate(index: DayIndex, today: number): RecoverySignal {
  const efficiencies = (from: number, to: number) =>
    sessionsBetween(index, from, to).flatMap(({ activity, class: session }) => {
      const efficiency = session.hard ? null : efficiencyOf(activity, { reps: session.reps.length });
      return efficiency?.known ? [efficiency.value] : [];
    });
  const [now, before] = [efficiencies(today - 13, today), efficiencies(today - 55, today - 14)];
  if (now.length < 3 || before.length < 5) return sign("same-pace-lower-heart-rate", null, []);
  const gain = 100 * ((median(now) as number) / (median(before) as number) - 1);
  return sign("same-pace-lower-heart-rate", gain >= EFFICIENCY_GAIN_PCT, [
    row("metres a heartbeat, two weeks against six", gain, "%", EFFICIENCY_GAIN_PCT),
  ]);
}

function steadyMood(index: DayIndex, today: number): RecoverySignal {
  const range = { from: today - 13, to: today };
  const moods = readingsBetween(index, range, (checkIn) => checkIn.mood).map((answer) => answer.value);
  if (moods.length < 5) return sign("steady-mood", null, []);
  const [level, spread] = [mean(moods) as number, populationSd(moods) as number];
  return sign("steady-mood", level >= 3 && spread <= 0.8, [row("mood, two weeks", level, "of 5", 3)]);
}
