import { isRun } from "@repo/core/season";
import { type Block, parseWorkout } from "@repo/core/workouts";
import type { CycleWorkout } from "./schema.ts";

/** Texts are read once: a cycle is placed for many athletes. */
const READ = new WeakMap<CycleWorkout, readonly Block[] | null>();

/** The blocks of a run of a cycle; null where it is none, or cannot be read. */
export function blocksOf(workout: CycleWorkout): readonly Block[] | null {
  const known = READ.get(workout);
  if (known !== undefined) return known;
  const parsed = workout.text && isRun(workout.kind) ? parseWorkout(workout.text) : null;
  const blocks = parsed?.ok ? parsed.blocks : null;
  READ.set(workout, blocks);
  return blocks;
}
