import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean, sampleSd } from "@repo/core/stats";
import { type DayIndex, isFresh, readingsBetween } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

export type HrvTimeDomain = {
  readonly meanRrMs: number;
  readonly meanHrBpm: number;
  /** Root mean square of successive differences, ms. */
  readonly rmssdMs: number;
  /** Standard deviation (n − 1), ms. */
  readonly sdnnMs: number;
  /** Differences above 50 ms, percent of all differences. */
  readonly pnn50Pct: number;
};

/**
 * Heart-rate variability of a series of beat-to-beat intervals in ms, artefacts already removed.
 *
 * @returns unknown below three intervals, or for intervals no heart makes (outside 250–2,500 ms)
 * @see SOURCES.md [task-force-1996]
 */
export function hrvTimeDomain(
  rrMs: readonly number[],
): Estimate<HrvTimeDomain, "too-few-beats" | "not-beats"> {
  if (rrMs.length < 3) return notKnown("too-few-beats");
  if (!rrMs.every((interval) => interval >= 250 && interval <= 2_500)) return notKnown("not-beats");
  const differences = rrMs.slice(1).map((interval, index) => interval - (rrMs[index] as number));
  const meanRrMs = mean(rrMs) as number;
  return known({
    meanRrMs,
    meanHrBpm: mean(rrMs.map((interval) => 60_000 / interval)) as number,
    rmssdMs: Math.sqrt(mean(differences.map((difference) => difference ** 2)) as number),
    sdnnMs: sampleSd(rrMs) as number,
    pnn50Pct:
      (100 * differences.filter((difference) => Math.abs(difference) > 50).length) / differences.length,
  });
}

export type HrvBand = {
  /** Mean of ln rMSSD over the last seven days. */
  readonly weekMean: number;
  readonly low: number;
  readonly high: number;
  readonly readings: number;
  readonly baselineReadings: number;
  /** Coefficient of variation of the week's ln rMSSD, percent; null below two readings. */
  readonly weekCvPct: number | null;
};

const WEEK_READINGS = 3;
const BASELINE_DAYS = 60;
const BASELINE_READINGS = 14;
/** Half a standard deviation: the smallest change taken for worthwhile. */
const BAND_SD = 0.5;
/** A band narrower than this in ln rMSSD (about 3 %) is narrower than the sensor. */
const SMALLEST_SD = 0.03;

/**
 * Where the last week's mean of ln rMSSD lies against the athlete's own normal band: mean ± 0.5 SD of the 60 days
 * before that week. Single days are never judged.
 *
 * @returns unknown below three readings in the week, or below fourteen before it
 * @see SOURCES.md [plews-2013], [plews-2014] for the three readings, [vesterinen-2016] for the band
 */
export function hrvBand(
  index: DayIndex,
  today: number,
): Estimate<HrvBand, "too-few-this-week" | "too-short-baseline"> {
  const ln = (range: { from: number; to: number }) =>
    readingsBetween(index, range, (checkIn) => (checkIn.hrvRmssd ? Math.log(checkIn.hrvRmssd) : null));
  const week = ln({ from: today - 6, to: today }).map((reading) => reading.value);
  const before = ln({ from: today - 6 - BASELINE_DAYS, to: today - 7 }).map((reading) => reading.value);
  if (week.length < WEEK_READINGS) return notKnown("too-few-this-week");
  if (before.length < BASELINE_READINGS) return notKnown("too-short-baseline");
  const [weekMean, centre] = [mean(week) as number, mean(before) as number];
  const reach = BAND_SD * Math.max(SMALLEST_SD, sampleSd(before) ?? 0);
  const spread = sampleSd(week);
  return known({
    weekMean,
    low: centre - reach,
    high: centre + reach,
    readings: week.length,
    baselineReadings: before.length,
    weekCvPct: spread === null || weekMean === 0 ? null : (100 * spread) / weekMean,
  });
}

/** HRV as a signal: a week outside the band is adverse on either side, since overload may lower it and may raise it. */
export function hrvSignal(index: DayIndex, today: number): { signal: RecoverySignal; fresh: boolean } {
  const band = hrvBand(index, today);
  if (!band.known)
    return { signal: signal("hrv", "unknown", [row(`HRV: ${band.reason}`, null)]), fresh: false };
  const { weekMean, low, high, readings } = band.value;
  const state = weekMean < low || weekMean > high ? "adverse" : "good";
  const latest = readingsBetween(index, { from: today - 6, to: today }, (checkIn) => checkIn.hrvRmssd).at(-1);
  const evidence = [
    row("HRV (rMSSD), 7-day mean", Math.exp(weekMean), "ms", Math.exp(weekMean < low ? low : high)),
    row("readings this week", readings, null, WEEK_READINGS),
  ];
  return { signal: signal("hrv", state, evidence), fresh: isFresh(latest, today) };
}
