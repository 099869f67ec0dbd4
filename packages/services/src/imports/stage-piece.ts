import { AppError } from "@repo/core/errors";
import {
  countStagedBytes,
  getImportBatch,
  insertImportPiece,
  listStagedFiles,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { labelOf } from "@repo/services/training";
import { z } from "zod";

/** A file arrives in pieces of at most this size, so that no request is long and a broken one costs little. */
export const MAX_PIECE_BYTES = 8 * 1024 * 1024;
const MAX_PIECES = 2_000;
const MAX_WAITING_BYTES = 16 * 1024 ** 3;

export const StagePieceInput = z.object({
  batchId: z.uuid(),
  position: z.coerce.number().int().min(0).max(20_000),
  piece: z.coerce.number().int().min(0).default(0),
  pieces: z.coerce.number().int().min(1).max(MAX_PIECES, "larger than 16 GB").default(1),
});

/**
 * Keeps one piece of a file of an import until the worker reads it. The same piece again changes nothing.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's, CONFLICT when it was handed over already, INVALID
 * when more waits than there is room for
 */
export async function stagePiece(
  ctx: ServiceContext,
  piece: z.infer<typeof StagePieceInput> & { name: string; bytes: Uint8Array },
): Promise<{ here: number; pieces: number }> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, piece.batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more. Begin a new one.");
  if (batch.state !== "pending")
    throw new AppError("CONFLICT", "This import is finished. Begin a new one for more files.");
  if (piece.piece >= piece.pieces)
    throw new AppError(
      "INVALID",
      "This piece lies behind the end of its file. Reload the page and add it again.",
    );
  if (piece.piece % 16 === 0 && (await countStagedBytes(ctx.db, athleteId)) > MAX_WAITING_BYTES)
    throw new AppError("INVALID", "16 GB of your files wait to be read already. Wait until they are.");
  const { batchId, position, pieces, name, bytes } = piece;
  await insertImportPiece(ctx.db, athleteId, {
    batchId,
    position,
    piece: piece.piece,
    pieces,
    label: labelOf(name),
    bytes,
  });
  await updateImportBatch(ctx.db, athleteId, batchId, { workedAt: ctx.now });
  return { here: piece.piece + 1, pieces };
}

/**
 * Says that everything arrived: from here on the worker reads. Said twice, it is said once.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's, INVALID when nothing arrived
 */
export async function handOverImport(ctx: ServiceContext, batchId: string): Promise<{ files: number }> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  if (batch.state !== "pending") return { files: batch.total };
  const staged = await listStagedFiles(ctx.db, athleteId, batchId);
  if (staged.length === 0) throw new AppError("INVALID", "None of the files arrived. Add them again.");
  await updateImportBatch(ctx.db, athleteId, batchId, {
    state: "running",
    workedAt: null,
    total: staged.length,
  });
  return { files: staged.length };
}
