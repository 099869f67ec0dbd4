import { addDays, dayNumber, type IsoDate, weekStartOf } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import { activityLoads } from "@repo/core/load";
import { between, meanOf, prepareLog } from "@repo/core/progress";
import type { PlannedWorkout } from "@repo/core/season";

/** A fact worth a sentence: a reason code and its numbers; the words are the reader's business. */
export type ReportFact = { code: string; values: Readonly<Record<string, number | string>> };

/** One athlete's week in numbers; null where nothing was recorded. Distances in metres, times in seconds, load in au. */
export type AthleteWeek = {
  weekStart: IsoDate;
  runs: number;
  distanceM: number;
  durationS: number;
  loadAu: number | null;
  longestRunM: number;
  hardSessions: number;
  strengthSessions: number;
  restDays: number;
  planned: number;
  plannedDone: number;
  /** The four weeks before, a week. */
  usualDistanceM: number | null;
  sleepHours: number | null;
  restingHr: number | null;
  facts: ReportFact[];
  /** What is planned for the seven days after. */
  ahead: PlannedWorkout[];
};

const GREW = 1.25;
const SHRANK = 0.75;

/**
 * The week of an athlete as facts: what was done, how it compares with the four weeks before, what comes next. Days
 * after the week are not looked at, but for the plan.
 */
export function athleteWeek(history: AthleteHistory, dayInWeek: IsoDate): AthleteWeek {
  const log = prepareLog(history);
  const weekStart = weekStartOf(dayInWeek);
  const first = dayNumber(weekStart);
  const last = first + 6;
  const sessions = between(log.sessions, first, last);
  const runs = sessions.filter((session) => session.run);
  const mornings = between(log.checkIns, first, last).map((each) => each.checkIn);
  const planned = between(log.planned, first, last).filter((workout) => workout.kind !== "rest");
  const week: AthleteWeek = {
    weekStart,
    runs: runs.length,
    distanceM: Math.round(sum(runs.map((run) => run.distanceM))),
    durationS: sum(runs.map((run) => run.activity.durationS)),
    loadAu: loadOf(history, weekStart),
    longestRunM: Math.max(0, ...runs.map((run) => run.distanceM)),
    hardSessions: runs.filter((run) => run.kind === "quality" || run.kind === "race").length,
    strengthSessions: sessions.filter((session) => session.kind === "strength").length,
    restDays: 7 - new Set(sessions.map((session) => session.day)).size,
    planned: planned.length,
    plannedDone: planned.filter((workout) => sessions.some((session) => isDone(workout, session))).length,
    usualDistanceM: usualDistance(log, first),
    sleepHours: meanOf(mornings.flatMap((morning) => morning.sleepHours ?? [])),
    restingHr: meanOf(mornings.flatMap((morning) => morning.restingHr ?? [])),
    facts: [],
    ahead: between(log.planned, last + 1, last + 7).map(({ day: _day, ...workout }) => workout),
  };
  return { ...week, facts: factsOf(week) };
}

function isDone(
  workout: PlannedWorkout & { day: number },
  session: { day: number; activity: { plannedWorkoutId?: string | null } },
): boolean {
  const linked = workout.id != null && session.activity.plannedWorkoutId === workout.id;
  return linked || session.day === workout.day;
}

function loadOf(history: AthleteHistory, weekStart: IsoDate): number | null {
  const end = addDays(weekStart, 6);
  const loads = activityLoads(history, end).filter(({ activity }) => activity.date >= weekStart);
  const counted = loads.flatMap(({ load }) => (load.loadAu.known ? [load.loadAu.value] : []));
  return counted.length > 0 ? Math.round(sum(counted)) : null;
}

function usualDistance(log: ReturnType<typeof prepareLog>, first: number): number | null {
  const before = between(log.sessions, first - 28, first - 1).filter((session) => session.run);
  const known = log.firstDay !== null && log.firstDay <= first - 28;
  return known ? Math.round(sum(before.map((run) => run.distanceM)) / 4) : null;
}

function factsOf(week: AthleteWeek): ReportFact[] {
  const facts: ReportFact[] = [];
  const { runs, distanceM, usualDistanceM, planned, plannedDone } = week;
  if (runs === 0) facts.push({ code: "no-runs", values: {} });
  if (usualDistanceM && distanceM > usualDistanceM * GREW) {
    facts.push({ code: "more-than-usual", values: { distanceM, usualDistanceM } });
  }
  if (runs > 0 && usualDistanceM && distanceM < usualDistanceM * SHRANK) {
    facts.push({ code: "less-than-usual", values: { distanceM, usualDistanceM } });
  }
  if (planned > 0 && plannedDone === planned) facts.push({ code: "all-planned-done", values: { planned } });
  if (planned > plannedDone)
    facts.push({ code: "planned-not-done", values: { missed: planned - plannedDone, planned } });
  if (runs > 0 && week.restDays === 0) facts.push({ code: "no-rest-day", values: {} });
  if (week.sleepHours !== null && week.sleepHours < 7) {
    facts.push({ code: "short-nights", values: { sleepHours: Math.round(week.sleepHours * 10) / 10 } });
  }
  return facts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
