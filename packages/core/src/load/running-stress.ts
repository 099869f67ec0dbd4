import { movingMean } from "@repo/core/activities";
import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** A stretch at one flat-equivalent speed. */
export type SpeedStretch = { readonly durationS: number; readonly speedMps: number };

export type RunningStress = {
  /** 100 is one hour at threshold speed. */
  readonly stress: number;
  /** Effective speed over threshold speed. */
  readonly intensity: number;
};

/**
 * Running stress: 100 · hours · intensity². Over several stretches the effective speed is the fourth-power mean, as in
 * the published running models: what is hard counts more than its share of the time, so an interval session does not
 * score like an easy run of the same average pace. Standing still counts as no load.
 *
 * @param stretches moving time at flat-equivalent speed, one a lap
 * @param thresholdSpeedMps speed one could hold for about an hour
 * @returns unknown without a positive threshold speed
 * @throws {RangeError} on a negative or non-finite duration or speed
 * @see SOURCES.md [skiba-2006] for the fourth power, [elevate] for the constant-speed form
 */
export function runningStress(
  stretches: readonly SpeedStretch[],
  thresholdSpeedMps: number | null,
): Estimate<RunningStress, "no-threshold-speed"> {
  if (thresholdSpeedMps === null || !(thresholdSpeedMps > 0)) return notKnown("no-threshold-speed");
  let [seconds, powers] = [0, 0];
  for (const { durationS, speedMps } of stretches) {
    if (!(Number.isFinite(durationS) && durationS >= 0 && Number.isFinite(speedMps) && speedMps >= 0)) {
      throw new RangeError("a stretch needs a duration and a speed of 0 or more");
    }
    if (speedMps === 0) continue;
    seconds += durationS;
    powers += durationS * (speedMps / thresholdSpeedMps) ** 4;
  }
  return known(stressOf(seconds, seconds > 0 ? (powers / seconds) ** 0.25 : 0));
}

/** The same of a recorded track, whose speeds were averaged over 30 s. See {@link runningStress}. */
export function recordedStress(
  { movingS, fourthPowers }: { movingS: number; fourthPowers: number },
  thresholdSpeedMps: number,
): RunningStress {
  return stressOf(movingS, movingS > 0 ? (fourthPowers / movingS) ** 0.25 / thresholdSpeedMps : 0);
}

function stressOf(movingS: number, intensity: number): RunningStress {
  return { stress: (movingS / 36) * intensity * intensity, intensity };
}

/** Window over which the body averages speed before it costs: half a minute. */
const ROLLING_S = 30;

/** The speed of every second, averaged over 30 s so that GPS noise is not effort. */
export function rollingSpeeds(speedMps: Float64Array): Float64Array {
  return movingMean(speedMps, ROLLING_S);
}
