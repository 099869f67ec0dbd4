import { DoneExercise } from "@repo/core/strength";
import { listRecentExercises } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

const SESSIONS = 12;

/**
 * Each exercise as it was last done, in the order of the latest session that wrote exercises down: what that session
 * held comes first, older exercises after it.
 */
export async function lastExercises(ctx: ServiceContext): Promise<DoneExercise[]> {
  const sessions = await listRecentExercises(ctx.db, ctx.actor.userId, SESSIONS);
  const latest = new Map<string, DoneExercise>();
  for (const exercise of sessions.flatMap(readExercises)) {
    const name = exercise.exercise.trim().toLowerCase();
    if (!latest.has(name)) latest.set(name, exercise);
  }
  return [...latest.values()];
}

/** Exercises of a row; one that an import brought in another shape is left out. */
export function readExercises(rows: readonly unknown[] | null): DoneExercise[] {
  return (rows ?? []).flatMap((row) => {
    const read = DoneExercise.safeParse(row);
    return read.success ? [read.data] : [];
  });
}
