import { AppError } from "@repo/core/errors";
import { countImportFiles, getImportBatch } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/**
 * How far an import is: files read so far, of how many; of an archive the number is not known beforehand.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's
 */
export async function importProgress(ctx: ServiceContext, batchId: string) {
  const batch = await getImportBatch(ctx.db, ctx.actor.userId, batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  const counts = await countImportFiles(ctx.db, ctx.actor.userId, [batchId]);
  const read = counts.reduce((sum, { count }) => sum + count, 0);
  const failed = counts.find(({ state }) => state === "failed")?.count ?? 0;
  return { state: batch.state, read, failed, total: batch.total };
}
