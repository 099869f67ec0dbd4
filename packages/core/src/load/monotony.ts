import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { populationSd, sum } from "@repo/core/stats";

export type Monotony = {
  /** Mean of the daily loads over their population standard deviation; no unit. */
  readonly monotony: number;
  /** Load of the days together × monotony. */
  readonly strain: number;
  readonly weeklyLoad: number;
};

/**
 * Foster's monotony and strain of consecutive days (usually seven), rest days as 0. High when no day is easy.
 *
 * @param loads load a day in any one unit
 * @returns unknown for no days, no load, or identical days (their spread is zero: no number is honest there)
 * @throws {RangeError} on a negative or non-finite load
 * @see SOURCES.md [foster-1998]; the paper does not name the SD, this is the population one
 */
export function monotonyOf(
  loads: readonly number[],
): Estimate<Monotony, "no-days" | "no-load" | "identical-days"> {
  requireLoads(loads);
  if (loads.length === 0) return notKnown("no-days");
  const weeklyLoad = sum(loads);
  if (weeklyLoad === 0) return notKnown("no-load");
  if (loads.every((load) => load === loads[0])) return notKnown("identical-days");
  const sd = populationSd(loads) ?? 0;
  if (sd === 0) return notKnown("identical-days");
  const monotony = weeklyLoad / loads.length / sd;
  return known({ monotony, strain: weeklyLoad * monotony, weeklyLoad });
}

/** @throws {RangeError} on a negative or non-finite load: a bug upstream, not an athlete. */
export function requireLoads(loads: readonly number[]): void {
  if (!loads.every((load) => Number.isFinite(load) && load >= 0)) {
    throw new RangeError("a load must be a finite number ≥ 0");
  }
}
