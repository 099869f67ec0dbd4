import { AppError } from "@repo/core/errors";
import {
  getImportBatch,
  type ImportFileRow,
  listImportFiles,
  markDirty,
  requestRejudging,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { recomputeLoad } from "@repo/services/load";
import type { AddedFile } from "@repo/services/training";

/**
 * Closes a batch with its counts, computes the loads of what it brought, and asks the night to judge those days.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's, CONFLICT when it was taken back
 */
export async function finishImport(ctx: ServiceContext, batchId: string) {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  if (batch.state === "undone")
    throw new AppError("CONFLICT", "This import was taken back. Begin a new one.");
  const files = await listImportFiles(ctx.db, athleteId, batchId);
  const counts = countOutcomes(files);
  await updateImportBatch(ctx.db, athleteId, batchId, { ...counts, state: "done", finishedAt: ctx.now });
  const [first] = files.flatMap(daysOf).sort();
  if (first !== undefined) {
    await markDirty(ctx.db, athleteId, first);
    await recomputeLoad(ctx.db, athleteId, { now: ctx.now });
    await requestRejudging(ctx.db, athleteId, first);
  }
  return { batchId, ...counts, files };
}

/** How many files of a batch ended in which way. */
export function countOutcomes(files: readonly Pick<ImportFileRow, "state">[]) {
  const count = (state: ImportFileRow["state"]) => files.filter((file) => file.state === state).length;
  return {
    added: count("added"),
    updated: count("updated"),
    duplicates: count("duplicate"),
    failed: count("failed"),
  };
}

type Detail = { from?: string; sessions?: AddedFile["sessions"] };

/** The days that a file changed. */
function daysOf({ state, detail }: ImportFileRow): string[] {
  if (state !== "added" && state !== "updated") return [];
  const { from, sessions = [] } = (detail ?? {}) as Detail;
  const changed = sessions
    .filter((session) => session.state !== "duplicate")
    .map(({ localDate }) => localDate);
  return from ? [from, ...changed] : changed;
}
