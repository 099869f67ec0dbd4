import { addDays, daysBetween } from "@repo/core/calendar";
import type { LoadDay } from "@repo/core/load";
import {
  between,
  causeWindow,
  type PlateauCause,
  type ProgressVerdict,
  type StrainSignal,
  type TrainingLog,
} from "@repo/core/progress";
import type { Evidence, Severity } from "@repo/core/season";
import type { WarningKind } from "./schema.ts";

/** Everything a warning may look at on a day. Nothing in it is later than the day, but for the plan. */
export type WarningContext = {
  log: TrainingLog;
  /** The day judged, as a day number. */
  day: number;
  /** The chart row of the day; null before the first entry. */
  load: LoadDay | null;
  progress: ProgressVerdict;
  strain: readonly StrainSignal[];
  /** A lighter stretch that is meant: cutback, peak, race, recovery or free weeks, a race within ten days. */
  quiet: boolean;
};

/** What a warning says when it holds. Its title is a short sentence with its numbers. */
export type WarningReading = {
  severity: Severity;
  title: string;
  cause?: PlateauCause | null;
  evidence: Evidence[];
  remedy: { code: string; text: string; retestDays?: number } | null;
};

/** One kind of warning: when it holds, and how it lives. */
export type WarningRule = {
  kind: WarningKind;
  judge(context: WarningContext): WarningReading | null;
  source: readonly string[];
  /** Kinds that stay silent while this one holds, since they would say a part of it again. */
  covers?: readonly WarningKind[];
};

const RACE_NEAR_DAYS = 10;
const LIGHT_PHASES: readonly string[] = ["peak", "race", "recovery", "free"];
const LIGHT_SHARE = 0.7;

/** Whether the day lies in a deload or a taper: as planned, or as the training itself shows. */
export function isQuiet(log: TrainingLog, day: number, date: string): boolean {
  const week = log.season?.weeks.find((each) => each.start <= date && dateAfter(each.start) > date);
  if (week?.cutback || (week && LIGHT_PHASES.includes(week.phase))) return true;
  const races = log.season?.request?.races ?? [];
  if (races.some((race) => race.priority !== "C" && isWithin(race.date, date))) return true;
  const weeks = causeWindow(log, day - 27, day).weeks.map((each) => each.km);
  const usual = weeks.slice(1).reduce((sum, km) => sum + km, 0) / 3;
  return (weeks[0] ?? 0) < usual * LIGHT_SHARE;
}

function dateAfter(weekStart: string): string {
  return addDays(weekStart, 7);
}

function isWithin(race: string, date: string): boolean {
  const ahead = daysBetween(date, race);
  return ahead >= 0 && ahead <= RACE_NEAR_DAYS;
}

/** Runs of the days up to and including a day. */
export function runsWithin(log: TrainingLog, day: number, days: number) {
  return between(log.sessions, day - days + 1, day).filter((session) => session.run);
}

/** Check-ins of the days up to and including a day. */
export function checkInsWithin(log: TrainingLog, day: number, days: number) {
  return between(log.checkIns, day - days + 1, day).map((each) => each.checkIn);
}

const KNOWN_SHARE = 0.8;

/** Whether nearly all runs say how far they went: a distance that is not recorded is no short run. */
export function distancesKnown(runs: readonly { distanceM: number }[]): boolean {
  return runs.filter((run) => run.distanceM > 0).length >= runs.length * KNOWN_SHARE;
}
