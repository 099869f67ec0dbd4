import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** A smaller reserve comes from a wrong maximum or resting heart rate. [house] */
const SMALLEST_RESERVE_BPM = 40;

type ReserveReason = "not-heart-rates" | "reserve-too-small";

/** Karvonen's target: rest + fraction × (max − rest), beats a minute. Unknown when max − rest < 40. [karvonen-1957] */
export function hrAtReserve(
  heart: { restingHr: number; maxHr: number },
  fraction: number,
): Estimate<number, ReserveReason> {
  const fault = faultOf(heart);
  if (fault) return notKnown(fault);
  if (!Number.isFinite(fraction)) return notKnown("not-heart-rates");
  return known(heart.restingHr + Math.max(0, fraction) * (heart.maxHr - heart.restingHr));
}

/**
 * Share of heart-rate reserve at a heart rate (beats a minute): 0 at or below rest. Above maximum it exceeds 1, which
 * says that the maximum is too low. Unknown when max − rest < 40. SOURCES.md [karvonen-1957]
 */
export function reserveFraction(
  heart: { restingHr: number; maxHr: number },
  hrBpm: number,
): Estimate<number, ReserveReason> {
  const fault = faultOf(heart);
  if (fault) return notKnown(fault);
  if (!(hrBpm > 0) || !Number.isFinite(hrBpm)) return notKnown("not-heart-rates");
  return known(Math.max(0, (hrBpm - heart.restingHr) / (heart.maxHr - heart.restingHr)));
}

function faultOf({ restingHr, maxHr }: { restingHr: number; maxHr: number }): ReserveReason | null {
  if (!(restingHr > 0 && maxHr > 0) || !Number.isFinite(restingHr) || !Number.isFinite(maxHr)) {
    return "not-heart-rates";
  }
  return maxHr - restingHr < SMALLEST_RESERVE_BPM ? "reserve-too-small" : null;
}
