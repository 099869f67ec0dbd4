import { addDays, dayNumber, daysBetween, type IsoDate, maxDate, weekStartOf } from "@repo/core/calendar";
import { type Estimate, valueOrNull } from "@repo/core/estimate";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { classifyHistory } from "@repo/core/intensity";
import {
  type AdjustedPace,
  adjustForConditions,
  type Conditions,
  checkGoal,
  type GoalCheck,
  predictRace,
  type RacePrediction,
} from "@repo/core/paces";
import { between, causeWindow, meanOf, prepareLog, type TrainingLog } from "@repo/core/progress";
import { assessRecovery, type RecoveryState } from "@repo/core/recovery";
import { eventOf, eventShape, type Race } from "@repo/core/season";
import { factsOfRaceWeek } from "./facts-of-race-week.ts";
import { type NoteOf, plannedDays, type ReportDay } from "./planned-days.ts";
import { type RacePlan, racePlan } from "./race-plan.ts";
import { type RaceWarmUp, raceWarmUp } from "./race-warm-up.ts";
import { type ReportFact, rounded } from "./report-fact.ts";
import { type TaperSoFar, taperSoFar } from "./taper-so-far.ts";

/** Everything an athlete should hold in hand in the week of a race. Metres, seconds, s/km; null is not known. */
export type RaceWeekSheet = {
  asOf: IsoDate;
  race: Race;
  daysToRace: number;
  /** A range with the result it rests on; why there is none otherwise. */
  prediction: Estimate<RacePrediction>;
  /** The goal beside the present; null without a goal, or without a present to hold it against. */
  goal: GoalCheck | null;
  /** How to run it: from the goal where it lies within the prediction, else from the prediction. */
  plan: RacePlan | null;
  /** The plan's pace widened for the day, where conditions were given. */
  conditions: AdjustedPace | null;
  warmUp: RaceWarmUp;
  taper: TaperSoFar;
  /** From the Monday of this week to the race: what is planned, what is done. */
  days: ReportDay[];
  recovery: { state: RecoveryState; adverse: readonly string[] };
  lastHardSession: { date: IsoDate; title: string | null; daysAgo: number } | null;
  /** What six weeks of training hold. */
  background: { weeklyKm: number | null; longestRunM: number | null };
  /** The best earlier time over about the same distance. */
  best: { date: IsoDate; distanceM: number; timeS: number } | null;
  /** Easy running only from the day after the race to this day. */
  after: { recoveryWeeks: number; easyUntil: IsoDate };
  facts: ReportFact[];
};

/** Distances within this of each other are the same race. [house] */
const SAME_DISTANCE = 0.03;
const SIX_WEEKS = 42;
const WEEK_DAYS = 7;
/** Days before a race that its sheet lists one by one: who looks at it earlier has the season for the rest. */
const LAST_DAYS = 13;

/** The A or B race within the next seven days, today included: the days on which its sheet is due. Null on others. */
export function raceOfWeek(history: Pick<AthleteHistory, "season">, today: IsoDate): Race | null {
  const due = (history.season?.request?.races ?? []).filter((race) => {
    const ahead = daysBetween(today, race.date);
    return race.priority !== "C" && ahead >= 0 && ahead < WEEK_DAYS;
  });
  return due.sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null;
}

/**
 * The sheet for a race, as of a day before or on it. Entries after that day are not looked at, but for the plan.
 *
 * @param options.conditions what the day will be like, where that is known
 */
export function raceWeekSheet(
  history: AthleteHistory,
  race: Race,
  asOf: IsoDate,
  options: { conditions?: Conditions; noteOf?: NoteOf } = {},
): RaceWeekSheet {
  const known = cutHistory(history, asOf);
  const log = prepareLog(known);
  const prediction = predictRace(known.results, race.distanceM, asOf);
  const goal = goalOf(race, valueOrNull(prediction));
  const plan = racePlan(race, valueOrNull(prediction), goal);
  const sessions = classifyHistory(known, asOf);
  const { state, adverse } = assessRecovery({ checkIns: known.wellness, sessions, asOf });
  const { recoveryWeeks } = eventShape(eventOf(race.distanceM));
  const weeksOff = race.priority === "A" ? recoveryWeeks : 1;
  const sheet: RaceWeekSheet = {
    asOf,
    race,
    daysToRace: daysBetween(asOf, race.date),
    prediction,
    goal,
    plan,
    conditions:
      plan && options.conditions
        ? adjustForConditions(plan, options.conditions, {
            durationS: plan.timeS,
            sex: history.athlete.sex ?? null,
          })
        : null,
    warmUp: raceWarmUp(race.distanceM),
    taper: taperSoFar({ ...known, season: history.season }, race, asOf),
    days: plannedDays(
      { ...known, season: history.season },
      {
        from: maxDate(weekStartOf(asOf), addDays(race.date, -LAST_DAYS)),
        to: race.date,
        asOf,
        noteOf: options.noteOf,
      },
    ),
    recovery: { state, adverse },
    lastHardSession: lastHardOf(log, asOf),
    background: backgroundOf(log, asOf),
    best: bestOf(known, race),
    after: { recoveryWeeks: weeksOff, easyUntil: addDays(race.date, weeksOff * WEEK_DAYS) },
    facts: [],
  };
  return { ...sheet, facts: factsOfRaceWeek(sheet) };
}

function goalOf(race: Race, prediction: RacePrediction | null): GoalCheck | null {
  if (!race.goalTimeS || prediction === null) return null;
  const goal = { distanceM: race.distanceM, timeS: race.goalTimeS };
  return valueOrNull(checkGoal(goal, prediction.source.score));
}

function lastHardOf(log: TrainingLog, asOf: IsoDate): RaceWeekSheet["lastHardSession"] {
  const day = dayNumber(asOf);
  const last = between(log.sessions, day - SIX_WEEKS, day).findLast(
    (session) => session.kind === "quality" || session.kind === "race",
  );
  if (!last) return null;
  return { date: last.activity.date, title: last.activity.title ?? null, daysAgo: day - last.day };
}

function backgroundOf(log: TrainingLog, asOf: IsoDate): RaceWeekSheet["background"] {
  const day = dayNumber(asOf);
  const { weeks, runs } = causeWindow(log, day - SIX_WEEKS + 1, day);
  const known = runs.filter((run) => run.distanceM > 0);
  if (known.length === 0) return { weeklyKm: null, longestRunM: null };
  return {
    weeklyKm: rounded(meanOf(weeks.map((week) => week.km)), 1),
    longestRunM: Math.max(...known.map((run) => run.distanceM)),
  };
}

function bestOf(known: AthleteHistory, race: Race): RaceWeekSheet["best"] {
  const same = known.results.filter((each) => Math.abs(each.distanceM / race.distanceM - 1) <= SAME_DISTANCE);
  const [best] = same.sort((a, b) => a.timeS / a.distanceM - b.timeS / b.distanceM);
  return best ? { date: best.date, distanceM: best.distanceM, timeS: best.timeS } : null;
}
