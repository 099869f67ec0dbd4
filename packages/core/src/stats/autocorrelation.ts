import { mean } from "./mean.ts";

/**
 * Autocorrelation of a series at lags 0 to `maxLag` (the biased estimator, divided by n).
 * A constant series has no autocorrelation: 0 beyond lag 0.
 */
export function autocorrelation(values: readonly number[], maxLag: number): number[] {
  const centre = mean(values) ?? 0;
  const deviations = values.map((value) => value - centre);
  const at = (lag: number) => {
    let total = 0;
    for (let i = lag; i < deviations.length; i += 1) {
      total += (deviations[i] as number) * (deviations[i - lag] as number);
    }
    return total;
  };
  const variance = at(0);
  return Array.from({ length: maxLag + 1 }, (_, lag) =>
    lag === 0 ? 1 : variance === 0 ? 0 : at(lag) / variance,
  );
}
