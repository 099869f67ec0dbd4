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
/** A fortnight: no session is longer, and what a file made to fill the memory claims beyond it is left out. */
const MOST_S = 14 * 86_400;
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
  return perSecondOf(columnsOf(samples));
}

/** Samples as columns of plain numbers, which are read many times faster; NaN means not recorded, null a column that was not. */
export type SampleColumns = {
  readonly timeS: Float64Array;
  readonly distanceM: Float64Array | null;
  readonly speedMps: Float64Array | null;
  readonly altitudeM: Float64Array | null;
  readonly hrBpm: Float64Array | null;
};

function columnsOf({ timeS, distanceM, speedMps, altitudeM, hrBpm }: Samples): SampleColumns {
  const column = (values: readonly (number | null)[] | undefined) =>
    values ? Float64Array.from(values, (value) => value ?? Number.NaN) : null;
  return {
    timeS: Float64Array.from(timeS),
    distanceM: column(distanceM),
    speedMps: column(speedMps),
    altitudeM: column(altitudeM),
    hrBpm: column(hrBpm),
  };
}

/** {@link perSecond} of samples that are plain numbers already. */
export function perSecondOf(samples: SampleColumns): PerSecond {
  const { timeS, altitudeM: heights, hrBpm: beats } = samples;
  const count = secondsOf(timeS);
  const [speedMps, hrBpm, altitudeM] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ];
  let [at, last] = [0, 0];
  for (let index = 0; index + 1 < timeS.length; index += 1) {
    const start = timeS[index] as number;
    const end = timeS[index + 1] as number;
    if (!isRecorded(start, end)) continue;
    const known = speedBetween(samples, index);
    const said = Number.isNaN(known) ? last : known;
    const hr = beats === null ? Number.NaN : (beats[index + 1] as number);
    const altitude = heights === null ? Number.NaN : (heights[index + 1] as number);
    for (let second = Math.ceil(start); second < end && at < count; second += 1) {
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

function secondsOf(timeS: Float64Array): number {
  let count = 0;
  for (let index = 0; index + 1 < timeS.length; index += 1) {
    const start = timeS[index] as number;
    const end = timeS[index + 1] as number;
    if (isRecorded(start, end)) count += Math.max(0, Math.ceil(end) - Math.ceil(start));
  }
  return Math.min(count, MOST_S);
}

/** From the distance where both ends have one, else as it was recorded; NaN where neither is known. */
function speedBetween({ timeS, distanceM, speedMps }: SampleColumns, index: number): number {
  const covered = distanceM ? (distanceM[index + 1] as number) - (distanceM[index] as number) : Number.NaN;
  if (!Number.isNaN(covered))
    return Math.max(0, covered / ((timeS[index + 1] as number) - (timeS[index] as number)));
  if (speedMps === null) return Number.NaN;
  const after = speedMps[index + 1] as number;
  return Number.isNaN(after) ? (speedMps[index] as number) : after;
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
