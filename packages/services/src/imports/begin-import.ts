import { AppError } from "@repo/core/errors";
import { getAthlete, type ImportBatchRow, insertImportBatch } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

export const BeginImportInput = z.strictObject({
  /** UUIDv7 of the batch, made by the client: beginning it again finds the one that was begun. */
  batchId: z.uuid(),
  label: z.string().max(200).nullable().default(null),
  total: z.number().int().min(1).max(20_000),
});

/** Begins an import of one or many files; what it adds can be taken back as a whole. */
export async function beginImport(
  ctx: ServiceContext,
  input: z.input<typeof BeginImportInput>,
): Promise<ImportBatchRow> {
  const { batchId, label, total } = BeginImportInput.parse(input);
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete)
    throw new AppError("NOT_FOUND", "Finish your profile first, so that days begin in your time zone.");
  return await insertImportBatch(ctx.db, athlete.athleteId, {
    id: batchId,
    kind: "files",
    state: "pending",
    label,
    total,
    startedBy: ctx.actor.userId,
  });
}
