import { mean } from "./mean.ts";

/** Population standard deviation (divides by n): of a whole week of loads, say. Null for no values. */
export function populationSd(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.sqrt(squaredDeviations(values) / values.length);
}

/** Sample standard deviation (divides by n − 1): an estimate of the spread behind some readings. Null below two values. */
export function sampleSd(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.sqrt(squaredDeviations(values) / (values.length - 1));
}

/** Sum of squared deviations from the mean, in two passes so that a large mean costs no digits. */
function squaredDeviations(values: readonly number[]): number {
  const centre = mean(values) ?? 0;
  let total = 0;
  for (const value of values) total += (value - centre) ** 2;
  return total;
}
