import { AppError } from "@repo/core/errors";
import {
  getImportBatch,
  type ImportFileRow,
  insertImportFiles,
  listImportFiles,
  markDirty,
  requestRejudging,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type AddedFile, addActivityFile } from "@repo/services/training";
import { importLog } from "./import-log.ts";

export type ImportFile = { batchId: string; position: number; name: string; bytes: Uint8Array };

type Outcome = Pick<ImportFileRow, "state" | "message" | "isPartial" | "activityId" | "detail">;

/**
 * Imports one file of a batch, an activity or a log of many, and writes what became of it. A file that cannot be
 * used leaves nothing but its sentence; the others go on. The same place of a batch is imported once.
 *
 * @throws {AppError} NOT_FOUND when the batch is not the athlete's
 */
export async function importFile(ctx: ServiceContext, file: ImportFile): Promise<ImportFileRow> {
  const athleteId = ctx.actor.userId;
  const batch = await getImportBatch(ctx.db, athleteId, file.batchId);
  if (!batch) throw new AppError("NOT_FOUND", "This import is not there any more. Begin a new one.");
  if (batch.state !== "running")
    throw new AppError("CONFLICT", "This import is finished. Begin a new one for more files.");
  const known = (await listImportFiles(ctx.db, athleteId, batch.id)).find(
    (row) => row.position === file.position,
  );
  if (known) return known;
  const outcome = await importOne(ctx, file);
  const row = { position: file.position, label: file.name.slice(0, 200), ...outcome };
  await insertImportFiles(ctx.db, athleteId, batch.id, [row]);
  return { ...row, batchId: batch.id, athleteId };
}

async function importOne(ctx: ServiceContext, file: ImportFile): Promise<Outcome> {
  try {
    // A savepoint: whatever a bad file began is undone, the batch goes on.
    return await ctx.db.transaction(async (db) => {
      const inner = { ...ctx, db };
      if (isTable(file)) return await importLog(inner, file);
      return outcomeOf(await addActivityFile(inner, { ...file, importBatchId: file.batchId }));
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: "failed", message: error.message, isPartial: false, activityId: null, detail: null };
  }
}

function isTable({ name, bytes }: ImportFile): boolean {
  if (/\.(csv|tsv|txt)$/i.test(name)) return true;
  if (/\.(fit|tcx|gpx)(\.gz)?$/i.test(name)) return false;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  return /^[\w"\uFEFF\u00ef\u00bb\u00bf ().-]+[,;\t][^<]*\n/.test(head) && !head.includes("\u0000");
}

function outcomeOf(added: AddedFile): Outcome {
  const fresh = added.sessions.filter((session) => session.state !== "duplicate");
  const [first] = fresh.length > 0 ? fresh : added.sessions;
  const warnings = added.warnings.map((warning) => warning.text);
  const because = first?.state === "duplicate" ? duplicateText(first.because) : null;
  return {
    state: first?.state ?? "failed",
    message: because ?? (warnings.join("; ") || null),
    isPartial: added.warnings.some((warning) =>
      /truncated|corrupt|no-size|not-well-formed/.test(warning.code),
    ),
    activityId: first?.activityId ?? null,
    detail: { sessions: added.sessions, device: added.device },
  };
}

function duplicateText(because: "same-file" | "same-session"): string {
  return because === "same-file"
    ? "this file was added before"
    : "this looks like a session that is here already, so it was left out";
}

/**
 * Closes a batch with its counts, and asks the night to judge the days that it brought.
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
  const count = (state: ImportFileRow["state"]) => files.filter((file) => file.state === state).length;
  const counts = {
    added: count("added"),
    updated: count("updated"),
    duplicates: count("duplicate"),
    failed: count("failed") + count("skipped"),
  };
  await updateImportBatch(ctx.db, athleteId, batchId, { ...counts, state: "done", finishedAt: ctx.now });
  const first = files.flatMap(daysOf).sort()[0];
  if (first !== undefined) {
    await markDirty(ctx.db, athleteId, first);
    await requestRejudging(ctx.db, athleteId, first);
  }
  return { batchId, ...counts, files };
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
