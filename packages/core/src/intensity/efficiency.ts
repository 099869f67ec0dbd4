import { type Activity, gradedSeries, loopGradeFactor, perSecond, type Samples } from "@repo/core/activities";
import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean, populationSd } from "@repo/core/stats";

/** Metres a minute for each heartbeat a minute: flat-equivalent speed over heart rate. */
export function efficiencyFactor(speedMps: number, hrBpm: number): Estimate<number, "no-heart-rate"> {
  return hrBpm > 0 && Number.isFinite(speedMps) ? known((speedMps * 60) / hrBpm) : notKnown("no-heart-rate");
}

/** Shorter runs are half warm-up; harder ones leave the range in which speed and heart rate go together. */
const SHORTEST_S = 1_200;
/** More climb than this a kilometre and the slope decides, not the heart. */
const STEEPEST_M_PER_KM = 15;

/**
 * Efficiency factor of a whole run, for comparing like with like over weeks: only of steady, not too hilly runs.
 * Heat, fatigue and caffeine move it by 3–5 %: one value says nothing.
 *
 * @param options.reps repetitions found in it: an interval session's mean heart rate belongs to no pace
 * @see SOURCES.md [goldencheetah], [friel-2009]
 */
export function efficiencyOf(
  activity: Activity,
  options: { reps?: number } = {},
): Estimate<
  number,
  "not-a-run" | "no-heart-rate" | "no-distance" | "too-short" | "not-steady" | "too-hilly"
> {
  const { sport, distanceM, durationS, avgHr, elevationGainM } = activity;
  if (sport !== "run") return notKnown("not-a-run");
  if (!avgHr) return notKnown("no-heart-rate");
  if (!distanceM) return notKnown("no-distance");
  if (durationS < SHORTEST_S) return notKnown("too-short");
  if ((options.reps ?? 0) >= 2) return notKnown("not-steady");
  if ((elevationGainM ?? 0) / (distanceM / 1000) > STEEPEST_M_PER_KM) return notKnown("too-hilly");
  return efficiencyFactor((distanceM / durationS) * loopGradeFactor(distanceM, elevationGainM ?? 0), avgHr);
}

export type Decoupling = {
  /** Loss of efficiency from the first to the second half, percent; negative when it rose. */
  readonly decouplingPct: number;
  readonly firstHalf: number;
  readonly secondHalf: number;
};

/**
 * Aerobic decoupling of two halves: 100 · (EF1 − EF2) / EF1. "Below 5 % is coupled" is a rule of thumb nobody validated.
 *
 * @param halves mean speed (any unit, the same for both) and mean heart rate of each
 * @returns unknown without a heart rate or a moving first half
 * @see SOURCES.md [goldencheetah], [friel-2009]
 */
export function decoupling(
  halves: readonly [{ speed: number; hrBpm: number }, { speed: number; hrBpm: number }],
): Estimate<Decoupling, "no-heart-rate" | "standing"> {
  const [first, second] = halves;
  if (!(first.hrBpm > 0 && second.hrBpm > 0)) return notKnown("no-heart-rate");
  if (!(first.speed > 0)) return notKnown("standing");
  const [firstHalf, secondHalf] = [first.speed / first.hrBpm, second.speed / second.hrBpm];
  return known({ decouplingPct: (100 * (firstHalf - secondHalf)) / firstHalf, firstHalf, secondHalf });
}

/** Time before the heart has settled: left out of both halves. */
const WARM_UP_S = 600;
const SHORTEST_STEADY_S = 2_400;
const SMALLEST_COVERAGE = 0.8;
/** Coefficient of variation of the speed over five-minute blocks: above it the run was not steady. */
const STEADIEST_CV = 0.08;
const BLOCK_S = 300;

/**
 * Decoupling of a recorded run, under the conditions in which it means something: at least 40 minutes after a warm-up
 * of ten, a heart rate on 80 % of them, and a steady pace. Standing seconds are left out.
 *
 * @param options.altitude as for summariseSamples
 */
export function decouplingOfSamples(
  samples: Samples,
  options: { altitude?: "barometric" | "gps" } = {},
): Estimate<Decoupling, "too-short" | "no-heart-rate" | "not-steady" | "standing"> {
  const series = perSecond(samples);
  const speeds = options.altitude === "barometric" ? gradedSeries(series) : series.speedMps;
  const moving: { speed: number; hrBpm: number }[] = [];
  for (let second = WARM_UP_S; second < speeds.length; second += 1) {
    const speed = speeds[second] as number;
    if (speed > 0.3) moving.push({ speed, hrBpm: series.hrBpm[second] as number });
  }
  if (moving.length < SHORTEST_STEADY_S) return notKnown("too-short");
  const beating = moving.filter((second) => second.hrBpm > 0);
  if (beating.length < SMALLEST_COVERAGE * moving.length) return notKnown("no-heart-rate");
  if (variationOfBlocks(moving.map((second) => second.speed)) > STEADIEST_CV) return notKnown("not-steady");
  const middle = Math.floor(beating.length / 2);
  const half = (part: typeof beating) => ({
    speed: mean(part.map((second) => second.speed)) ?? 0,
    hrBpm: mean(part.map((second) => second.hrBpm)) ?? 0,
  });
  return decoupling([half(beating.slice(0, middle)), half(beating.slice(middle))]);
}

function variationOfBlocks(speeds: readonly number[]): number {
  const blocks: number[] = [];
  for (let start = 0; start + BLOCK_S <= speeds.length; start += BLOCK_S) {
    blocks.push(mean(speeds.slice(start, start + BLOCK_S)) ?? 0);
  }
  const centre = mean(blocks) ?? 0;
  return centre > 0 ? (populationSd(blocks) ?? 0) / centre : 1;
}
