import {
  addDays,
  dayNumber,
  daysBetween,
  type IsoDate,
  maxDate,
  minDate,
  weekStartOf,
} from "@repo/core/calendar";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { classifyHistory, distribution } from "@repo/core/intensity";
import { dailyLoads, loadSeries } from "@repo/core/load";
import {
  between,
  judgeProgress,
  meanOf,
  type ProgressState,
  performanceSeries,
  prepareLog,
  type ScoredResult,
  type TrainingLog,
} from "@repo/core/progress";
import type { PhaseKind, Season, SeasonPhase } from "@repo/core/season";
import { type Benchmark, benchmarksOf } from "./benchmarks-of.ts";
import { factsOfBlock } from "./facts-of-block.ts";
import { type NoteOf, type PlanKept, planKept, plannedDays } from "./planned-days.ts";
import { type ReportFact, rounded, sumOf } from "./report-fact.ts";

/** A week of a block. Distances in metres; planned is null without a plan, load where nothing is known. */
export type BlockWeek = {
  start: IsoDate;
  plannedM: number | null;
  doneM: number;
  hardSessions: number;
  longestRunM: number;
  loadAu: number | null;
  cutback: boolean;
};

/** What a stretch held, a week: for comparing a block with the same length of time before it. */
export type BlockVolume = {
  weeklyDistanceM: number;
  weeklyRuns: number;
  weeklyHardSessions: number;
  weeklyStrengthSessions: number;
  longestRunM: number;
};

/** A block of training looked back on: volume, rhythm, what was kept of the plan, and whether it moved performance. */
export type BlockReview = {
  from: IsoDate;
  to: IsoDate;
  /** Kind of the phase, where it is one. */
  phase: PhaseKind | null;
  weeks: number;
  distanceM: number;
  runs: number;
  volume: BlockVolume;
  /** The same length of time before; null where the log does not reach back so far. */
  before: BlockVolume | null;
  byWeek: BlockWeek[];
  plan: PlanKept | null;
  /** Share of the sessions that were easy, 0 to 1; null without runs. */
  easyShare: number | null;
  fitnessAtStart: number | null;
  fitnessAtEnd: number | null;
  sleepHours: number | null;
  sleepHoursBefore: number | null;
  illDays: number;
  results: { date: IsoDate; distanceM: number; timeS: number; score: number }[];
  /** Best results of the block and of everything before it, as scores. */
  bestScore: number | null;
  bestScoreBefore: number | null;
  /** The same repetitions early and late in the block. */
  benchmarks: Benchmark[];
  /** Progress as of the block's last day; percent of speed per 12 weeks with its 90 % interval, null where it cannot be told. */
  progress: {
    state: ProgressState;
    reason: string;
    changePct: number | null;
    interval: [number, number] | null;
    windowDays: number;
    n: number;
  };
  facts: ReportFact[];
  /** The phase that follows, where there is a plan. */
  next: SeasonPhase | null;
};

/**
 * The review of the days `from` to `to`, both included. Later days are not looked at, but for the plan.
 *
 * @param options.noteOf what was said of a planned workout, where that is known
 */
export function blockReview(
  history: AthleteHistory,
  from: IsoDate,
  to: IsoDate,
  options: { noteOf?: NoteOf } = {},
): BlockReview {
  const known = cutHistory(history, to);
  const log = prepareLog(known);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const season = history.season ?? null;
  const length = last - first + 1;
  const runs = between(log.sessions, first, last).filter((session) => session.run);
  const mornings = (start: number, end: number) =>
    between(log.checkIns, start, end).flatMap((each) => each.checkIn.sleepHours ?? []);
  const days = plannedDays({ ...known, season }, { from, to, asOf: addDays(to, 1), noteOf: options.noteOf });
  const review: BlockReview = {
    from,
    to,
    phase: season?.phases.find((phase) => phase.start === from && phase.end === to)?.kind ?? null,
    weeks: rounded(length / 7, 1),
    distanceM: Math.round(sumOf(runs.map((run) => run.distanceM))),
    runs: runs.length,
    volume: volumeOf(log, first, last),
    before:
      log.firstDay !== null && log.firstDay <= first - length
        ? volumeOf(log, first - length, first - 1)
        : null,
    byWeek: weeksOf(known, season, { from, to }),
    plan: season ? planKept(days) : null,
    easyShare: easyShareOf(known, from, to),
    ...fitnessOf(known, from, to),
    sleepHours: rounded(meanOf(mornings(first, last)), 2),
    sleepHoursBefore: rounded(meanOf(mornings(first - length, first - 1)), 2),
    illDays: between(log.checkIns, first, last).filter((each) => each.checkIn.ill === true).length,
    ...resultsOf(log, first, last),
    benchmarks: benchmarksOf(between(log.sessions, first, last)),
    progress: progressOf(log, last),
    facts: [],
    next: season?.phases.find((phase) => phase.start > to) ?? null,
  };
  return { ...review, facts: factsOfBlock(review) };
}

function volumeOf(log: TrainingLog, first: number, last: number): BlockVolume {
  const sessions = between(log.sessions, first, last);
  const runs = sessions.filter((session) => session.run);
  const weeks = (last - first + 1) / 7;
  return {
    weeklyDistanceM: Math.round(sumOf(runs.map((run) => run.distanceM)) / weeks),
    weeklyRuns: rounded(runs.length / weeks, 1),
    weeklyHardSessions: rounded(
      runs.filter((run) => run.kind === "quality" || run.kind === "race").length / weeks,
      1,
    ),
    weeklyStrengthSessions: rounded(
      sessions.filter((session) => session.kind === "strength").length / weeks,
      1,
    ),
    longestRunM: Math.max(0, ...runs.map((run) => run.distanceM)),
  };
}

function weeksOf(
  known: AthleteHistory,
  season: Season | null,
  range: { from: IsoDate; to: IsoDate },
): BlockWeek[] {
  const { from, to } = range;
  const log = prepareLog(known);
  const loads = loadSeries(dailyLoads(known, { to })).filter((day) => day.date >= from);
  const weeks: BlockWeek[] = [];
  for (let start = weekStartOf(from); start <= to; start = addDays(start, 7)) {
    const end = addDays(start, 6);
    const runs = between(log.sessions, dayNumber(maxDate(start, from)), dayNumber(minDate(end, to))).filter(
      (session) => session.run,
    );
    const plan = season?.weeks.find((each) => each.start === start) ?? null;
    const own = loads.flatMap((day) =>
      day.date >= start && day.date <= end && day.load !== null ? [day.load] : [],
    );
    weeks.push({
      start,
      plannedM: plan?.targetKm == null ? null : Math.round(plan.targetKm * 1000),
      doneM: Math.round(sumOf(runs.map((run) => run.distanceM))),
      hardSessions: runs.filter((run) => run.kind === "quality" || run.kind === "race").length,
      longestRunM: Math.max(0, ...runs.map((run) => run.distanceM)),
      loadAu: own.length > 0 ? Math.round(sumOf(own)) : null,
      cutback: plan?.cutback ?? false,
    });
  }
  return weeks;
}

function easyShareOf(known: AthleteHistory, from: IsoDate, to: IsoDate): number | null {
  const sessions = classifyHistory(known, to).filter(({ activity }) => activity.date >= from);
  return rounded(distribution(sessions, "pace").easySessionShare, 3);
}

function fitnessOf(known: AthleteHistory, from: IsoDate, to: IsoDate) {
  const chart = loadSeries(dailyLoads(known, { to }));
  const at = (date: IsoDate) => {
    const day = chart[chart.length - 1 - daysBetween(date, to)];
    return day === undefined || day.quality === "gap" || day.quality === "warming-up"
      ? null
      : rounded(day.fitness, 1);
  };
  return { fitnessAtStart: at(addDays(from, -1)), fitnessAtEnd: at(to) };
}

function resultsOf(log: TrainingLog, first: number, last: number) {
  const inside = between(log.results, first, last);
  return {
    results: inside.map(({ result, score }) => ({
      date: result.date,
      distanceM: result.distanceM,
      timeS: result.timeS,
      score: rounded(score, 1),
    })),
    bestScore: bestOf(inside),
    bestScoreBefore: bestOf(between(log.results, log.firstDay ?? first, first - 1)),
  };
}

function bestOf(results: readonly ScoredResult[]): number | null {
  return results.length > 0 ? rounded(Math.max(...results.map((result) => result.score)), 2) : null;
}

function progressOf(log: TrainingLog, day: number): BlockReview["progress"] {
  const { state, reason, changePct, interval, windowDays, n } = judgeProgress(
    log,
    performanceSeries(log),
    day,
  );
  return { state, reason, changePct, interval, windowDays, n };
}
