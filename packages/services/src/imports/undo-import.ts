import { minDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  deleteActivitiesOfBatch,
  deleteCheckInsOfBatch,
  deleteImportPieces,
  deleteUnusedOriginals,
  getImportBatch,
  markDirty,
  requestRejudging,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { releaseWorkout } from "@repo/services/training";

/**
 * Takes back everything that an import added, check-ins and files included. Sessions that were here before keep what a file
 * completed.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's, CONFLICT while it is being read
 */
export async function undoImport(
  ctx: ServiceContext,
  batchId: string,
): Promise<{ removed: number; checkIns: number }> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  if (batch.state === "running")
    throw new AppError("CONFLICT", "This import is still being read. Take it back once it is finished.");
  const gone = await deleteActivitiesOfBatch(ctx.db, athleteId, batchId);
  const days = gone.map(({ localDate }) => localDate);
  for (const { plannedWorkoutId } of gone) {
    if (plannedWorkoutId) await releaseWorkout(ctx, { athleteId, plannedWorkoutId });
  }
  const checkIns = await deleteCheckInsOfBatch(ctx.db, athleteId, batchId);
  await deleteImportPieces(ctx.db, athleteId, batchId);
  await updateImportBatch(ctx.db, athleteId, batchId, { state: "undone", finishedAt: ctx.now });
  await deleteUnusedOriginals(ctx.db, athleteId);
  const changed = [...days, ...checkIns];
  const [first] = changed;
  if (first !== undefined) {
    const earliest = changed.reduce(minDate, first);
    await markDirty(ctx.db, athleteId, earliest);
    await requestRejudging(ctx.db, athleteId, earliest);
  }
  return { removed: days.length, checkIns: checkIns.length };
}
