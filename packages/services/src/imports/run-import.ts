import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, type Tx, withActor } from "@repo/db";
import {
  claimImport,
  deleteImportPieces,
  getImportPiece,
  listImportKeys,
  listStagedFiles,
  type StagedFile,
  updateImportBatch,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { finishImport } from "./finish-import.ts";
import { failed } from "./import-file.ts";
import { readUpload } from "./read-upload.ts";
import { createWriter } from "./write-outcomes.ts";

/** A worker that has not been heard of for this long is gone, and another goes on where it stopped. */
export const SILENT_S = 20;
const SIGN_OF_LIFE_MS = 5_000;

export type ImportTools = { now: () => Date; onFailure?: (error: unknown) => void };

/**
 * Reads the files of a batch that was handed over, one after the other, and closes it. What was read when a worker
 * died is not read again. Returns how many files were read, or null when another worker is at it.
 */
export async function runImport(
  web: Db,
  batch: { id: string; athleteId: string },
  tools: ImportTools,
): Promise<{ files: number } | null> {
  const { id: batchId, athleteId } = batch;
  const as = <T>(work: (db: Tx) => Promise<T>) => withActor(web, { userId: athleteId }, work);
  const isMine = await as((db) =>
    claimImport(db, athleteId, batchId, { now: tools.now(), silentS: SILENT_S }),
  );
  if (!isMine) return null;
  const folder = await mkdtemp(join(tmpdir(), "mesocycle-import-"));
  const alive = setInterval(() => {
    as((db) => updateImportBatch(db, athleteId, batchId, { workedAt: tools.now() })).catch(() => {});
  }, SIGN_OF_LIFE_MS);
  try {
    const files = await readAll({ web, batchId, athleteId, folder, tools });
    await as((db) => finishImport(contextOf(db, athleteId, tools), batchId));
    await as((db) => deleteImportPieces(db, athleteId, batchId));
    return { files };
  } finally {
    clearInterval(alive);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file on this machine, for the command line. */
export type LocalFile = { path: string; name: string };

/** Reads files of this machine into a batch of their own, and closes it. */
export async function importLocalFiles(
  web: Db,
  { batchId, athleteId, files }: { batchId: string; athleteId: string; files: readonly LocalFile[] },
  tools: ImportTools,
) {
  const as = <T>(work: (db: Tx) => Promise<T>) => withActor(web, { userId: athleteId }, work);
  const folder = await mkdtemp(join(tmpdir(), "mesocycle-import-"));
  const run = { web, batchId, athleteId, folder, tools };
  try {
    const writer = createWriter(writerOptions(run, new Set()));
    for (const [position, { path, name }] of files.entries())
      await readUpload({ path, folder, name, position }, writer);
    await writer.flush();
    return await as((db) => finishImport(contextOf(db, athleteId, tools), batchId));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = { web: Db; batchId: string; athleteId: string; folder: string; tools: ImportTools };

async function readAll(run: Run): Promise<number> {
  const { web, batchId, athleteId } = run;
  const as = <T>(work: (db: Tx) => Promise<T>) => withActor(web, { userId: athleteId }, work);
  const staged = await as((db) => listStagedFiles(db, athleteId, batchId));
  const known = await as((db) => listImportKeys(db, athleteId, batchId));
  const writer = createWriter(writerOptions(run, known));
  for (const file of staged) {
    if (file.here < file.pieces) {
      await writer.add({ position: file.position, entry: 0, name: file.label }, failed(CUT_SHORT));
      continue;
    }
    const path = join(run.folder, `upload-${file.position}`);
    try {
      await fetchUpload(run, file, path);
      await readUpload({ path, folder: run.folder, name: file.label, position: file.position }, writer);
    } finally {
      await rm(path, { force: true });
    }
  }
  await writer.flush();
  return writer.count();
}

function writerOptions({ web, batchId, athleteId, tools }: Run, known: ReadonlySet<string>) {
  return {
    batchId,
    known,
    onFailure: tools.onFailure ?? (() => {}),
    inTransaction: <T>(work: (ctx: ServiceContext) => Promise<T>) =>
      withActor(web, { userId: athleteId }, (db) => work(contextOf(db, athleteId, tools))),
  };
}

const CUT_SHORT = "Only a part of this file arrived. Add it again.";

function contextOf(db: Tx, athleteId: string, tools: ImportTools): ServiceContext {
  return { db, actor: { userId: athleteId }, now: tools.now() };
}

/** Puts the pieces of a file together, at the memory of one piece. */
async function fetchUpload({ web, batchId, athleteId }: Run, file: StagedFile, path: string): Promise<void> {
  const out = await open(path, "wx", 0o600);
  try {
    for (let piece = 0; piece < file.pieces; piece += 1) {
      const key = { batchId, position: file.position, piece };
      const bytes = await withActor(web, { userId: athleteId }, (db) => getImportPiece(db, athleteId, key));
      if (bytes) await out.write(bytes);
    }
  } finally {
    await out.close();
  }
}
