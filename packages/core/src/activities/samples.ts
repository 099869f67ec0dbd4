/**
 * Samples of one session as columns, all of one length; null means not recorded. `timeS` counts from the start and
 * grows; `distanceM` is cumulated.
 */
export type Samples = {
  readonly timeS: readonly number[];
  readonly distanceM?: readonly (number | null)[] | undefined;
  readonly speedMps?: readonly (number | null)[] | undefined;
  readonly altitudeM?: readonly (number | null)[] | undefined;
  readonly hrBpm?: readonly (number | null)[] | undefined;
};

/** Longest step between two samples that is still running; anything longer is a pause. Devices that save space write every 10–20 s. */
const LONGEST_STEP_S = 30;
/** Faster than any runner: a jump of the position, not a speed. */
const FASTEST_MPS = 11;
/** Slower is standing, and no part of the moving time. */
export const STANDING_MPS = 0.3;

/** One value for every second that was recorded, pauses left out. */
export type PerSecond = {
  readonly speedMps: Float64Array;
  /** NaN where the heart rate was not recorded. */
  readonly hrBpm: Float64Array;
  /** NaN where the altitude was not recorded. */
  readonly altitudeM: Float64Array;
};

/**
 * Samples at one value a second. Speed comes from the distance where there is one (it is what the device summed),
 * else from the recorded speed; jumps of the position become the speed before them.
 */
export function perSecond(samples: Samples): PerSecond {
  const [speeds, hearts, altitudes]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index + 1 < samples.timeS.length; index += 1) {
    const [start, end] = [samples.timeS[index] as number, samples.timeS[index + 1] as number];
    if (!(end > start) || end - start > LONGEST_STEP_S) continue;
    const speed = speedBetween(samples, index) ?? speeds.at(-1) ?? 0;
    for (let second = Math.ceil(start); second < end; second += 1) {
      speeds.push(speed > FASTEST_MPS ? (speeds.at(-1) ?? 0) : speed);
      hearts.push(samples.hrBpm?.[index + 1] ?? Number.NaN);
      altitudes.push(samples.altitudeM?.[index + 1] ?? Number.NaN);
    }
  }
  return {
    speedMps: Float64Array.from(speeds),
    hrBpm: Float64Array.from(hearts),
    altitudeM: Float64Array.from(altitudes),
  };
}

function speedBetween(samples: Samples, index: number): number | null {
  const [from, to] = [samples.distanceM?.[index] ?? null, samples.distanceM?.[index + 1] ?? null];
  const duration = (samples.timeS[index + 1] as number) - (samples.timeS[index] as number);
  if (from !== null && to !== null) return Math.max(0, (to - from) / duration);
  return samples.speedMps?.[index + 1] ?? samples.speedMps?.[index] ?? null;
}

/**
 * Mean of the `seconds` values around each value, NaN left out; NaN where all are.
 * Sliding sums over a series of any length: one pass.
 */
export function movingMean(values: Float64Array, seconds: number): Float64Array {
  const reach = Math.floor(seconds / 2);
  const sums = new Float64Array(values.length + 1);
  const counts = new Int32Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const missing = Number.isNaN(value);
    sums[index + 1] = (sums[index] as number) + (missing ? 0 : value);
    counts[index + 1] = (counts[index] as number) + (missing ? 0 : 1);
  }
  return values.map((_, index) => {
    const [from, to] = [Math.max(0, index - reach), Math.min(values.length, index + reach + 1)];
    const count = (counts[to] as number) - (counts[from] as number);
    return count === 0 ? Number.NaN : ((sums[to] as number) - (sums[from] as number)) / count;
  });
}
