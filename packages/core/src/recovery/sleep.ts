import { mean } from "@repo/core/stats";
import { type DayIndex, isFresh, readingsBetween } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

/** Habitual sleep below this is short. [walsh-2021] */
export const SHORT_SLEEP_MEAN_H = 7;
/** One night below this is adverse by itself. [house] */
export const SHORT_NIGHT_H = 6;
const FEWEST_NIGHTS = 4;
const GOOD_SLEEP_H = 7.5;

export type Sleep = {
  readonly lastNightH: number | null;
  /** Mean of the last seven nights; null below four. */
  readonly weekMeanH: number | null;
  readonly nights: number;
  readonly short: boolean;
};

/**
 * Sleep of the last night and the last week. Only its length: the stages that watches print are not reliable.
 *
 * @see M111; SOURCES.md [walsh-2021]
 */
export function sleepOf(index: DayIndex, today: number): Sleep {
  const nights = readingsBetween(index, { from: today - 6, to: today }, (checkIn) => checkIn.sleepHours);
  const latest = nights.at(-1);
  const lastNightH = latest && isFresh(latest, today) ? latest.value : null;
  const weekMeanH = nights.length >= FEWEST_NIGHTS ? mean(nights.map((night) => night.value)) : null;
  const short =
    (lastNightH !== null && lastNightH < SHORT_NIGHT_H) ||
    (weekMeanH !== null && weekMeanH < SHORT_SLEEP_MEAN_H);
  return { lastNightH, weekMeanH, nights: nights.length, short };
}

/** Sleep as a signal. */
export function sleepSignal(index: DayIndex, today: number): { signal: RecoverySignal; fresh: boolean } {
  const { lastNightH, weekMeanH, short } = sleepOf(index, today);
  if (lastNightH === null && weekMeanH === null) return { signal: signal("sleep", "unknown"), fresh: false };
  const evidence = [
    ...(lastNightH === null ? [] : [row("sleep last night", lastNightH, "h", SHORT_NIGHT_H)]),
    ...(weekMeanH === null ? [] : [row("sleep, 7-day mean", weekMeanH, "h", SHORT_SLEEP_MEAN_H)]),
  ];
  const good = (weekMeanH ?? 0) >= GOOD_SLEEP_H && (lastNightH ?? GOOD_SLEEP_H) >= SHORT_SLEEP_MEAN_H;
  const state = short ? "adverse" : good ? "good" : "neutral";
  return { signal: signal("sleep", state, evidence), fresh: lastNightH !== null };
}
