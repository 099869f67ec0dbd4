import { type Activity, loopGradeFactor, readTitle } from "@repo/core/activities";
import type { SpeedStretch } from "./running-stress.ts";

/** What the speeds of a run were read from, finest first. */
export type StretchSource = "samples" | "laps" | "title" | "average";

/** Laps must cover this much of the time (and no more than all of it) to stand for the session. */
const LAP_COVERAGE = [0.8, 1.05] as const;
const FASTEST_MPS = 11;

/**
 * The flat-equivalent speeds of a run without a track: laps, the repetitions its title names (at the speed such
 * repetitions are run, the rest of the way in the rest of the time), or the average alone.
 *
 * @param thresholdSpeedMps needed to place the title's repetitions; null leaves the title out
 * @returns null without distance or time
 */
export function coarseStretches(
  activity: Activity,
  thresholdSpeedMps: number | null,
): { source: StretchSource; stretches: SpeedStretch[] } | null {
  const { distanceM, durationS } = activity;
  if (!distanceM || !(durationS > 0)) return null;
  const factor = loopGradeFactor(distanceM, activity.elevationGainM ?? 0);
  const fromLaps = lapStretches(activity, factor);
  if (fromLaps) return { source: "laps", stretches: fromLaps };
  const fromTitle = thresholdSpeedMps ? titleStretches(activity, thresholdSpeedMps) : null;
  if (fromTitle) return { source: "title", stretches: fromTitle };
  return { source: "average", stretches: [{ durationS, speedMps: (distanceM / durationS) * factor }] };
}

function lapStretches(activity: Activity, factor: number): SpeedStretch[] | null {
  const stretches: SpeedStretch[] = [];
  let covered = 0;
  for (const lap of activity.laps ?? []) {
    if (!lap.durationS) continue;
    if (lap.distanceM === null || lap.distanceM === undefined) return null;
    covered += lap.durationS;
    const speedMps = Math.min(FASTEST_MPS, lap.distanceM / lap.durationS) * factor;
    stretches.push({ durationS: lap.durationS, speedMps });
  }
  const share = covered / activity.durationS;
  if (stretches.length < 2 || share < LAP_COVERAGE[0] || share > LAP_COVERAGE[1]) return null;
  const left = activity.durationS - covered;
  const leftM = (activity.distanceM ?? 0) - distanceOf(activity);
  if (left > 1 && leftM > 0)
    stretches.push({ durationS: left, speedMps: Math.min(FASTEST_MPS, leftM / left) });
  return stretches;
}

function distanceOf(activity: Activity): number {
  return (activity.laps ?? []).reduce((total, lap) => total + (lap.durationS ? (lap.distanceM ?? 0) : 0), 0);
}

/** Speed of repetitions over threshold speed by their length: house values between mile and one-hour race pace. */
const REP_SPEED = [
  { upToS: 45, factor: 1.18 },
  { upToS: 90, factor: 1.13 },
  { upToS: 180, factor: 1.08 },
  { upToS: 300, factor: 1.055 },
  { upToS: 600, factor: 1 },
  { upToS: Number.POSITIVE_INFINITY, factor: 0.98 },
] as const;

/** Speed between repetitions over threshold speed: outside this the title does not fit the distance and time. */
const BETWEEN_SPEED = [0.2, 0.97] as const;

function titleStretches(activity: Activity, thresholdSpeedMps: number): SpeedStretch[] | null {
  const reps = readTitle(activity.title);
  if (reps === null) return null;
  const length = reps.durationS ?? (reps.distanceM as number) / (thresholdSpeedMps * 1.08);
  const factor = REP_SPEED.find((row) => length <= row.upToS)?.factor ?? 1;
  const speedMps = factor * thresholdSpeedMps;
  const repS = reps.durationS ?? (reps.distanceM as number) / speedMps;
  const [workS, workM] = [reps.reps * repS, reps.reps * repS * speedMps];
  const restS = activity.durationS - workS;
  if (restS < 60) return null;
  const between = ((activity.distanceM ?? 0) - workM) / restS;
  const [slow, fast] = BETWEEN_SPEED;
  if (between < slow * thresholdSpeedMps || between > fast * thresholdSpeedMps) return null;
  return [
    { durationS: workS, speedMps },
    { durationS: restS, speedMps: between },
  ];
}
