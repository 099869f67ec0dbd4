import { gradedSeries, perSecondOf, type SampleColumns } from "@repo/core/activities";
import { rollingSpeeds } from "./running-stress.ts";

/**
 * What a load needs of a recorded track, whatever the thresholds are: a few sums instead of thousands of samples. They
 * are taken once, when the recording comes, and kept beside it.
 */
export type RecordedEffort = {
  /** Recorded time, pauses left out. */
  readonly recordedS: number;
  /** Whether any second of it had a speed. */
  readonly moved: boolean;
  /** Time in which the flat-equivalent speed, averaged over 30 s, was not 0. */
  readonly movingS: number;
  /** Sum over those seconds of that speed to the fourth power, (m/s)⁴ · s. */
  readonly fourthPowers: number;
  /** Seconds at each heart rate, slowest first: whole beats a minute and seconds by turns. */
  readonly secondsAtHr: readonly number[];
};

/**
 * The sums of a track.
 *
 * @param altitude `barometric` where slopes can be trusted; a satellite's height alone would invent hills
 */
export function recordedEffort(samples: SampleColumns, altitude: "barometric" | "gps"): RecordedEffort {
  const seconds = perSecondOf(samples);
  const graded = altitude === "barometric" ? gradedSeries(seconds) : seconds.speedMps;
  let [movingS, fourthPowers] = [0, 0];
  for (const speedMps of rollingSpeeds(graded)) {
    if (!(speedMps > 0)) continue;
    movingS += 1;
    const square = speedMps * speedMps;
    fourthPowers += square * square;
  }
  return {
    recordedS: graded.length,
    moved: graded.some((speedMps) => speedMps > 0),
    movingS,
    fourthPowers,
    secondsAtHr: secondsAtHr(seconds.hrBpm),
  };
}

/** Above this nothing was measured of a heart. */
const FASTEST_HEART_BPM = 400;

function secondsAtHr(hrBpm: Float64Array): number[] {
  const counts = new Uint32Array(FASTEST_HEART_BPM + 1);
  for (const beat of hrBpm) {
    const whole = Math.round(beat);
    if (whole >= 0 && whole <= FASTEST_HEART_BPM) counts[whole] = (counts[whole] as number) + 1;
  }
  const pairs: number[] = [];
  for (const [beat, seconds] of counts.entries()) if (seconds > 0) pairs.push(beat, seconds);
  return pairs;
}
