import { normalQuantile } from "./normal-distribution.ts";

/**
 * Smallest difference between two measurements that is not just noise: z · √2 · typical error.
 *
 * @param typicalError SD of repeated measurements, any unit (or a CV in percent); the answer has the same unit
 * @param options.confidence two-sided, 0.95 by default
 * @throws {RangeError} unless the typical error is ≥ 0 and the confidence lies between 0 and 1
 * @see SOURCES.md [hopkins-2000], [weir-2005]
 */
export function minimalDetectableChange(typicalError: number, options: { confidence?: number } = {}): number {
  const confidence = options.confidence ?? 0.95;
  if (!(Number.isFinite(typicalError) && typicalError >= 0)) throw new RangeError("a typical error is ≥ 0");
  if (!(confidence > 0 && confidence < 1)) throw new RangeError("a confidence lies between 0 and 1");
  return normalQuantile((1 + confidence) / 2) * Math.SQRT2 * typicalError;
}
