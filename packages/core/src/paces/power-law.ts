import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Riegel's exponent for running. SOURCES.md [riegel-1981] */
export const RIEGEL_EXPONENT = 1.06;
/** Personal exponents outside these come from two results that do not belong together. [house] */
const PERSONAL_EXPONENT_MIN = 1.02;
const PERSONAL_EXPONENT_MAX = 1.2;

type Performance = { distanceM: number; timeS: number };
type NotAResult = "not-a-result";

/**
 * Riegel's power law T₂ = T₁ (D₂/D₁)^b. Metres and seconds; b 1.06 unless a personal one is given. Calibrated from
 * 3.5 to 230 min; too fast for the marathon in half of recreational runners. SOURCES.md [riegel-1981] [vickers-2016]
 */
export function riegelTime(
  from: Performance,
  distanceM: number,
  exponent: number = RIEGEL_EXPONENT,
): Estimate<number, NotAResult> {
  if (!isPerformance(from) || !isPositive(distanceM) || !isPositive(exponent))
    return notKnown("not-a-result");
  return finite(from.timeS * (distanceM / from.distanceM) ** exponent);
}

/**
 * A runner's own exponent from two results at distances at least 1.5 times apart: ln(T₂/T₁)/ln(D₂/D₁). Unknown when the
 * distances are too close or the exponent falls outside 1.02–1.20. SOURCES.md [riegel-1981]
 */
export function personalExponent(
  first: Performance,
  second: Performance,
): Estimate<number, NotAResult | "distances-too-close" | "implausible-exponent"> {
  if (!isPerformance(first) || !isPerformance(second)) return notKnown("not-a-result");
  const ratio = second.distanceM / first.distanceM;
  if (Math.max(ratio, 1 / ratio) < 1.5) return notKnown("distances-too-close");
  const exponent = Math.log(second.timeS / first.timeS) / Math.log(ratio);
  const plausible = exponent >= PERSONAL_EXPONENT_MIN && exponent <= PERSONAL_EXPONENT_MAX;
  return plausible ? known(exponent) : notKnown("implausible-exponent");
}

/** Cameron's prediction from metres and seconds: T₁ (D₂/D₁) f(D₁)/f(D₂). SOURCES.md [cameron-1998] */
export function cameronTime(from: Performance, distanceM: number): Estimate<number, NotAResult> {
  if (!isPerformance(from) || !isPositive(distanceM)) return notKnown("not-a-result");
  const [here, there] = [cameronFactor(from.distanceM), cameronFactor(distanceM)];
  // The factor falls below zero beyond 444 km: nothing the formula was made for.
  if (!(here > 0 && there > 0)) return notKnown("not-a-result");
  return finite(from.timeS * (distanceM / from.distanceM) * (here / there));
}

function cameronFactor(distanceM: number): number {
  return 13.49681 - 0.000030363 * distanceM + 835.7114 / distanceM ** 0.7905;
}

function finite(timeS: number): Estimate<number, NotAResult> {
  return Number.isFinite(timeS) && timeS > 0 ? known(timeS) : notKnown("not-a-result");
}

function isPerformance(performance: Performance): boolean {
  return isPositive(performance.distanceM) && isPositive(performance.timeS);
}

function isPositive(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}
