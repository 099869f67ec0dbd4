import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Time in three zones: below the first, between the two, above the second threshold. Any one unit, or shares. */
export type ThreeZones = { readonly z1: number; readonly z2: number; readonly z3: number };

/** Above this a distribution is called polarised. */
export const POLARISED_ABOVE = 2;

/**
 * Treff's polarisation index, log10(z1 / z2 · z3 · 100) of the shares of time. Whatever unit comes in is turned into
 * shares first: percents in place of shares would add 2.
 *
 * @returns 0 without time in zone 3; unknown for no time, without time in zone 1, or with more of zone 3 than of zone 1
 * @throws {RangeError} on negative or non-finite times
 * @see SOURCES.md [treff-2019]
 */
export function polarisationIndex(
  zones: ThreeZones,
): Estimate<number, "no-time" | "no-easy-time" | "more-hard-than-easy"> {
  const times = [zones.z1, zones.z2, zones.z3];
  if (!times.every((time) => Number.isFinite(time) && time >= 0))
    throw new RangeError("times are finite and ≥ 0");
  const total = zones.z1 + zones.z2 + zones.z3;
  if (total === 0) return notKnown("no-time");
  const [z1, z2, z3] = [zones.z1 / total, zones.z2 / total, zones.z3 / total];
  if (z3 > z1) return notKnown("more-hard-than-easy");
  if (z3 === 0) return known(0);
  if (z1 === 0) return notKnown("no-easy-time");
  const [middle, high] = z2 === 0 ? [0.01, z3 - 0.01] : [z2, z3];
  return high > 0 ? known(Math.log10((z1 / middle) * high * 100)) : known(0);
}
