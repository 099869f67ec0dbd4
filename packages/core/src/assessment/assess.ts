import { daysBetween, type IsoDate, maxDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { classifyHistory } from "@repo/core/intensity";
import { dailyLoads, type LoadDay, loadSeries } from "@repo/core/load";
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
 * @throws {AppError} INVALID for an empty history without a day, or a day decades after the last entry
 */
export function assess(history: AthleteHistory, asOf?: IsoDate): Assessment {
  const day = asOf ?? lastEntry(history);
  const known = cutHistory(history, day);
  refuseFarFuture(known, day);
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

/** Longer silences tell nothing more; a day this far off is a mistyped year. */
const LONGEST_SILENCE_DAYS = 20 * 365;

function refuseFarFuture(known: AthleteHistory, day: IsoDate): void {
  const last = lastDate(known);
  if (last === null || daysBetween(last, day) <= LONGEST_SILENCE_DAYS) return;
  throw new AppError(
    "INVALID",
    `The day to assess at is ${day}; expected one within 20 years of the last entry (${last}).`,
  );
}

function lastEntry(history: AthleteHistory): IsoDate {
  const last = lastDate(history);
  if (last === null) {
    throw new AppError(
      "INVALID",
      "activities, wellness, results: found no entry, expected at least one, or a day to assess at (--as-of) since there is no last day.",
    );
  }
  return last;
}

function lastDate({ activities, wellness, results }: AthleteHistory): IsoDate | null {
  const later = (last: IsoDate | null, { date }: { date: IsoDate }) =>
    last === null ? date : maxDate(last, date);
  return [activities, wellness, results].reduce<IsoDate | null>(
    (last, entries) => (entries as readonly { date: IsoDate }[]).reduce(later, last),
    null,
  );
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
