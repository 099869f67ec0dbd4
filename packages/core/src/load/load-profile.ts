import type { Activity } from "@repo/core/activities";
import type { Athlete, Sex } from "@repo/core/athlete";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import { pacingOf, scoreOf, speedAtFraction, THRESHOLD_FRACTION } from "@repo/core/paces";
import type { Result } from "@repo/core/results";
import { median } from "@repo/core/stats";
import type { CheckIn } from "@repo/core/wellness";

/** Where a threshold comes from: the athlete or coach, a fresh result, an old one, or the athlete's own training. */
export type ThresholdSource = "given" | "result" | "old-result" | "history" | "age" | "usual";

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

/** The part of a history that loads rest on, in any order. */
export type LoadHistory = {
  readonly activities: readonly Activity[];
  readonly wellness?: readonly CheckIn[];
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
    const score = secondBest(efforts, date);
    return {
      thresholdSpeedMps: score === null ? null : speedAtFraction(score, THRESHOLD_FRACTION),
      thresholdSpeedSource: score === null ? null : "history",
    };
  };
}

type Effort = { date: IsoDate; score: number };

/** What each run would be worth as a race: a lower bound of what the athlete can do. */
function runEfforts(activities: readonly Activity[]): Effort[] {
  const efforts: Effort[] = [];
  for (const { sport, date, distanceM, durationS } of activities) {
    if (sport !== "run" || !distanceM || distanceM < SHORTEST_RUN_M || durationS < SHORTEST_RUN_S) continue;
    const score = valueOrNull(scoreOf({ distanceM, timeS: durationS }));
    if (score !== null && score >= SCORE_LIMITS[0] && score <= SCORE_LIMITS[1]) efforts.push({ date, score });
  }
  return efforts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The second best, so that one wrong distance does not set the scale. */
function secondBest(efforts: readonly Effort[], date: IsoDate): number | null {
  const from = addDays(date, -HISTORY_DAYS);
  let [best, second, count] = [0, 0, 0];
  for (let index = lastIndexUpTo(efforts, date); index >= 0; index -= 1) {
    const effort = efforts[index] as Effort;
    if (effort.date < from) break;
    count += 1;
    if (effort.score > best) [best, second] = [effort.score, best];
    else if (effort.score > second) second = effort.score;
  }
  return count >= HISTORY_RUNS ? second : null;
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
  const resting = readings(wellness ?? [], (day) => day.restingHr ?? null);
  const given = (value: number | null | undefined): Heart => (value ? { value, source: "given" } : null);
  return (date) => {
    const max = given(athlete?.maxHr) ?? highestSeen(peaks, date) ?? fromAge(athlete ?? null, date);
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

/** The second highest heart rate of the last two years, once five sessions recorded one: the highest may be a spike. */
function highestSeen(peaks: readonly Reading[], date: IsoDate): Heart {
  let [best, second, count] = [0, 0, 0];
  for (let index = lastIndexUpTo(peaks, date); index >= 0; index -= 1) {
    const { date: day, value } = peaks[index] as Reading;
    if (daysBetween(day, date) > 730) break;
    count += 1;
    if (value > best) [best, second] = [value, best];
    else if (value > second) second = value;
  }
  return count >= HISTORY_RUNS ? { value: second, source: "history" } : null;
}

/** Median of the last 60 days' readings; 60 beats a minute where there is none, and it says so. */
function usual(resting: readonly Reading[], date: IsoDate): Heart {
  const recent: number[] = [];
  for (let index = lastIndexUpTo(resting, date); index >= 0; index -= 1) {
    const reading = resting[index] as Reading;
    if (daysBetween(reading.date, date) > 60) break;
    recent.push(reading.value);
  }
  const middle = median(recent);
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
  return { value, source: weakest([max, rest]) === "given" ? "usual" : weakest([max, rest]) };
}

const STRENGTH: readonly ThresholdSource[] = ["given", "result", "old-result", "history", "age", "usual"];

function weakest(hearts: readonly { source: ThresholdSource }[]): ThresholdSource {
  return hearts.reduce<ThresholdSource>(
    (worst, { source }) => (STRENGTH.indexOf(source) > STRENGTH.indexOf(worst) ? source : worst),
    "given",
  );
}
