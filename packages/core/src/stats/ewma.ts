/**
 * How a time constant of N days becomes the weight of a new day:
 * `exp` 1 − e^(−1/N), `inverse_tau` 1/N, `ema_span` 2/(N + 1). They differ: store the name with the series.
 */
export const EWMA_CONVENTIONS = ["exp", "inverse_tau", "ema_span"] as const;
export type EwmaConvention = (typeof EWMA_CONVENTIONS)[number];

/**
 * Weight of a new value.
 *
 * @param tau days; @throws {RangeError} unless finite and at least 1
 * @see SOURCES.md [busso-2003] for the exponential form, [williams-2017] for the span form
 */
export function ewmaWeight(convention: EwmaConvention, tau: number): number {
  if (!(Number.isFinite(tau) && tau >= 1))
    throw new RangeError(`a time constant must be at least 1, not ${tau}`);
  if (convention === "exp") return 1 - Math.exp(-1 / tau);
  return convention === "inverse_tau" ? 1 / tau : 2 / (tau + 1);
}

/** Exponentially weighted mean after each value: y = y + weight · (x − y), from `start` (default 0). */
export function ewma(values: readonly number[], weight: number, start = 0): number[] {
  let level = start;
  return values.map((value) => {
    level = ewmaStep(level, value, weight);
    return level;
  });
}

/** One step of {@link ewma}; the only place where the recursion is written, so batch and incremental agree bit for bit. */
export function ewmaStep(level: number, value: number, weight: number): number {
  return level + weight * (value - level);
}
