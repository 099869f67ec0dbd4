import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { median } from "@repo/core/stats";

/** Loads of one session by two methods, both on their own scale. */
export type LoadPair = { readonly reference: number; readonly other: number };

/** Sessions that two methods must share before one is put on the other's scale. */
export const CALIBRATION_SESSIONS = 20;
/** A ratio outside this is a wrong threshold, not a difference of scales. */
const PLAUSIBLE = [0.25, 4] as const;

/**
 * Factor that puts one method's loads on another's scale for one athlete: the ratio of the medians.
 * Methods correlate but are not interchangeable; a series never mixes them without this.
 *
 * @returns unknown below 20 sessions that have both, or for a ratio outside 0.25–4 of what the scales expect
 * @see SOURCES.md [foster-2001] (Table 4: session-RPE exceeds summated zones by about a fifth)
 */
export function calibrate(
  pairs: readonly LoadPair[],
  expected = 1,
): Estimate<number, "too-few-sessions" | "implausible-ratio"> {
  const usable = pairs.filter((pair) => pair.reference > 0 && pair.other > 0);
  if (usable.length < CALIBRATION_SESSIONS) return notKnown("too-few-sessions");
  const reference = median(usable.map((pair) => pair.reference)) as number;
  const ratio = reference / (median(usable.map((pair) => pair.other)) as number);
  const plausible = ratio >= PLAUSIBLE[0] * expected && ratio <= PLAUSIBLE[1] * expected;
  return plausible ? known(ratio) : notKnown("implausible-ratio");
}

/** An athlete's factors onto the scale of running stress; null while not calibrated. */
export type LoadCalibration = {
  readonly hrFactor: number | null;
  readonly rpeFactor: number | null;
  /** Sessions that have both, so far. */
  readonly hrSessions: number;
  readonly rpeSessions: number;
};

/** Nothing calibrated yet: heart-rate stress counts as it is, session-RPE at the default unit, and both say so. */
export const UNCALIBRATED: LoadCalibration = {
  hrFactor: null,
  rpeFactor: null,
  hrSessions: 0,
  rpeSessions: 0,
};
