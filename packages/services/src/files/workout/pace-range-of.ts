import type { Target } from "@repo/core/workouts";

/**
 * Two speeds in m/s, in any order, as a range of pace to a hundredth of a second: finer than a file keeps, and still
 * readable. Null for speeds nobody runs at.
 */
export function paceRangeOf(firstMps: number, secondMps: number): Target | null {
  const [slow, fast] = [Math.min(firstMps, secondMps), Math.max(firstMps, secondMps)];
  const [fastSPerKm, slowSPerKm] = [paceOf(fast), paceOf(slow)];
  const usable = fastSPerKm >= 60 && slowSPerKm <= 3600;
  return usable ? { kind: "pace-range", fastSPerKm, slowSPerKm } : null;
}

function paceOf(speedMps: number): number {
  return Math.round(100_000 / speedMps) / 100;
}
