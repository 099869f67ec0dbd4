export type Cusum = {
  /** Cumulated excess above target + k, after each value, never below 0. */
  readonly high: number[];
  /** Cumulated shortfall below target − k. */
  readonly low: number[];
  /** Index of the first value at which either sum passed h; null when none did. */
  readonly firstSignal: number | null;
};

/**
 * Tabular CUSUM: small lasting shifts of a level, one value at a time.
 *
 * @param options.target usual level; @param options.k slack (half the shift worth finding); @param options.h decision
 *   limit (4–5 SD); @param options.reset start both sums again after a signal (false by default)
 * @see SOURCES.md [page-1954]
 */
export function cusum(
  series: readonly number[],
  options: { target: number; k: number; h: number; reset?: boolean },
): Cusum {
  const { target, k, h } = options;
  const result: { high: number[]; low: number[]; firstSignal: number | null } = {
    high: [],
    low: [],
    firstSignal: null,
  };
  let [high, low] = [0, 0];
  for (const [index, value] of series.entries()) {
    high = Math.max(0, high + value - target - k);
    low = Math.max(0, low + target - k - value);
    result.high.push(high);
    result.low.push(low);
    if (high <= h && low <= h) continue;
    result.firstSignal ??= index;
    if (options.reset) [high, low] = [0, 0];
  }
  return result;
}
