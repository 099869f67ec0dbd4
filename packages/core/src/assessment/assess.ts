import type { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { classifyHistory } from "@repo/core/intensity";
import { dailyLoads, type LoadDay, loadSeries } from "@repo/core/load";
import { dateOf, prepareLog } from "@repo/core/progress";
import { refutedKinds } from "@repo/core/warnings";
import { intensityOf } from "./intensity-of.ts";
import { prepareAssessor } from "./prepare-assessor.ts";
import { plannedKinds } from "./prepare-verdicts.ts";
import { progressOf } from "./progress-of.ts";
import { recoveryOf } from "./recovery-of.ts";
import type { AssessedDay, Assessment } from "./schema.ts";
import { writtenWarnings } from "./written-warnings.ts";

/**
 * Everything known of an athlete as of a day, from that day and earlier alone: the load of each day, intensity,
 * recovery, progress with its causes, and the warnings that are open. Without a day, as of the last entry.
 *
 * @throws {AppError} INVALID for an empty history without a day, or a day that is no calendar day
 */
export function assess(history: AthleteHistory, asOf?: IsoDate): Assessment {
  const day = asOf ?? lastEntry(history);
  const known = cutHistory(history, day);
  const judgement = prepareAssessor(known).at(day);
  // A warning that lives on from last week must not contradict what is said of progress today.
  const refuted = refutedKinds(judgement.progress);
  const sessions = classifyHistory(known, day, { plannedKindOf: plannedKinds(known) });
  const loads = loadSeries(dailyLoads(known, { to: day }));
  return {
    asOf: day,
    days: loads.map(assessedDay),
    intensity: intensityOf(sessions, day),
    recovery: recoveryOf(known, sessions, day),
    progress: progressOf(judgement.progress),
    warnings: writtenWarnings(judgement.warnings.filter((warning) => !refuted.includes(warning.kind))),
  };
}

function lastEntry(history: AthleteHistory): IsoDate {
  const { lastDay } = prepareLog(history);
  if (lastDay === null) {
    throw new AppError(
      "INVALID",
      "The history holds no entry, so there is no last day: name a day to assess it at.",
    );
  }
  return dateOf(lastDay);
}

function assessedDay(day: LoadDay): AssessedDay {
  const { date, load, method, fitness, fatigue, form, monotony, strain, quality } = day;
  return {
    date,
    load,
    loadMethod: method,
    fitness: round(fitness),
    fatigue: round(fatigue),
    form: form === null ? null : round(form),
    monotony: monotony === null ? null : round(monotony),
    strain: strain === null ? null : round(strain),
    quality,
  };
}

/** Three decimals: beyond that a load is noise, and the file twice as long. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
