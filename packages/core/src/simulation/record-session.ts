import type { Activity } from "@repo/core/activities";
import { prng } from "./prng.ts";

/** What a watch would have written every few seconds: metres since the start, and beats a minute where a strap was worn. */
export type RecordedSession = { timeS: number[]; distanceM: number[]; hrBpm: (number | null)[] };

const STEP_S = 5;
/** A heart follows the effort with this delay. */
const LAG_S = 35;
const EASY_SPEED_CHANGE = 0.03;

/**
 * The recording of a simulated run: its laps (or the whole of it) at their own speeds, unsteady as legs are, and a heart
 * rate that follows and comes to the session's mean. The same seed gives the same recording. Null where the length
 * or the time of the session is not known.
 */
export function recordSession(activity: Activity, seed: number): RecordedSession | null {
  const { distanceM, durationS, avgHr } = activity;
  if (!distanceM || !durationS) return null;
  const random = prng(seed);
  const speeds = speedsOf(activity).map((mps) => mps * (1 + random.normal(0, EASY_SPEED_CHANGE)));
  const whole = speeds.reduce((sum, mps) => sum + mps * STEP_S, 0);
  const recorded: RecordedSession = { timeS: [0], distanceM: [0], hrBpm: [null] };
  let metres = 0;
  for (const [index, mps] of speeds.entries()) {
    metres += (mps * STEP_S * distanceM) / whole;
    recorded.timeS.push(Math.min(durationS, (index + 1) * STEP_S));
    recorded.distanceM.push(metres);
    recorded.hrBpm.push(null);
  }
  return avgHr ? { ...recorded, hrBpm: heartOf(speeds, avgHr, random.normal) } : recorded;
}

/** A speed every few seconds, lap by lap; the mean where laps do not make up the session. */
function speedsOf({ laps, distanceM, durationS }: Activity): number[] {
  const count = Math.max(1, Math.ceil(durationS / STEP_S));
  const known = (laps ?? []).flatMap((lap) =>
    lap.durationS && lap.distanceM ? [{ durationS: lap.durationS, mps: lap.distanceM / lap.durationS }] : [],
  );
  const lapsS = known.reduce((sum, lap) => sum + lap.durationS, 0);
  if (Math.abs(lapsS - durationS) > durationS * 0.02)
    return new Array(count).fill((distanceM ?? 0) / durationS);
  const ends: number[] = [];
  for (const { durationS: lapS } of known) ends.push((ends.at(-1) ?? 0) + lapS);
  return Array.from({ length: count }, (_, index) => {
    const at = ends.findIndex((end) => (index + 0.5) * STEP_S < end);
    return known[at < 0 ? known.length - 1 : at]?.mps ?? 0;
  });
}

/** Follows the speed with a delay, a beat or two of unrest beside it, shifted so that the mean is the session's. */
function heartOf(
  speeds: readonly number[],
  avgHr: number,
  normal: (mean: number, sd: number) => number,
): (number | null)[] {
  const mean = speeds.reduce((sum, mps) => sum + mps, 0) / speeds.length;
  let heart = avgHr * 0.75;
  const beats = speeds.map((mps) => {
    const wanted = avgHr * (1 + 0.35 * (mps / mean - 1));
    heart += (wanted - heart) * (STEP_S / LAG_S);
    return heart + normal(0, 1);
  });
  const shift = avgHr - beats.reduce((sum, beat) => sum + beat, 0) / beats.length;
  const shifted = beats.map((beat) => Math.round(beat + shift));
  return [shifted[0] ?? null, ...shifted];
}
