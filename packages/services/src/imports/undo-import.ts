import { minDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  deleteActivitiesOfBatch,
  deleteUnusedOriginals,
  getImportBatch,
  markDirty,
  requestRejudging,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/**
 * Takes back everything that an import added, files included. Sessions that were here before keep what a file
 * completed.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's
 */
export async function undoImport(ctx: ServiceContext, batchId: string): Promise<{ removed: number }> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  const days = await deleteActivitiesOfBatch(ctx.db, athleteId, batchId);
  await updateImportBatch(ctx.db, athleteId, batchId, { state: "undone", finishedAt: ctx.now });
  await deleteUnusedOriginals(ctx.db, athleteId);
  const [first] = days;
  if (first !== undefined) {
    const earliest = days.reduce(minDate, first);
    await markDirty(ctx.db, athleteId, earliest);
    await requestRejudging(ctx.db, athleteId, earliest);
  }
  return { removed: days.length };
}
