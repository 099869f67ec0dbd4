import { gunzipSync } from "node:zlib";
import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  getImportBatch,
  getImportFile,
  getOriginal,
  type ImportBatchRow,
  type ImportFileRow,
  markDirty,
  requestRejudging,
  updateImportBatch,
  updateImportFile,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type AddedFile, addActivityFile } from "@repo/services/training";
import { z } from "zod";
import { readImportFile } from "./import-file.ts";
import { importActivities, type LogSource } from "./import-log.ts";

/** Where in an import the recording was left out; null for one that was dropped on a day. */
const Place = z.strictObject({
  batchId: z.uuid(),
  position: z.number().int().min(0).max(20_000),
  /** Which file inside an archive; 0 for the file itself. */
  entry: z.number().int().min(0).default(0),
});

export const KeepBothInput = z.strictObject({
  originalId: z.uuid(),
  /** The day it was left out of: what a device without a clock cannot say itself. */
  localDate: IsoDate.nullable().default(null),
  place: Place.nullable().default(null),
});
export const SameRunInput = Place;

/**
 * Makes a recording that looked like another one a session of its own, as the athlete says it is. Asking twice
 * changes nothing: what came in is known by its content.
 *
 * @throws {AppError} NOT_FOUND when the file is not the athlete's or not kept any more, CONFLICT for an import that was
 * taken back
 */
export async function keepBoth(
  ctx: ServiceContext,
  input: z.input<typeof KeepBothInput>,
): Promise<{ added: number }> {
  const { originalId, localDate, place } = KeepBothInput.parse(input);
  const athleteId = ctx.actor.userId;
  const file = place ? await placedFile(ctx, place) : null;
  const original = await getOriginal(ctx.db, athleteId, originalId);
  if (!original) throw new AppError("NOT_FOUND", "This file is not kept any more. Add it once more.");
  const bytes = original.encoding === "gzip" ? gunzipSync(original.bytes) : original.bytes;
  const upload = { name: original.label, bytes, keepTwins: true };
  if (original.kind === "csv" || original.kind === "json") {
    if (!place || !file) throw new AppError("INVALID", "A log belongs to an import. Import it once more.");
    return await keepLines(ctx, { ...upload, batchId: place.batchId, kind: original.kind }, file.row);
  }
  const importBatchId = place?.batchId ?? null;
  const result = await addActivityFile(ctx, { ...upload, localDate, importBatchId });
  const fresh = result.sessions.filter((session) => session.state !== "duplicate");
  if (file) await settle(ctx, file, result);
  const [first] = fresh.map((session) => session.localDate).sort();
  if (first !== undefined) await judgeAnew(ctx, first);
  return { added: fresh.length };
}

/**
 * The athlete says that what was left out is the same session: it stays out, and nobody asks again.
 *
 * @throws {AppError} NOT_FOUND when there is no such file in the athlete's imports
 */
export async function sameRun(ctx: ServiceContext, input: z.input<typeof SameRunInput>): Promise<void> {
  const { row } = await placedFile(ctx, SameRunInput.parse(input));
  await updateImportFile(ctx.db, row, { detail: { ...row.detail, isSettled: true } });
}

type Placed = { batch: ImportBatchRow; row: ImportFileRow };

async function placedFile(ctx: ServiceContext, place: z.infer<typeof Place>): Promise<Placed> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, place.batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more.");
  if (batch.state === "undone")
    throw new AppError("CONFLICT", "This import was taken back. Begin a new one.");
  const row = await getImportFile(ctx.db, athleteId, place);
  if (!row) throw new AppError("NOT_FOUND", "This file is not in the import any more.");
  return { batch, row };
}

async function settle(ctx: ServiceContext, { batch, row }: Placed, result: AddedFile): Promise<void> {
  const fresh = result.sessions.filter((session) => session.state !== "duplicate");
  const [first] = fresh;
  const detail = { ...row.detail, sessions: result.sessions, isSettled: true };
  const change = first ? { state: "added" as const, activityId: first.activityId } : {};
  await updateImportFile(ctx.db, row, { ...change, message: "kept beside the other recording", detail });
  if (first && row.state === "duplicate") await countAsAdded(ctx, batch);
}

async function keepLines(
  ctx: ServiceContext,
  source: LogSource,
  row: ImportFileRow,
): Promise<{ added: number }> {
  const read = readImportFile(source);
  const log =
    read.kind === "log"
      ? read.log
      : read.kind === "json" && read.log.kind === "activities"
        ? { activities: read.log.activities, remarks: [] }
        : null;
  if (log === null) throw new AppError("NOT_FOUND", "This file is not kept any more. Add it once more.");
  const outcome = await importActivities(ctx, source, log);
  const detail = { ...outcome.detail, isSettled: true };
  await updateImportFile(ctx.db, row, { state: "added", message: outcome.message, detail });
  const { added, from } = detail as unknown as { added: number; from: string };
  if (added > 0) await judgeAnew(ctx, from);
  return { added };
}

async function countAsAdded(ctx: ServiceContext, batch: ImportBatchRow): Promise<void> {
  if (batch.state !== "done") return;
  const counts = { added: batch.added + 1, duplicates: Math.max(0, batch.duplicates - 1) };
  await updateImportBatch(ctx.db, ctx.actor.userId, batch.id, counts);
}

async function judgeAnew(ctx: ServiceContext, from: string): Promise<void> {
  await markDirty(ctx.db, ctx.actor.userId, from);
  await requestRejudging(ctx.db, ctx.actor.userId, from);
}
