import type { Sex } from "@repo/core/athlete";
import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Coefficients of the exponential weight a · e^(b · x) of a heart-rate reserve fraction x. */
export type TrimpCoefficients = { readonly a: number; readonly b: number };

/**
 * Published coefficients. Several programs use a = 0.64 for women too: pass coefficients to compare with those.
 * Where the sex is not recorded, the mean of the two, so that nobody's is guessed.
 *
 * @see SOURCES.md [banister-1991], [morton-1990], [green-1983]
 */
export function trimpCoefficients(sex: Sex | null): TrimpCoefficients {
  if (sex === "male") return { a: 0.64, b: 1.92 };
  if (sex === "female") return { a: 0.86, b: 1.67 };
  return { a: 0.75, b: 1.795 };
}

/** A stretch at one heart-rate reserve fraction: 0 at rest, 1 at the maximum. */
export type ReserveStretch = { readonly durationS: number; readonly reserveFraction: number };

/**
 * Banister's training impulse: Σ minutes · x · a · e^(b · x). One stretch a sample where samples exist: a mean heart
 * rate understates intervals. x is held between 0 and 1.
 *
 * @returns 0 for no time or no effort, in arbitrary units
 * @throws {RangeError} on a negative or non-finite duration or fraction
 * @see SOURCES.md [banister-1991]
 */
export function trimpBanister(stretches: readonly ReserveStretch[], coefficients: TrimpCoefficients): number {
  let total = 0;
  for (const { durationS, reserveFraction } of stretches) {
    if (!(Number.isFinite(durationS) && durationS >= 0 && Number.isFinite(reserveFraction))) {
      throw new RangeError("a stretch needs a duration ≥ 0 and a finite reserve fraction");
    }
    const x = Math.min(1, Math.max(0, reserveFraction));
    total += (durationS / 60) * x * coefficients.a * Math.exp(coefficients.b * x);
  }
  return total;
}

/**
 * Edwards' summated zones: minutes in 50–60, 60–70, 70–80, 80–90 and 90–100 % of maximum heart rate, times 1 to 5.
 *
 * @throws {RangeError} unless five finite minutes ≥ 0 are given
 * @see SOURCES.md [edwards-1993]
 */
export function trimpEdwards(minutesInZone: readonly number[]): number {
  return weighted(minutesInZone, 5);
}

/**
 * Lucía's training impulse: minutes below, between and above the two thresholds, times 1, 2 and 3.
 *
 * @throws {RangeError} unless three finite minutes ≥ 0 are given
 * @see SOURCES.md [lucia-2003]
 */
export function trimpLucia(minutesInZone: readonly number[]): number {
  return weighted(minutesInZone, 3);
}

function weighted(minutes: readonly number[], zones: number): number {
  if (minutes.length !== zones || !minutes.every((value) => Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`minutes in ${zones} zones are needed, each 0 or more`);
  }
  return minutes.reduce((total, value, index) => total + value * (index + 1), 0);
}

/** Minutes of a heart-rate series (one value a second, NaN missing) in Edwards' five zones. */
export function edwardsMinutes(hrBpm: ArrayLike<number>, maxHr: number): number[] {
  return minutesBetween(
    hrBpm,
    [0.5, 0.6, 0.7, 0.8, 0.9].map((share) => share * maxHr),
  ).slice(1);
}

/** Minutes of a heart-rate series below, between and above two thresholds. */
export function luciaMinutes(hrBpm: ArrayLike<number>, lowerHr: number, upperHr: number): number[] {
  return minutesBetween(hrBpm, [lowerHr, upperHr]);
}

function minutesBetween(hrBpm: ArrayLike<number>, bounds: readonly number[]): number[] {
  const seconds = new Array<number>(bounds.length + 1).fill(0);
  for (let index = 0; index < hrBpm.length; index += 1) {
    const beat = hrBpm[index] as number;
    if (!(beat > 0)) continue;
    const zone = bounds.filter((bound) => beat >= bound).length;
    seconds[zone] = (seconds[zone] as number) + 1;
  }
  return seconds.map((count) => count / 60);
}

/** Heart rates that a load from heart rate needs, beats a minute. */
export type HeartRateLimits = {
  readonly restingHr: number;
  readonly maxHr: number;
  readonly thresholdHr: number;
  readonly sex: Sex | null;
};

/** A reserve smaller than this is a typing error, not a heart. */
const SMALLEST_RESERVE_BPM = 40;

/** Share of the heart-rate reserve that a heart rate uses; below 0 and above 1 are possible. */
export function reserveFraction(hrBpm: number, limits: Pick<HeartRateLimits, "restingHr" | "maxHr">): number {
  return (hrBpm - limits.restingHr) / (limits.maxHr - limits.restingHr);
}

/**
 * Heart-rate stress: a training impulse as a share of one hour at threshold heart rate; 100 is that hour.
 *
 * @param trimp from {@link trimpBanister} with the same coefficients
 * @returns unknown when resting, threshold and maximum are not in order, or the reserve is below 40
 * @see SOURCES.md [elevate]
 */
export function hrStress(
  trimp: number,
  limits: HeartRateLimits,
  coefficients: TrimpCoefficients = trimpCoefficients(limits.sex),
): Estimate<number, "bad-heart-rates"> {
  const { restingHr, maxHr, thresholdHr } = limits;
  const ordered = restingHr < thresholdHr && thresholdHr <= maxHr;
  if (!ordered || maxHr - restingHr < SMALLEST_RESERVE_BPM) return notKnown("bad-heart-rates");
  const hour = { durationS: 3600, reserveFraction: reserveFraction(thresholdHr, limits) };
  return known((100 * trimp) / trimpBanister([hour], coefficients));
}
