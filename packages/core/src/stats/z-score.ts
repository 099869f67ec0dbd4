import { mean } from "./mean.ts";
import { sampleSd } from "./standard-deviation.ts";

/**
 * How many sample standard deviations a value lies above the mean of a baseline.
 *
 * @param options.sdFloor smallest SD to divide by, so that a very steady baseline does not turn noise into alarms
 * @returns null with fewer than two baseline values, or a zero SD without a floor
 */
export function zScore(
  value: number,
  baseline: readonly number[],
  options: { sdFloor?: number } = {},
): number | null {
  const [centre, sd] = [mean(baseline), sampleSd(baseline)];
  if (centre === null || sd === null) return null;
  const divisor = Math.max(sd, options.sdFloor ?? 0);
  return divisor > 0 ? (value - centre) / divisor : null;
}
