import { type Estimate, known, notKnown } from "@repo/core/estimate";

/**
 * Fraction of maximum heart rate at a fraction of the speed at VO₂max: 0.68725 ln(x) + 1.00466, within 1.25 points of
 * the published table from 59 % to 100 %. Unknown outside 0.5–1.05. SOURCES.md [daniels-2014] [runalyze]
 */
export function hrFractionAtSpeedFraction(speedFraction: number): Estimate<number, "outside-table"> {
  if (!(speedFraction >= 0.5 && speedFraction <= 1.05)) return notKnown("outside-table");
  return known(Math.min(1, 0.68725 * Math.log(speedFraction) + 1.00466));
}

/** The inverse: fraction of the speed at VO₂max at a fraction of maximum heart rate. Unknown outside 0.53–1. */
export function speedFractionAtHrFraction(hrFraction: number): Estimate<number, "outside-table"> {
  if (!(hrFraction >= 0.53 && hrFraction <= 1)) return notKnown("outside-table");
  return known(Math.exp((hrFraction - 1.00466) / 0.68725));
}
