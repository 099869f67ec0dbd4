import type { Athlete } from "@repo/core/athlete";
import { addDays, type IsoDate } from "@repo/core/calendar";
import type { Result } from "@repo/core/results";
import { FRESH_RESULT_DAYS, latestScore, pacingOf } from "./pacing-of.ts";

/** A race as it was logged: nobody wrote its result down, or somebody did. */
export type LoggedRace = {
  activityId: string;
  date: IsoDate;
  name: string | null;
  /** As measured, or the race's own where it is known; metres. */
  distanceM: number | null;
  timeS: number;
  avgHr: number | null;
};

/** The highest heart rate that a run held for some seconds, beats a minute; only a race shows what a heart can do. */
export type HeldPeak = {
  activityId: string;
  date: IsoDate;
  name: string | null;
  peakBpm: number;
  isRace: boolean;
};

/** A change to what paces and heart rates rest on, for a person to take or leave. The key stays the same until its reason does not. */
export type ThresholdSuggestion =
  /** A race that is no result yet, and the score it would bring. */
  | {
      kind: "result";
      key: string;
      date: IsoDate;
      race: LoggedRace & { distanceM: number };
      from: number | null;
      to: number;
    }
  /** A given threshold pace that a fresh result contradicts; seconds a kilometre. */
  | { kind: "threshold-pace"; key: string; date: IsoDate; from: number; to: number }
  /** The mean heart rate of a race of about an hour; beats a minute. */
  | {
      kind: "threshold-hr";
      key: string;
      date: IsoDate;
      race: LoggedRace;
      from: number | null;
      to: number;
    }
  /** A heart rate that was held and lies above the maximum that is known; beats a minute. */
  | { kind: "max-hr"; key: string; date: IsoDate; peak: HeldPeak; from: number | null; to: number };

/** A race is the one of a result of its day when their lengths differ by no more: what devices measure on a marked course. [house] */
const SAME_DISTANCE = 0.06;
/** A given pace is left alone within this of what a result says: the score itself is no surer. [house] */
const SAME_PACE = 0.01;
/** Threshold is what can be held for about an hour: races this long, in seconds, speak for its heart rate. [house] */
const HOUR_S = { from: 50 * 60, to: 70 * 60 };
/** Beats by which a mean may differ before it says anything new. [house] */
const SAME_BPM = 3;
/** Beats above the known maximum from which a held heart rate corrects it: one is within what sensors are off. [house] */
const ABOVE_MAX_BPM = 2;
/** Courses that races are run over, metres; a device measures up to a fiftieth more. */
const COURSES_M = [1_500, 1_609.344, 3_000, 5_000, 8_000, 10_000, 15_000, 16_093.44, 21_097.5, 42_195];
const MEASURED_OFF = 0.02;

/** The length of the course that was raced: the planned one where it fits, else the usual one nearby, else as measured; metres. */
export function courseM(measuredM: number, plannedM: number | null = null): number {
  if (plannedM !== null && isNear(measuredM, plannedM, SAME_DISTANCE)) return plannedM;
  return COURSES_M.find((course) => isNear(measuredM, course, MEASURED_OFF)) ?? measuredM;
}

/**
 * What new races and results suggest to change, latest first: races that are no result yet and would change the score, a
 * given threshold pace or heart rate that they contradict, a maximum heart rate that was exceeded. Only what is at most
 * {@link FRESH_RESULT_DAYS} days old speaks.
 */
export function suggestThresholds(input: {
  results: readonly Result[];
  races: readonly LoggedRace[];
  peaks?: readonly HeldPeak[];
  athlete: Athlete;
  asOf: IsoDate;
}): ThresholdSuggestion[] {
  const since = addDays(input.asOf, -FRESH_RESULT_DAYS);
  const races = input.races.filter(({ date }) => date >= since && date <= input.asOf);
  return [
    ...races.flatMap((race) => resultOf(race, input)),
    ...paceOf(input, since),
    ...heartOf(races, input.athlete),
    ...maximumOf(input, since),
  ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

type Known = { results: readonly Result[]; athlete: Athlete; asOf: IsoDate };

function resultOf(race: LoggedRace, known: Known): ThresholdSuggestion[] {
  const { date, distanceM, timeS, activityId } = race;
  if (distanceM === null) return [];
  const isKnown = known.results.some(
    (result) => result.date === date && isNear(result.distanceM, distanceM, SAME_DISTANCE),
  );
  if (isKnown) return [];
  const from = pacingOf(known).score;
  const to = pacingOf({ ...known, results: [...known.results, { date, distanceM, timeS }] }).score;
  if (to === null || to === from) return [];
  return [{ kind: "result", key: `result:${activityId}`, date, race: { ...race, distanceM }, from, to }];
}

function paceOf({ results, athlete, asOf }: Known, since: IsoDate): ThresholdSuggestion[] {
  const from = athlete.thresholdPaceSPerKm ?? null;
  const latest = latestScore(results, asOf);
  if (from === null || latest === null || latest.date < since) return [];
  const speed = pacingOf({ results, asOf }).thresholdSpeedMps;
  if (speed === null) return [];
  const to = Math.round(1_000 / speed);
  if (isNear(from, to, SAME_PACE)) return [];
  return [
    { kind: "threshold-pace", key: `threshold-pace:${latest.date}:${to}`, date: latest.date, from, to },
  ];
}

function heartOf(races: readonly LoggedRace[], athlete: Athlete): ThresholdSuggestion[] {
  const from = athlete.thresholdHr ?? null;
  const latest = races
    .filter(({ timeS, avgHr }) => avgHr !== null && timeS >= HOUR_S.from && timeS <= HOUR_S.to)
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!latest?.avgHr) return [];
  const to = Math.round(latest.avgHr);
  const isPossible = to > (athlete.restingHr ?? 0) && to < (athlete.maxHr ?? Number.POSITIVE_INFINITY);
  if (!isPossible || (from !== null && Math.abs(from - to) < SAME_BPM)) return [];
  const key = `threshold-hr:${latest.activityId}`;
  return [{ kind: "threshold-hr", key, date: latest.date, race: latest, from, to }];
}

/**
 * A maximum cannot lie below what was reached, in whatever run. Where none is known, only a race stands for it, and it is
 * no less than what it says. SOURCES.md [robergs-landwehr-2002]: what was observed comes before what age predicts.
 */
function maximumOf(input: Parameters<typeof suggestThresholds>[0], since: IsoDate): ThresholdSuggestion[] {
  const { restingHr, thresholdHr, maxHr } = input.athlete;
  const from = maxHr ?? null;
  const least = Math.max(restingHr ?? 0, thresholdHr ?? 0) + 1;
  const [highest] = (input.peaks ?? [])
    .filter(({ date, isRace }) => date >= since && date <= input.asOf && (from !== null || isRace))
    .filter(({ peakBpm }) => peakBpm >= (from === null ? least : from + ABOVE_MAX_BPM))
    .sort((a, b) => b.peakBpm - a.peakBpm || (a.date < b.date ? 1 : -1));
  if (!highest) return [];
  const key = `max-hr:${highest.activityId}:${highest.peakBpm}`;
  return [{ kind: "max-hr", key, date: highest.date, peak: highest, from, to: highest.peakBpm }];
}

function isNear(value: number, of: number, share: number): boolean {
  return Math.abs(value - of) <= share * of;
}
