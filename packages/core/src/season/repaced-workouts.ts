import type { IsoDate } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import { paceFromSpeed } from "@repo/core/units";
import { type Block, type ResolvedStep, resolveWorkout } from "@repo/core/workouts";

/** A range of pace, seconds a kilometre, or of heart rate, beats a minute; what is not targeted or not known is null. */
export type TargetRange = {
  fastSPerKm: number | null;
  slowSPerKm: number | null;
  lowBpm: number | null;
  highBpm: number | null;
};
/** A planned workout whose targets another pacing changes, told by the hardest step that changes. */
export type RepacedWorkout = {
  id: string;
  date: IsoDate;
  title: string;
  before: TargetRange;
  after: TargetRange;
};
type Planned = { id: string; date: IsoDate; title: string; blocks: readonly Block[] };

/**
 * The workouts whose targets change when an athlete's pacing does, in the order given. A change that nobody could see,
 * under half a second a kilometre or half a beat, is none.
 */
export function repacedWorkouts(
  workouts: readonly Planned[],
  before: Pacing,
  after: Pacing,
): RepacedWorkout[] {
  return workouts.flatMap(({ id, date, title, blocks }) => {
    const then = resolveWorkout(blocks, before);
    const now = resolveWorkout(blocks, after);
    let hardest: { intensity: number; before: TargetRange; after: TargetRange } | null = null;
    for (const [at, step] of now.entries()) {
      const pair = { before: rangeOf(then[at]), after: rangeOf(step), intensity: step.intensity };
      if (isSame(pair.before, pair.after) || (hardest && hardest.intensity >= pair.intensity)) continue;
      hardest = pair;
    }
    return hardest ? [{ id, date, title, before: hardest.before, after: hardest.after }] : [];
  });
}

function rangeOf(step: ResolvedStep | undefined): TargetRange {
  const pace = (speed: number | null | undefined) => (speed ? Math.round(paceFromSpeed(speed)) : null);
  return {
    fastSPerKm: pace(step?.speedHighMps),
    slowSPerKm: pace(step?.speedLowMps),
    lowBpm: step?.hrLowBpm == null ? null : Math.round(step.hrLowBpm),
    highBpm: step?.hrHighBpm == null ? null : Math.round(step.hrHighBpm),
  };
}

function isSame(a: TargetRange, b: TargetRange): boolean {
  return (
    a.fastSPerKm === b.fastSPerKm &&
    a.slowSPerKm === b.slowSPerKm &&
    a.lowBpm === b.lowBpm &&
    a.highBpm === b.highBpm
  );
}
