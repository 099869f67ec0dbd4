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
  const count = secondsOf(samples.timeS);
  const [speedMps, hrBpm, altitudeM] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ];
  let [at, last] = [0, 0];
  for (let index = 0; index + 1 < samples.timeS.length; index += 1) {
    const [start, end] = [samples.timeS[index] as number, samples.timeS[index + 1] as number];
    if (!isRecorded(start, end)) continue;
    const said = speedBetween(samples, index) ?? last;
    const hr = samples.hrBpm?.[index + 1] ?? Number.NaN;
    const altitude = samples.altitudeM?.[index + 1] ?? Number.NaN;
    for (let second = Math.ceil(start); second < end; second += 1) {
      last = said > FASTEST_MPS ? last : said;
      speedMps[at] = last;
      hrBpm[at] = hr;
      altitudeM[at] = altitude;
      at += 1;
    }
  }
  return { speedMps, hrBpm, altitudeM };
}

function isRecorded(start: number, end: number): boolean {
  return end > start && end - start <= LONGEST_STEP_S;
}

function secondsOf(timeS: readonly number[]): number {
  let count = 0;
  for (let index = 0; index + 1 < timeS.length; index += 1) {
    const [start, end] = [timeS[index] as number, timeS[index + 1] as number];
    if (isRecorded(start, end)) count += Math.max(0, Math.ceil(end) - Math.ceil(start));
  }
  return count;
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
  const means = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const from = Math.max(0, index - reach);
    const to = Math.min(values.length, index + reach + 1);
    const count = (counts[to] as number) - (counts[from] as number);
    means[index] = count === 0 ? Number.NaN : ((sums[to] as number) - (sums[from] as number)) / count;
  }
  return means;
}
