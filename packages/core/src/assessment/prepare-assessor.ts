import { dayNumber, type IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { LoadDay } from "@repo/core/load";
import {
  dateOf,
  judgeProgress,
  type PerformanceSeries,
  type ProgressVerdict,
  performanceSeries,
  prepareLog,
  type StrainSignal,
  strainSignals,
  type TrainingLog,
} from "@repo/core/progress";
import {
  isQuiet,
  judgeWarnings,
  mergeWarnings,
  NO_WARNINGS,
  type OpenWarning,
  refutedKinds,
  type Warning,
  type WarningState,
} from "@repo/core/warnings";
import { prepareLoads } from "./prepare-loads.ts";

/** What is judged of a day, without the chart of the days before it. */
export type Judgement = {
  asOf: IsoDate;
  load: LoadDay | null;
  progress: ProgressVerdict;
  strain: StrainSignal[];
  /** What holds on this very day; {@link Judgement.warnings} is what lives. */
  held: Warning[];
  /** The open warnings of that day, as the nights up to it would have left them. */
  warnings: OpenWarning[];
  opened: OpenWarning[];
  closed: OpenWarning[];
};

export type Assessor = {
  firstDay: IsoDate | null;
  lastDay: IsoDate | null;
  /** The judgement of a day; the same as that of a history cut at the day. Days may be asked for in any order. */
  at(date: IsoDate): Judgement;
};

type Prepared = {
  log: TrainingLog;
  series: PerformanceSeries[];
  loadAt: (day: number) => LoadDay | null;
  firstDay: number;
};

/**
 * Prepares a history once for judgements of many days: a replay of years asks for every day in turn, and each step
 * costs the same however long the history is. Warnings live from the first day of the history on.
 */
export function prepareAssessor(history: AthleteHistory): Assessor {
  const log = prepareLog(history);
  if (log.firstDay === null || log.lastDay === null) {
    return { firstDay: null, lastDay: null, at: (date) => emptyJudgement(date) };
  }
  const loadAt = prepareLoads(history, { firstDay: log.firstDay, lastDay: log.lastDay });
  const prepared: Prepared = { log, series: performanceSeries(log), loadAt, firstDay: log.firstDay };
  const nights = replay(prepared);
  return {
    firstDay: dateOf(log.firstDay),
    lastDay: dateOf(log.lastDay),
    at: (date) => (dayNumber(date) < prepared.firstDay ? emptyJudgement(date) : nights(dayNumber(date))),
  };
}

/** Walks the days forward once; an earlier day than the last asked for begins again from its own memory. */
function replay(prepared: Prepared): (day: number) => Judgement {
  const states = new Map<number, WarningState>();
  let [reached, state] = [prepared.firstDay - 1, NO_WARNINGS];
  let last: Judgement | null = null;
  return (day) => {
    if (last && dayNumber(last.asOf) === day) return last;
    if (day <= reached) [reached, state] = [day - 1, states.get(day - 1) ?? NO_WARNINGS];
    while (reached < day) {
      reached += 1;
      const night = judgeDay(prepared, reached, state);
      state = night.state;
      states.set(reached, state);
      last = night.judgement;
    }
    return last ?? emptyJudgement(dateOf(day));
  };
}

function judgeDay(
  prepared: Prepared,
  day: number,
  before: WarningState,
): { judgement: Judgement; state: WarningState } {
  const { log, series, loadAt } = prepared;
  const asOf = dateOf(day);
  const load = loadAt(day);
  const progress = judgeProgress(log, series, day);
  const strain = strainSignals(log, day);
  const held = judgeWarnings({ log, day, load, progress, strain, quiet: isQuiet(log, day, asOf) });
  const { state, opened, closed } = mergeWarnings(before, held, asOf, refutedKinds(progress));
  const judgement = { asOf, load, progress, strain, held, warnings: [...state.open], opened, closed };
  return { judgement, state };
}

function emptyJudgement(asOf: IsoDate): Judgement {
  const log = prepareLog({});
  return {
    asOf,
    load: null,
    progress: judgeProgress(log, [], dayNumber(asOf)),
    strain: [],
    held: [],
    warnings: [],
    opened: [],
    closed: [],
  };
}
