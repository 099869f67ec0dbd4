import type { Activity } from "@repo/core/activities";
import type { Athlete, Sex } from "@repo/core/athlete";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import { pacingOf, scoreOf, speedAtFraction, THRESHOLD_FRACTION } from "@repo/core/paces";
import type { Result } from "@repo/core/results";
import { median } from "@repo/core/stats";

/**
 * Where a threshold comes from: the athlete or coach, a fresh result, an old one, the best of the athlete's own training,
 * their age, or what is usual for people who train as they do. `reserve`: 85 % between a resting and a maximum heart rate
 * that were given.
 */
export type ThresholdSource = "given" | "result" | "old-result" | "reserve" | "history" | "age" | "usual";

/** What a load is measured against on one day. Null means not known. */
export type LoadProfile = {
  readonly sex: Sex | null;
  readonly thresholdSpeedMps: number | null;
  readonly thresholdSpeedSource: ThresholdSource | null;
  readonly maxHr: number | null;
  readonly restingHr: number | null;
  readonly thresholdHr: number | null;
  /** The weakest of the sources of the three heart rates; null when one of them is not known. */
  readonly heartSource: ThresholdSource | null;
};

/** What loads need of a check-in: that there was one, and its resting heart rate in beats a minute. */
export type MorningReading = { readonly date: IsoDate; readonly restingHr?: number | null | undefined };

/** The part of a history that loads rest on, in any order. */
export type LoadHistory = {
  readonly activities: readonly Activity[];
  readonly wellness?: readonly MorningReading[];
  readonly results?: readonly Result[];
  readonly athlete?: Athlete | null;
};

/** Training within this many days speaks for today's threshold. */
const HISTORY_DAYS = 180;
/** Fewer runs than this say nothing of what an athlete can do. */
const HISTORY_RUNS = 5;
/** Runs shorter than this are no measure of endurance; slower or faster ones no runs. */
const SHORTEST_RUN_M = 3_000;
const SHORTEST_RUN_S = 900;
const SCORE_LIMITS = [15, 85] as const;
/** Share of the heart-rate reserve at threshold where nobody measured it. */
const THRESHOLD_RESERVE = 0.85;

/**
 * Prepares a history for asking, of any day, what its load is measured against: from that day and earlier alone.
 * Thresholds that nobody gave are estimated from results, then from the athlete's own best training, and say so.
 *
 * @see SOURCES.md [daniels-gilbert-1979], [tanaka-2001] for the age estimate, [elevate] for 85 % of the reserve
 */
export function prepareLoadProfiles(history: LoadHistory): (date: IsoDate) => LoadProfile {
  const speedAt = prepareThresholdSpeed(history);
  const heartsAt = prepareHearts(history);
  const sex = history.athlete?.sex ?? null;
  let last: { date: IsoDate; profile: LoadProfile } | null = null;
  return (date) => {
    if (last?.date !== date) last = { date, profile: { sex, ...speedAt(date), ...heartsAt(date) } };
    return last.profile;
  };
}

type Speed = Pick<LoadProfile, "thresholdSpeedMps" | "thresholdSpeedSource">;

function prepareThresholdSpeed(history: LoadHistory): (date: IsoDate) => Speed {
  const results = history.results ?? [];
  const athlete = history.athlete ?? null;
  const efforts = runEfforts(history.activities);
  return (date) => {
    const pacing = pacingOf({ results, athlete, asOf: date });
    if (pacing.thresholdSpeedMps !== null) {
      const result = pacing.scoreFresh ? "result" : "old-result";
      return {
        thresholdSpeedMps: pacing.thresholdSpeedMps,
        thresholdSpeedSource: pacing.thresholdSource === "given" ? "given" : result,
      };
    }
    return fromTraining(efforts, date);
  };
}

type Effort = { date: IsoDate; score: number; speedMps: number };

/** What each run would be worth as a race: a lower bound of what the athlete can do. */
function runEfforts(activities: readonly Activity[]): Effort[] {
  const efforts: Effort[] = [];
  for (const { sport, date, distanceM, durationS } of activities) {
    if (sport !== "run" || !distanceM || distanceM < SHORTEST_RUN_M || durationS < SHORTEST_RUN_S) continue;
    const score = valueOrNull(scoreOf({ distanceM, timeS: durationS }));
    if (score !== null && score >= SCORE_LIMITS[0] && score <= SCORE_LIMITS[1]) {
      efforts.push({ date, score, speedMps: distanceM / durationS });
    }
  }
  return efforts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Where the middle of anybody's training lies against their threshold: easy running. [house] */
const USUAL_RUN_OF_THRESHOLD = 0.82;
const USUAL_RUN_OF_MAX_HR = 0.78;

/**
 * Threshold speed from training alone: what the second best run would be worth as a race (the best may be a wrong
 * distance), but at least what the usual run says. Somebody who only runs easy shows no limit, only a habit.
 */
function fromTraining(efforts: readonly Effort[], date: IsoDate): Speed {
  const from = addDays(date, -HISTORY_DAYS);
  let [best, second] = [0, 0];
  const speeds: number[] = [];
  for (let index = lastIndexUpTo(efforts, date); index >= 0; index -= 1) {
    const effort = efforts[index] as Effort;
    if (effort.date < from) break;
    speeds.push(effort.speedMps);
    if (effort.score > best) [best, second] = [effort.score, best];
    else if (effort.score > second) second = effort.score;
  }
  if (speeds.length < HISTORY_RUNS) return { thresholdSpeedMps: null, thresholdSpeedSource: null };
  const shown = speedAtFraction(second, THRESHOLD_FRACTION);
  const usual = (median(speeds) as number) / USUAL_RUN_OF_THRESHOLD;
  return shown >= usual
    ? { thresholdSpeedMps: shown, thresholdSpeedSource: "history" }
    : { thresholdSpeedMps: usual, thresholdSpeedSource: "usual" };
}

function lastIndexUpTo(sorted: readonly { date: IsoDate }[], date: IsoDate): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { date: IsoDate }).date <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type Hearts = Pick<LoadProfile, "maxHr" | "restingHr" | "thresholdHr" | "heartSource">;
type Heart = { value: number; source: ThresholdSource } | null;

function prepareHearts({ athlete, activities, wellness }: LoadHistory): (date: IsoDate) => Hearts {
  const peaks = readings(activities, (activity) => activity.maxHr ?? null);
  const averages = readings(activities, (activity) =>
    activity.sport === "run" ? (activity.avgHr ?? null) : null,
  );
  const resting = readings(wellness ?? [], (day) => day.restingHr ?? null);
  const given = (value: number | null | undefined): Heart => (value ? { value, source: "given" } : null);
  return (date) => {
    const max = given(athlete?.maxHr) ?? highestHr({ peaks, averages, athlete: athlete ?? null }, date);
    const rest = given(athlete?.restingHr) ?? usual(resting, date);
    const threshold = given(athlete?.thresholdHr) ?? fromReserve(max, rest);
    const all = [max, rest, threshold];
    return {
      maxHr: max?.value ?? null,
      restingHr: rest?.value ?? null,
      thresholdHr: threshold?.value ?? null,
      heartSource: all.includes(null) ? null : weakest(all as { source: ThresholdSource }[]),
    };
  };
}

type Reading = { date: IsoDate; value: number };

function readings<T extends { date: IsoDate }>(rows: readonly T[], of: (row: T) => number | null): Reading[] {
  const list: Reading[] = [];
  for (const row of rows) {
    const value = of(row);
    if (value !== null && value > 0) list.push({ date: row.date, value });
  }
  return list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

type HrHistory = { peaks: readonly Reading[]; averages: readonly Reading[]; athlete: Athlete | null };

/**
 * Maximum heart rate where nobody gave it: the second highest of the last two years (the highest may be a spike), or
 * the estimate from age, or what the usual run's average says, whichever is highest: easy runs never show a maximum.
 */
function highestHr({ peaks, averages, athlete }: HrHistory, date: IsoDate): Heart {
  const seen = recentValues(peaks, date, 730).sort((a, b) => b - a);
  const usual = recentValues(averages, date, HISTORY_DAYS);
  const candidates: Heart[] = [
    seen.length >= HISTORY_RUNS ? { value: seen[1] as number, source: "history" } : null,
    fromAge(athlete, date),
    usual.length >= HISTORY_RUNS
      ? { value: (median(usual) as number) / USUAL_RUN_OF_MAX_HR, source: "usual" }
      : null,
  ];
  return candidates.reduce((best, one) => (one && (!best || one.value > best.value) ? one : best), null);
}

function recentValues(readings: readonly Reading[], date: IsoDate, days: number): number[] {
  const from = addDays(date, -days);
  const values: number[] = [];
  for (let index = lastIndexUpTo(readings, date); index >= 0; index -= 1) {
    const reading = readings[index] as Reading;
    if (reading.date < from) break;
    values.push(reading.value);
  }
  return values;
}

/** Median of the last 60 days' readings; 60 beats a minute where there is none, and it says so. */
function usual(resting: readonly Reading[], date: IsoDate): Heart {
  const middle = median(recentValues(resting, date, 60));
  return middle === null ? { value: 60, source: "usual" } : { value: middle, source: "history" };
}

/** Tanaka's 208 − 0.7 · age, off by 7–11 beats in single persons. */
function fromAge(athlete: Athlete | null, date: IsoDate): Heart {
  if (!athlete?.birthDate) return null;
  const age = daysBetween(athlete.birthDate, date) / 365.25;
  return age >= 10 && age <= 90 ? { value: 208 - 0.7 * age, source: "age" } : null;
}

function fromReserve(max: Heart, rest: Heart): Heart {
  if (max === null || rest === null) return null;
  const value = rest.value + THRESHOLD_RESERVE * (max.value - rest.value);
  const source = weakest([max, rest]);
  return { value, source: source === "given" ? "reserve" : source };
}

const STRENGTH: readonly ThresholdSource[] = [
  "given",
  "result",
  "old-result",
  "reserve",
  "history",
  "age",
  "usual",
];

function weakest(hearts: readonly { source: ThresholdSource }[]): ThresholdSource {
  return hearts.reduce<ThresholdSource>(
    (worst, { source }) => (STRENGTH.indexOf(source) > STRENGTH.indexOf(worst) ? source : worst),
    "given",
  );
}
