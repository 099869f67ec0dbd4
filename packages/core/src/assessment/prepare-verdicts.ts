import type { Activity } from "@repo/core/activities";
import { addDays, dayNumber, type IsoDate, maxDate, minDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import { classifyHistory } from "@repo/core/intensity";
import type { LoadDay } from "@repo/core/load";
import {
  judgeProgress,
  type PerformanceSeries,
  performanceSeries,
  prepareLog,
  strainSignals,
  type TrainingLog,
} from "@repo/core/progress";
import { plannedWorkouts } from "@repo/core/season";
import { isQuiet, judgeWarnings, refutedKinds, type Warning, type WarningKind } from "@repo/core/warnings";
import { intensityOf } from "./intensity-of.ts";
import { prepareLoads } from "./prepare-loads.ts";
import { progressOf } from "./progress-of.ts";
import { recoveryOf } from "./recovery-of.ts";
import type { Assessment } from "./schema.ts";

/** What holds on one day, without the memory of the days before it: the night keeps that. */
export type Verdict = {
  asOf: IsoDate;
  held: Warning[];
  refuted: WarningKind[];
  progress: Assessment["progress"];
};

export type Verdicts = {
  /** What holds on a day, from that day and earlier alone. */
  at(date: IsoDate): Verdict;
  intensityAt(date: IsoDate): Assessment["intensity"];
  recoveryAt(date: IsoDate): Assessment["recovery"];
};

/** Recovery and intensity look at no session older than this: the legs of four months, and what was usual then. */
const SESSIONS_BACK_DAYS = 170;

/**
 * The verdicts of `assess` on single days, at the price of the days asked for and not of the years before them: the
 * warnings' memory is the caller's (`mergeWarnings`), and loads that are known need not be computed again.
 *
 * @param options.from the first day that will be asked for
 * @param options.loadAt the load of a day where it is at hand; where it says nothing, it is computed from the history
 */
export function prepareVerdicts(
  history: AthleteHistory,
  options: { from: IsoDate; loadAt?: (date: IsoDate) => LoadDay | null | undefined },
): Verdicts {
  const log = prepareLog(history);
  const days = { firstDay: log.firstDay ?? Number.POSITIVE_INFINITY, lastDay: log.lastDay ?? 0 };
  const computed = prepareLoads(history, days);
  const loadAt = (date: IsoDate) => {
    const known = options.loadAt?.(date);
    return known === undefined ? computed(dayNumber(date)) : known;
  };
  const series = performanceSeries(log);
  const sessionsFrom = addDays(options.from, -SESSIONS_BACK_DAYS);
  const plannedKindOf = plannedKinds(history);
  const lastSession = history.activities.reduce((last, { date }) => maxDate(last, date), options.from);
  const sessionsUpTo = remember((to: IsoDate) =>
    classifyHistory(history, to, { from: sessionsFrom, plannedKindOf }),
  );
  const sessionsTo = (date: IsoDate) => sessionsUpTo(minDate(date, lastSession));
  return {
    at: remember((date: IsoDate) => verdictOf({ log, series, firstDay: days.firstDay, loadAt }, date)),
    intensityAt: (date) => intensityOf(sessionsTo(date), date),
    recoveryAt: (date) => recoveryOf(history, sessionsTo(date), date),
  };
}

type Prepared = {
  log: TrainingLog;
  series: PerformanceSeries[];
  firstDay: number;
  loadAt: (date: IsoDate) => LoadDay | null;
};

function verdictOf({ log, series, firstDay, loadAt }: Prepared, asOf: IsoDate): Verdict {
  const day = dayNumber(asOf);
  if (day < firstDay) {
    return { asOf, held: [], refuted: [], progress: progressOf(judgeProgress(prepareLog({}), [], day)) };
  }
  const progress = judgeProgress(log, series, day);
  const strain = strainSignals(log, day);
  const quiet = isQuiet(log, day, asOf);
  const held = judgeWarnings({ log, day, load: loadAt(asOf), progress, strain, quiet });
  return { asOf, held, refuted: refutedKinds(progress), progress: progressOf(progress) };
}

/** What the plan meant an activity to be, by the id of the planned workout it carried out. */
export function plannedKinds(history: AthleteHistory): (activity: Activity) => string | null {
  const kinds = new Map(plannedWorkouts(history).map((workout) => [workout.id ?? "", workout.kind]));
  return ({ plannedWorkoutId }) => (plannedWorkoutId ? (kinds.get(plannedWorkoutId) ?? null) : null);
}

function remember<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
