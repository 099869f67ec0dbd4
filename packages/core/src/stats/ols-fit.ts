import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean } from "./mean.ts";

export type LinearFit = {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance of y that the line explains, 0 to 1; 1 for a constant y. */
  readonly r2: number;
  /** Standard errors; null for two points, which any line fits. */
  readonly slopeSe: number | null;
  readonly interceptSe: number | null;
  /** Standard deviation of the residuals (n − 2); null for two points. */
  readonly residualSd: number | null;
  readonly n: number;
};

/**
 * Ordinary least squares line y = intercept + slope · x.
 *
 * @returns unknown below two different x
 */
export function olsFit(points: readonly { x: number; y: number }[]): Estimate<LinearFit, "too-few-points"> {
  const n = points.length;
  const meanX = mean(points.map((point) => point.x)) ?? 0;
  const meanY = mean(points.map((point) => point.y)) ?? 0;
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const { x, y } of points) {
    sxx += (x - meanX) ** 2;
    sxy += (x - meanX) * (y - meanY);
    syy += (y - meanY) ** 2;
  }
  if (n < 2 || sxx === 0) return notKnown("too-few-points");
  const slope = sxy / sxx;
  const residue = Math.max(0, syy - slope * sxy);
  const residualSd = n > 2 ? Math.sqrt(residue / (n - 2)) : null;
  return known({
    slope,
    intercept: meanY - slope * meanX,
    r2: syy === 0 ? 1 : 1 - residue / syy,
    slopeSe: residualSd === null ? null : residualSd / Math.sqrt(sxx),
    interceptSe: residualSd === null ? null : residualSd * Math.sqrt(1 / n + meanX ** 2 / sxx),
    residualSd,
    n,
  });
}
