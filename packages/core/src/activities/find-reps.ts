import { median } from "@repo/core/stats";
import { movingMean, perSecond, type Samples } from "./samples.ts";
import type { Activity, Lap } from "./schema.ts";

/** One repetition, in order; `restS` is what followed it until the next one, null after the last or where not known. */
export type Rep = {
  readonly durationS: number;
  readonly distanceM: number;
  readonly speedMps: number;
  readonly avgHrBpm: number | null;
  readonly restS: number | null;
};

/** Work must be this much faster than what lies between, or it is one run with hills and lights. */
const CONTRAST = 1.12;
const FEWEST_REPS = 3;

/**
 * The repetitions of a session, from its laps: those marked as work, or else the fast ones of laps that alternate.
 * Kilometre laps that a watch made by itself are not repetitions, and a mark that every lap carries says nothing.
 *
 * @returns [] where none can be told
 */
export function findReps(laps: Activity["laps"]): Rep[] {
  const usable = (laps ?? []).filter((lap) => (lap.durationS ?? 0) > 0);
  const marked = usable.filter((lap) => lap.kind === "work" && (lap.distanceM ?? 0) > 0);
  const tells = marked.length < usable.length;
  if (marked.length >= 2 && tells)
    return repsOf(usable, (lap) => lap.kind === "work" && (lap.distanceM ?? 0) > 0);
  // A lap without a distance among laps that have one was stood, not run.
  const measured = usable.filter((lap) => (lap.distanceM ?? 0) > 0).length;
  if (usable.length < 2 * FEWEST_REPS - 1 || measured < usable.length / 2) return [];
  const split = splitBySpeed(usable.map(speedOf));
  return split === null ? [] : alternating(usable, split);
}

function speedOf(lap: Lap): number {
  return (lap.distanceM ?? 0) / (lap.durationS ?? 1);
}

/** Fast laps that are kept apart by slow ones, all of one order of length. */
function alternating(laps: readonly Lap[], split: number): Rep[] {
  const isFast = (lap: Lap) => speedOf(lap) >= split;
  const fast = laps.filter(isFast);
  if (fast.length < FEWEST_REPS) return [];
  const neighbours = laps.filter(
    (lap, index) => index > 0 && isFast(lap) && isFast(laps[index - 1] as Lap),
  ).length;
  if (neighbours > fast.length / 4) return [];
  return repsOf(laps, isFast);
}

function repsOf(laps: readonly Lap[], isWork: (lap: Lap) => boolean): Rep[] {
  const reps: Rep[] = [];
  let rest = 0;
  for (const lap of laps) {
    if (!isWork(lap)) {
      rest += lap.durationS ?? 0;
      continue;
    }
    const last = reps.at(-1);
    if (last) reps[reps.length - 1] = { ...last, restS: rest > 0 ? rest : null };
    rest = 0;
    const [durationS, distanceM] = [lap.durationS ?? 0, lap.distanceM ?? 0];
    reps.push({
      durationS,
      distanceM,
      speedMps: distanceM / durationS,
      avgHrBpm: lap.avgHr ?? null,
      restS: null,
    });
  }
  return reps;
}

/**
 * The speed between the slow and the fast of a list, where the two groups are as far apart as can be; null when they
 * are not clearly two.
 */
function splitBySpeed(speeds: readonly number[]): number | null {
  const sorted = [...speeds].sort((a, b) => a - b);
  let best: { score: number; split: number; contrast: number } | null = null;
  for (let at = 1; at < sorted.length; at += 1) {
    const [low, high] = [average(sorted.slice(0, at)), average(sorted.slice(at))];
    const score = at * (sorted.length - at) * (high - low) ** 2;
    const split = ((sorted[at - 1] as number) + (sorted[at] as number)) / 2;
    if (best === null || score > best.score) best = { score, split, contrast: high / Math.max(low, 0.1) };
  }
  return best !== null && best.contrast >= CONTRAST ? best.split : null;
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Seconds over which the track's speed is smoothed before reading it. */
const SMOOTH_S = 11;
const SHORTEST_REP_S = 15;
/** A shorter dip between two long stretches is a corner or a lost satellite; between two short ones it is a rest. */
const SHORTEST_REST_S = 18;

/**
 * The repetitions of a session recorded without laps, from its track: stretches clearly faster than what lies between.
 * The limit between the two speeds is the one that separates them best; a stretch must last 15 s, a rest 18 s or half of the
 * stretches beside it.
 *
 * @returns [] where the speeds are not clearly two, or fewer than three stretches are fast
 */
export function findRepsInSamples(samples: Samples): Rep[] {
  const series = perSecond(samples);
  if (series.speedMps.length < 300) return [];
  const smooth = movingMean(series.speedMps, SMOOTH_S);
  const split = separatingSpeed(smooth);
  if (split === null) return [];
  const runs = withoutBlips(runLengths(smooth, split.between), smooth, split);
  const reps = runs.filter((run) => run.fast);
  if (reps.length < FEWEST_REPS) return [];
  return reps.map((run, index) => repOf(series, run, reps[index + 1]));
}

type Run = { fast: boolean; start: number; end: number };
/** The limit between the two speeds of a session, and the mean of each. */
type Split = { between: number; slow: number; fast: number };

function repOf(
  series: { speedMps: Float64Array; hrBpm: Float64Array },
  run: Run,
  next: Run | undefined,
): Rep {
  const durationS = run.end - run.start;
  const distanceM = series.speedMps.slice(run.start, run.end).reduce((total, speed) => total + speed, 0);
  const hearts = series.hrBpm.slice(run.start, run.end).filter((beat) => beat > 0);
  return {
    durationS,
    distanceM,
    speedMps: distanceM / durationS,
    avgHrBpm: hearts.length > durationS / 2 ? average([...hearts]) : null,
    restS: next ? next.start - run.end : null,
  };
}

/** Otsu's limit: the speed that leaves the least variance inside the two groups; null when they are not clearly two. */
function separatingSpeed(speeds: Float64Array): Split | null {
  const [bins, width] = [120, 0.1];
  const counts = new Array<number>(bins).fill(0);
  for (const speed of speeds) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(speed / width)));
    counts[bin] = (counts[bin] as number) + 1;
  }
  const total = { count: speeds.length, sum: counts.reduce((sum, count, bin) => sum + count * bin, 0) };
  let best: { score: number; bin: number; low: number; high: number } | null = null;
  let [count, sum] = [0, 0];
  for (let bin = 0; bin + 1 < bins; bin += 1) {
    count += counts[bin] as number;
    sum += (counts[bin] as number) * bin;
    if (count === 0 || count === total.count) continue;
    const [low, high] = [sum / count, (total.sum - sum) / (total.count - count)];
    const score = count * (total.count - count) * (high - low) ** 2;
    if (best === null || score > best.score) best = { score, bin, low, high };
  }
  if (best === null) return null;
  const smallest = Math.min(share(speeds, best.bin * width), 1 - share(speeds, best.bin * width));
  const clear = (best.high + 0.5) / (best.low + 0.5) >= 1.25 && smallest > 0.05;
  const speedAt = (bin: number) => (bin + 0.5) * width;
  return clear
    ? { between: (best.bin + 1) * width, slow: speedAt(best.low), fast: speedAt(best.high) }
    : null;
}

function share(speeds: Float64Array, limit: number): number {
  return speeds.filter((speed) => speed > limit).length / speeds.length;
}

function runLengths(speeds: Float64Array, split: number): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < speeds.length; index += 1) {
    const fast = (speeds[index] as number) >= split;
    const last = runs.at(-1);
    if (last && last.fast === fast) last.end = index + 1;
    else runs.push({ fast, start: index, end: index + 1 });
  }
  return runs;
}

/** A stretch must reach this far towards the mean of its own group, or it is a bend, a light or the GPS. */
const DEPTH = 0.6;

/** Joins what is too short or too shallow to be a repetition or a rest to what surrounds it, shortest first. */
function withoutBlips(runs: readonly Run[], speeds: Float64Array, { slow, fast }: Split): Run[] {
  const list = runs.map((run) => ({ ...run }));
  const tooShort = (run: Run, at: number) => {
    const length = run.end - run.start;
    const beside = Math.min(
      ...[list[at - 1], list[at + 1]].flatMap((other) => (other ? [other.end - other.start] : [])),
    );
    return run.fast ? length < SHORTEST_REP_S : length < SHORTEST_REST_S && length < beside / 2;
  };
  const sums = prefixSums(speeds);
  const shallow = ({ fast: isFast, start, end }: Run) => {
    const speed = ((sums[end] as number) - (sums[start] as number)) / (end - start);
    const towardsFast = (speed - slow) / (fast - slow);
    return isFast ? towardsFast < DEPTH : towardsFast > 1 - DEPTH;
  };
  for (;;) {
    const candidates = list.filter((run, at) => tooShort(run, at) || shallow(run));
    if (candidates.length === 0 || list.length < 2) return list;
    const shortest = candidates.reduce((a, b) => (a.end - a.start <= b.end - b.start ? a : b));
    const at = list.indexOf(shortest);
    const [before, after] = [list[at - 1], list[at + 1]];
    if (before && after) {
      before.end = after.end;
      list.splice(at, 2);
    } else if (before) {
      before.end = shortest.end;
      list.splice(at, 1);
    } else if (after) {
      after.start = shortest.start;
      list.splice(at, 1);
    }
  }
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    sums[index + 1] = (sums[index] as number) + (values[index] as number);
  }
  return sums;
}

/** Repetitions without the odd ones out: a warm-up burst or a last sprint is not one of ten 400s. */
export function alikeReps(reps: readonly Rep[]): Rep[] {
  const usual = median(reps.map((rep) => rep.distanceM)) ?? 0;
  return reps.filter((rep) => Math.abs(rep.distanceM - usual) <= 0.2 * usual);
}
