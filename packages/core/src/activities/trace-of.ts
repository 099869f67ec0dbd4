import { perSecond, type Samples } from "./samples.ts";

/** One step of a recording as a curve is drawn from it; null where a measure was not recorded. */
export type TracePoint = {
  /** Seconds of recorded time since the start, pauses left out. */
  atS: number;
  speedMps: number | null;
  hrBpm: number | null;
  altitudeM: number | null;
};

const LEAST_STEP_S = 5;

/**
 * A recording in at most `most` equal steps, each with the means of its seconds: what a curve of pace and heart rate is
 * drawn from. Empty where nothing was recorded; a measure that the recording does not hold is null throughout.
 */
export function traceOf(samples: Samples, most = 240): TracePoint[] {
  const { speedMps, hrBpm, altitudeM } = perSecond(samples);
  const hasSpeed = samples.distanceM?.some(isKnown) || samples.speedMps?.some(isKnown);
  const stepS = Math.max(LEAST_STEP_S, Math.ceil(speedMps.length / most));
  const points: TracePoint[] = [];
  for (let from = 0; from < speedMps.length; from += stepS) {
    const to = Math.min(from + stepS, speedMps.length);
    points.push({
      atS: from,
      speedMps: hasSpeed ? meanOf(speedMps.subarray(from, to)) : null,
      hrBpm: meanOf(hrBpm.subarray(from, to)),
      altitudeM: meanOf(altitudeM.subarray(from, to)),
    });
  }
  return points;
}

function isKnown(value: number | null): boolean {
  return value !== null;
}

function meanOf(values: Float64Array): number | null {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
