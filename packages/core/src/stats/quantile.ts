/**
 * Quantile by linear interpolation between order statistics (the default of R, type 7, and of NumPy).
 *
 * @param fraction 0 (lowest) to 1 (highest); values outside are clamped
 * @returns null for no values
 */
export function quantile(values: readonly number[], fraction: number): number | null {
  return sortedQuantile(ascending(values), fraction);
}

/** {@link quantile} of values that are already in ascending order. */
export function sortedQuantile(sorted: ArrayLike<number>, fraction: number): number | null {
  if (sorted.length === 0) return null;
  const position = Math.min(1, Math.max(0, fraction)) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

/** Middle value, the mean of the two middle ones for an even count; null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Median absolute deviation from the median, unscaled (× 1.4826 estimates a normal SD); null for no values. */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const centre = median(values);
  if (centre === null) return null;
  return median(values.map((value) => Math.abs(value - centre)));
}

/** Up to so many values are sorted faster by insertion than by the engine, which calls out for each pair. */
const FEW = 24;

function ascending(values: readonly number[]): ArrayLike<number> {
  if (values.length > FEW) return Float64Array.from(values).sort();
  const sorted = values.slice();
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at] as number;
    let to = at;
    while (to > 0 && (sorted[to - 1] as number) > value) {
      sorted[to] = sorted[to - 1] as number;
      to -= 1;
    }
    sorted[to] = value;
  }
  return sorted;
}
