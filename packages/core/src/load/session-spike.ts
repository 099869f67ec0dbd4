import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { type Estimate, known, notKnown } from "@repo/core/estimate";

export type SpikeCategory = "reference" | "small" | "moderate" | "large";

export type SessionSpike = {
  readonly category: SpikeCategory;
  /** Distance of the session over the longest run of the 30 days before it. */
  readonly ratio: number;
  /** Hazard rate ratio of overuse injury that the study found for the category, with its 95 % interval. */
  readonly hazardRatio: number;
  readonly hazardInterval: readonly [number, number] | null;
};

const WINDOW_DAYS = 30;
const CATEGORIES = [
  { category: "reference", upTo: 1.1, hazardRatio: 1, hazardInterval: null },
  { category: "small", upTo: 1.3, hazardRatio: 1.64, hazardInterval: [1.31, 2.05] },
  { category: "moderate", upTo: 2, hazardRatio: 1.52, hazardInterval: [1.16, 2.0] },
  { category: "large", upTo: Number.POSITIVE_INFINITY, hazardRatio: 2.28, hazardInterval: [1.5, 3.48] },
] as const;

/**
 * The band a ratio of distances falls into. Observational: 5,205 runners, self-reported injuries.
 *
 * @returns unknown for a ratio that is not a finite number ≥ 0
 * @see SOURCES.md [frandsen-2025]
 */
export function spikeCategory(ratio: number): Estimate<SessionSpike, "no-ratio"> {
  if (!(Number.isFinite(ratio) && ratio >= 0)) return notKnown("no-ratio");
  // 11 km after 10 km is exactly the limit, whatever the binary fraction says.
  const band = CATEGORIES.find((row) => ratio <= row.upTo + 1e-9) ?? CATEGORIES[3];
  const { category, hazardRatio, hazardInterval } = band;
  return known({ category, ratio, hazardRatio, hazardInterval });
}

/**
 * Single-session spike: how much longer a day's longest run is than the longest of the 30 days before.
 *
 * @param runs distances in metres by day, in any order; several on a day are compared one by one, never added
 * @returns unknown without a run on the day, or without one in the 30 days before: then nothing is known to be safe
 * @see SOURCES.md [frandsen-2025]
 */
export function sessionSpike(
  runs: readonly { date: IsoDate; distanceM: number }[],
  date: IsoDate,
): Estimate<SessionSpike & { distanceM: number; longestM: number }, "no-run" | "no-history" | "no-ratio"> {
  const longestWithin = (from: number, to: number) =>
    runs.reduce((longest, run) => {
      const age = daysBetween(run.date, date);
      return age >= from && age <= to && run.distanceM > longest ? run.distanceM : longest;
    }, 0);
  const distanceM = longestWithin(0, 0);
  if (distanceM === 0) return notKnown("no-run");
  const longestM = longestWithin(1, WINDOW_DAYS);
  if (longestM === 0) return notKnown("no-history");
  const spike = spikeCategory(distanceM / longestM);
  return spike.known ? known({ ...spike.value, distanceM, longestM }) : spike;
}
