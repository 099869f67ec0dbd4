/**
 * Cumulative distribution of the standard normal. Absolute error below 1e-15 in the middle, relative below 1e-13 in the tails.
 *
 * @see SOURCES.md [west-2005] for the rational approximation (after Hart 1968)
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-size * size) / 2);
  const tail =
    size < 7.07106781186547 ? density * hartRatio(size) : density / (continuedFraction(size) * SQRT_TWO_PI);
  return z > 0 ? 1 - tail : tail;
}

const SQRT_TWO_PI = 2.506628274631;
const NUMERATOR = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function hartRatio(size: number): number {
  const horner = (coefficients: readonly number[]) =>
    coefficients.reduce((total, coefficient) => total * size + coefficient, 0);
  return horner(NUMERATOR) / horner(DENOMINATOR);
}

function continuedFraction(size: number): number {
  return size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
}

/**
 * Quantile of the standard normal: the z below which `probability` lies.
 * A rational start (Acklam) refined by one Halley step to double precision.
 *
 * @returns −Infinity and Infinity at 0 and 1
 * @throws {RangeError} outside 0..1
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  if (probability === 0 || probability === 1) return probability === 0 ? -Infinity : Infinity;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const start = acklamLower(probability);
  const error = normalCdf(start) - probability;
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((start * start) / 2);
  return start - step / (1 + (start * step) / 2);
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

function acklamLower(probability: number): number {
  const horner = (coefficients: readonly number[], x: number) =>
    coefficients.reduce((total, coefficient) => total * x + coefficient, 0);
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return horner(C, q) / horner(D, q);
  }
  const q = probability - 0.5;
  return (q * horner(A, q * q)) / horner(B, q * q);
}
