import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean, median, sampleSd } from "@repo/core/stats";
import { type DayIndex, isFresh, readingsBetween } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

export type RestingHeartRate = {
  readonly latestBpm: number;
  readonly usualBpm: number;
  /** Standard deviations above the mean of the 30 days before; null below 14 readings. */
  readonly z: number | null;
  /** Share above the usual, percent. */
  readonly abovePct: number;
  readonly high: boolean;
  /** Which rule spoke: own spread, or the articles' tenth while there is too little to know it. */
  readonly rule: "own-spread" | "ten-percent";
};

const BASELINE_DAYS = 30;
const BASELINE_READINGS = 14;
const FEWEST_READINGS = 5;
/** A week and the months that tell whether it is high for long. [house] */
const [WEEK_DAYS, WEEK_READINGS, MONTHS_DAYS] = [7, 3, 112];
const Z_LIMIT = 1.5;
/** The articles' rule (M116, M118), a coach's number without a study behind it. */
const TEN_PERCENT = 1.1;
/** Steadier than this and a rounded beat would be an alarm. [house] */
const SD_FLOOR_BPM = 1.5;

/**
 * Whether the morning heart rate is high: 1.5 of one's own standard deviations above the 30 days before, on two of the
 * last three days, or for a week above the months before; with fewer than 14 readings a tenth above the usual, on the last reading.
 *
 * @returns unknown below five readings in the 30 days before, or none in the last three days
 * @see M116, M118; SOURCES.md [bosquet-2008]: short overload raises it, and so do heat, illness, alcohol and stress
 */
export function restingHeartRate(
  index: DayIndex,
  today: number,
): Estimate<RestingHeartRate, "no-recent-reading" | "too-short-baseline"> {
  const of = (from: number, to: number) =>
    readingsBetween(index, { from, to }, (checkIn) => checkIn.restingHr).map((reading) => reading.value);
  const recent = of(today - 2, today);
  const before = of(today - 2 - BASELINE_DAYS, today - 3);
  const latestBpm = recent.at(-1);
  if (latestBpm === undefined) return notKnown("no-recent-reading");
  if (before.length < FEWEST_READINGS) return notKnown("too-short-baseline");
  const usualBpm = median(before) as number;
  const abovePct = 100 * (latestBpm / usualBpm - 1);
  if (before.length < BASELINE_READINGS) {
    const high = latestBpm >= TEN_PERCENT * usualBpm;
    return known({ latestBpm, usualBpm, z: null, abovePct, high, rule: "ten-percent" });
  }
  const [centre, sd] = [mean(before) as number, Math.max(SD_FLOOR_BPM, sampleSd(before) ?? 0)];
  const raised = recent.filter((value) => (value - centre) / sd >= Z_LIMIT);
  const z = (latestBpm - centre) / sd;
  const lasts = isHighForLong(
    of(today - WEEK_DAYS + 1, today),
    of(today - MONTHS_DAYS, today - BASELINE_DAYS - 1),
  );
  return known({ latestBpm, usualBpm, z, abovePct, high: raised.length >= 2 || lasts, rule: "own-spread" });
}

/** A month of high mornings is its own usual: the week is also held against the months before it. */
function isHighForLong(week: readonly number[], months: readonly number[]): boolean {
  if (week.length < WEEK_READINGS || months.length < BASELINE_READINGS) return false;
  const sd = Math.max(SD_FLOOR_BPM, sampleSd(months) ?? 0);
  return ((mean(week) as number) - (mean(months) as number)) / sd >= Z_LIMIT;
}

/** Resting heart rate as a signal. */
export function restingHrSignal(index: DayIndex, today: number): { signal: RecoverySignal; fresh: boolean } {
  const rate = restingHeartRate(index, today);
  if (!rate.known) {
    return {
      signal: signal("resting-hr", "unknown", [row(`resting heart rate: ${rate.reason}`, null)]),
      fresh: false,
    };
  }
  const { latestBpm, usualBpm, z, high } = rate.value;
  const limit = z === null ? usualBpm * TEN_PERCENT : null;
  const evidence = [
    row("resting heart rate", latestBpm, "bpm", limit),
    row("usual resting heart rate", usualBpm, "bpm"),
    ...(z === null ? [] : [row("deviation from own mean", z, "SD", Z_LIMIT)]),
  ];
  const latest = readingsBetween(index, { from: today - 2, to: today }, (checkIn) => checkIn.restingHr).at(
    -1,
  );
  const state = high ? "adverse" : z !== null && z <= 0.5 ? "good" : "neutral";
  return { signal: signal("resting-hr", state, evidence), fresh: isFresh(latest, today) };
}
