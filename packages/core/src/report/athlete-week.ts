import { addDays, dayNumber, daysBetween, type IsoDate, minDate, weekStartOf } from "@repo/core/calendar";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { dailyLoads, type LoadDay, loadSeries } from "@repo/core/load";
import { between, meanOf, prepareLog, type ScoredResult, type TrainingLog } from "@repo/core/progress";
import { isRun, type PlannedWorkout, plannedWorkouts, type Race, type SeasonWeek } from "@repo/core/season";
import { factsOfWeek } from "./facts-of-week.ts";
import { type NoteOf, type PlanKept, planKept, plannedDays, type ReportDay } from "./planned-days.ts";
import { type ReportFact, rounded, sumOf } from "./report-fact.ts";

/** A result of the week; `bestInDays`: how far back nothing as good lies, null when it is the best known or none is. */
export type WeekResult = {
  date: IsoDate;
  kind: "race" | "time-trial" | null;
  distanceM: number;
  timeS: number;
  score: number;
  /** Whether no earlier result is worth as much. False for the very first. */
  best: boolean;
};

/**
 * One athlete's week in numbers, Monday to Sunday; null where nothing was recorded. Distances in metres, times in
 * seconds, load in au (100 is an hour at threshold).
 */
export type AthleteWeek = {
  weekStart: IsoDate;
  /** The last day looked at. */
  asOf: IsoDate;
  phase: SeasonWeek["phase"] | null;
  cutback: boolean;
  days: ReportDay[];
  runs: number;
  /** Running only; null where runs exist of which none says how far it went. */
  distanceM: number | null;
  /** Running only. */
  durationS: number;
  plannedDistanceM: number | null;
  loadAu: number | null;
  /** At the end of the week; see LoadDay. */
  fitness: number | null;
  form: number | null;
  longestRunM: number | null;
  hardSessions: number;
  strengthSessions: number;
  /** Days known to be without training; null where nothing is known of the week. */
  restDays: number | null;
  /** Days of a silence of more than a week: neither training nor rest. */
  unknownDays: number;
  plan: PlanKept;
  /** The four weeks before, a week. */
  usualDistanceM: number | null;
  /** Longest run of the 30 days before the week. */
  longestBeforeM: number | null;
  checkIns: number;
  sleepHours: number | null;
  nightsKnown: number;
  restingHr: number | null;
  results: WeekResult[];
  facts: ReportFact[];
  /** What is planned for the seven days after. */
  ahead: PlannedWorkout[];
  /** The next A or B race after the week, and how far it is from the week's last day. */
  nextRace: { race: Race; days: number } | null;
};

/**
 * The week of an athlete as facts: what was done beside what was planned, how it compares with the weeks before, what
 * comes next. Entries after the week, or after `asOf` within it, are not looked at; the plan is.
 *
 * @param options.asOf a day within the week that is not over yet; by default the week is
 * @param options.noteOf what was said of a planned workout, where that is known
 */
export function athleteWeek(
  history: AthleteHistory,
  dayInWeek: IsoDate,
  options: { asOf?: IsoDate; noteOf?: NoteOf } = {},
): AthleteWeek {
  const weekStart = weekStartOf(dayInWeek);
  const end = addDays(weekStart, 6);
  const asOf = options.asOf === undefined ? end : minDate(options.asOf, end);
  const known = cutHistory(history, asOf);
  const log = prepareLog(known);
  const [first, last] = [dayNumber(weekStart), dayNumber(asOf)];
  // The week is over for the plan once its last day has ended.
  const today = options.asOf === undefined ? addDays(end, 1) : options.asOf;
  const days = plannedDays(
    { ...known, season: history.season },
    { from: weekStart, to: end, asOf: today, noteOf: options.noteOf },
  );
  const week = { ...countsOf(log, first, last), ...loadsOf(known, weekStart, asOf) };
  const planWeek = history.season?.weeks.find((each) => each.start === weekStart) ?? null;
  const report: AthleteWeek = {
    weekStart,
    asOf,
    phase: planWeek?.phase ?? null,
    cutback: planWeek?.cutback ?? false,
    days,
    ...week,
    plannedDistanceM: plannedDistanceOf(days),
    plan: planKept(days),
    results: between(log.results, first, last).map((each) => resultOf(each, log)),
    facts: [],
    ahead: plannedWorkouts(history).filter((each) => each.date > end && each.date <= addDays(end, 7)),
    nextRace: nextRaceOf(history, end),
  };
  return { ...report, facts: factsOfWeek(report) };
}

function countsOf(log: TrainingLog, first: number, last: number) {
  const sessions = between(log.sessions, first, last);
  const runs = sessions.filter((session) => session.run);
  const mornings = between(log.checkIns, first, last).map((each) => each.checkIn);
  const nights = mornings.flatMap((morning) => morning.sleepHours ?? []);
  const before = between(log.sessions, first - 30, first - 1).filter((session) => session.run);
  const long = log.firstDay !== null && log.firstDay <= first - 28;
  const month = before.filter((run) => run.day >= first - 28);
  return {
    runs: runs.length,
    distanceM: distanceOf(runs),
    durationS: sumOf(runs.map((run) => run.activity.durationS)),
    longestRunM: longestOf(runs),
    hardSessions: runs.filter((run) => run.kind === "quality" || run.kind === "race").length,
    strengthSessions: sessions.filter((session) => session.kind === "strength").length,
    usualDistanceM: long && month.length > 0 ? rounded((distanceOf(month) ?? 0) / 4, 0) : null,
    longestBeforeM: longestOf(before),
    checkIns: mornings.length,
    sleepHours: rounded(meanOf(nights), 2),
    nightsKnown: nights.length,
    restingHr: rounded(meanOf(mornings.flatMap((morning) => morning.restingHr ?? [])), 1),
  };
}

type Run = { distanceM: number };

function distanceOf(runs: readonly Run[]): number | null {
  const known = runs.filter((run) => run.distanceM > 0);
  return runs.length > 0 && known.length === 0 ? null : Math.round(sumOf(known.map((run) => run.distanceM)));
}

function longestOf(runs: readonly Run[]): number | null {
  const longest = Math.max(0, ...runs.map((run) => run.distanceM));
  return longest > 0 ? longest : null;
}

function loadsOf(known: AthleteHistory, weekStart: IsoDate, asOf: IsoDate) {
  const chart = loadSeries(dailyLoads(known, { to: asOf }));
  const days = chart.filter((day) => day.date >= weekStart);
  const last: LoadDay | null = days.at(-1) ?? null;
  const loads = days.flatMap((day) => (day.load === null ? [] : [day.load]));
  const active = new Set(known.activities.map((each) => each.date));
  return {
    loadAu: loads.length > 0 ? Math.round(sumOf(loads)) : null,
    fitness: last && rounded(last.fitness, 1),
    form: last && rounded(last.form, 1),
    restDays: loads.length > 0 ? days.filter((day) => day.load === 0 && !active.has(day.date)).length : null,
    unknownDays: days.filter((day) => day.load === null && !active.has(day.date)).length,
  };
}

function plannedDistanceOf(days: readonly ReportDay[]): number | null {
  const runs = days.flatMap((day) => day.entries).filter(({ planned }) => planned && isRun(planned.kind));
  const known = runs.flatMap(({ planned }) => planned?.distanceM ?? []);
  return known.length > 0 ? Math.round(sumOf(known)) : null;
}

function resultOf({ day, result, score }: ScoredResult, log: TrainingLog): WeekResult {
  const earlier = log.results.filter((each) => each.day < day).map((each) => each.score);
  return {
    date: result.date,
    kind: result.kind ?? null,
    distanceM: result.distanceM,
    timeS: result.timeS,
    score: rounded(score, 1),
    best: earlier.length > 0 && score > Math.max(...earlier),
  };
}

function nextRaceOf(history: AthleteHistory, end: IsoDate): AthleteWeek["nextRace"] {
  const races = (history.season?.request?.races ?? []).filter(
    (race) => race.priority !== "C" && race.date > end,
  );
  const race = races.sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  return race ? { race, days: daysBetween(end, race.date) } : null;
}
