import type { Pacing } from "@repo/core/paces";
import { isRun, materialiseRun, scaleBlocks } from "@repo/core/season";
import { type Block, formatWorkout } from "@repo/core/workouts";
import { blocksOf } from "./cycle-blocks.ts";
import type { Cycle, CycleWorkout } from "./schema.ts";

/** By how much a cycle's easy and long running is made longer or shorter, so that it begins where an athlete is. */
export type VolumeScale = {
  /** In steps of a twentieth, 0.5 to 1.5. */
  factor: number;
  /** What the athlete ran a week lately, and what the cycle's first full week holds as written; kilometres. */
  nowKm: number;
  firstKm: number;
};

/** A first week within this of what is run now is left as its author wrote it: the step of a safe rise (M9). */
const AS_WRITTEN = 0.1;
/** Beyond these a plan is another plan: choose one for another level instead. [house] */
const LEAST = 0.5;
const MOST = 1.5;
const STEP = 0.05;

/**
 * How a cycle is scaled to an athlete's volume: easy and long running takes all of the difference between what they run
 * now and the first week that holds running and is no lighter one; hard sessions and races stay as written. Null where
 * nothing is to be scaled: their volume is not known or close to the cycle's, or there is no easy running.
 */
export function volumeScale(
  cycle: Cycle,
  { pacing, nowKm }: { pacing: Pacing; nowKm: number | null },
): VolumeScale | null {
  if (nowKm === null || nowKm <= 0) return null;
  const first = cycle.weeks.find(({ cutback, workouts }) => !cutback && workouts.some(isScaled));
  if (!first) return null;
  const kmOf = (workouts: readonly CycleWorkout[]) =>
    workouts.reduce((sum, workout) => sum + runKm(workout, pacing), 0);
  const [firstKm, easyKm] = [kmOf(first.workouts), kmOf(first.workouts.filter(isScaled))];
  if (easyKm <= 0 || Math.abs(nowKm - firstKm) <= AS_WRITTEN * firstKm) return null;
  const wanted = Math.min(MOST, Math.max(LEAST, 1 + (nowKm - firstKm) / easyKm));
  const factor = Math.round(Math.round(wanted / STEP) * STEP * 100) / 100;
  return factor === 1 ? null : { factor, nowKm, firstKm: Math.round(firstKm * 10) / 10 };
}

/** A cycle with its easy and long running scaled. The same factor of the same cycle gives the same texts. */
export function scaledCycle(cycle: Cycle, factor: number, pacing: Pacing): Cycle {
  if (factor === 1) return cycle;
  return {
    ...cycle,
    weeks: cycle.weeks.map((week) => {
      const workouts = week.workouts.map((workout) => scaledWorkout(workout, factor));
      const change = workouts.reduce(
        (sum, workout, at) => sum + runKm(workout, pacing) - runKm(week.workouts[at] as CycleWorkout, pacing),
        0,
      );
      const targetKm =
        week.targetKm === null ? null : Math.max(0, Math.round((week.targetKm + change) * 10) / 10);
      return { ...week, targetKm, workouts };
    }),
  };
}

function isScaled({ kind, hard }: CycleWorkout): boolean {
  return isRun(kind) && kind !== "race" && !hard;
}

function runKm(workout: CycleWorkout, pacing: Pacing): number {
  const blocks = workout.kind === "race" ? null : blocksOf(workout);
  return blocks ? materialiseRun(blocks, pacing).plannedKm : 0;
}

/** What is written in repetitions, as running and walking in turn, stays as written. */
function scaledWorkout(workout: CycleWorkout, factor: number): CycleWorkout {
  const blocks = isScaled(workout) ? blocksOf(workout) : null;
  if (!blocks) return workout;
  const scaled = scaleBlocks(blocks, factor, true);
  if (scaled.some((block, at) => block.type === "repeat" && block !== blocks[at])) return workout;
  const grownBy = (kind: "distance" | "time") => lengthOf(scaled, kind) - lengthOf(blocks, kind);
  const title = retitled(
    retitled(workout.title, "km", grownBy("distance") / 1_000),
    "min",
    grownBy("time") / 60,
  );
  return { ...workout, text: formatWorkout(scaled), title };
}

/** Metres or seconds of single steps that are written in them. */
function lengthOf(blocks: readonly Block[], kind: "distance" | "time"): number {
  return blocks.reduce((sum, block) => {
    if (block.type !== "step" || block.length.kind !== kind) return sum;
    return sum + (block.length.kind === "distance" ? block.length.distanceM : block.length.durationS);
  }, 0);
}

/** A title that names its length names the new one. */
function retitled(title: string, unit: "km" | "min", change: number): string {
  const named = change === 0 ? null : new RegExp(`(\\d+(?:\\.\\d+)?) ?${unit}\\b`).exec(title);
  if (!named) return title;
  return title.replace(named[0], `${Number((Number(named[1]) + change).toFixed(1))} ${unit}`);
}
