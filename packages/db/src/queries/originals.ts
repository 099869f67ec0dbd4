import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { importBatches, importFiles, originals } from "../schema/imports.ts";

export type NewOriginal = Omit<typeof originals.$inferInsert, "athleteId">;
export type ImportBatchRow = typeof importBatches.$inferSelect;
export type ImportFileRow = typeof importFiles.$inferSelect;
export type NewImportFile = Omit<typeof importFiles.$inferInsert, "athleteId" | "batchId">;

/** Keeps an uploaded file under its content; returns the id under which it stands, new or not. */
export async function insertOriginal(db: Tx, athleteId: string, row: NewOriginal): Promise<string> {
  const [added] = await db
    .insert(originals)
    .values({ ...row, athleteId })
    .onConflictDoNothing({ target: [originals.athleteId, originals.sha256] })
    .returning({ id: originals.id });
  if (added) return added.id;
  const [known] = await db
    .select({ id: originals.id })
    .from(originals)
    .where(and(eq(originals.athleteId, athleteId), eq(originals.sha256, row.sha256)));
  if (!known) throw new Error("an original is neither new nor there");
  return known.id;
}

/** Keeps several uploaded files under their contents; returns the ids under which they stand, by content. */
export async function insertOriginals(
  db: Tx,
  athleteId: string,
  rows: readonly NewOriginal[],
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const { id, sha256 } = originals;
  const added = await db
    .insert(originals)
    .values(rows.map((row) => ({ ...row, athleteId })))
    .onConflictDoNothing({ target: [originals.athleteId, originals.sha256] })
    .returning({ id, sha256 });
  const ids = new Map(added.map((row) => [row.sha256, row.id]));
  const missing = rows.map((row) => row.sha256).filter((sha) => !ids.has(sha));
  if (missing.length === 0) return ids;
  const known = await db
    .select({ id, sha256 })
    .from(originals)
    .where(and(eq(originals.athleteId, athleteId), inArray(sha256, missing)));
  for (const row of known) ids.set(row.sha256, row.id);
  return ids;
}

/** An uploaded file with its bytes, or null. */
export async function getOriginal(db: Tx, athleteId: string, id: string) {
  const [row] = await db
    .select()
    .from(originals)
    .where(and(eq(originals.athleteId, athleteId), eq(originals.id, id)));
  return row ?? null;
}

/** Every uploaded file of an athlete, without its bytes, oldest first. */
export async function listOriginals(db: Tx, athleteId: string) {
  const { id, sha256, label, kind, sizeBytes, createdAt } = originals;
  return await db
    .select({ id, sha256, label, kind, sizeBytes, createdAt })
    .from(originals)
    .where(eq(originals.athleteId, athleteId))
    .orderBy(asc(originals.createdAt), asc(originals.id));
}

/** Removes uploaded files that no activity rests on any more, and no import that still stands. */
export async function deleteUnusedOriginals(db: Tx, athleteId: string): Promise<void> {
  const inUse = sql`(exists (select 1 from activities a where a.athlete_id = ${athleteId} and a.original_id = ${originals.id})
    or exists (select 1 from import_files f join import_batches b on b.id = f.batch_id and b.athlete_id = f.athlete_id
                where f.athlete_id = ${athleteId} and f.original_id = ${originals.id} and b.state <> 'undone'))`;
  await db.delete(originals).where(and(eq(originals.athleteId, athleteId), sql`not ${inUse}`));
}

/** Begins a batch, or finds the one that was begun under the same id. */
export async function insertImportBatch(
  db: Tx,
  athleteId: string,
  batch: Omit<typeof importBatches.$inferInsert, "athleteId">,
): Promise<ImportBatchRow> {
  await db
    .insert(importBatches)
    .values({ ...batch, athleteId })
    .onConflictDoNothing();
  const row = await getImportBatch(db, athleteId, batch.id);
  if (!row) throw new Error("an import batch was neither begun nor there");
  return row;
}

export async function getImportBatch(db: Tx, athleteId: string, id: string): Promise<ImportBatchRow | null> {
  const [row] = await db
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.athleteId, athleteId), eq(importBatches.id, id)));
  return row ?? null;
}

/** The batches of an athlete, newest first. */
export async function listImportBatches(db: Tx, athleteId: string, limit = 20): Promise<ImportBatchRow[]> {
  return await db
    .select()
    .from(importBatches)
    .where(eq(importBatches.athleteId, athleteId))
    .orderBy(sql`${importBatches.createdAt} desc`)
    .limit(limit);
}

export async function updateImportBatch(
  db: Tx,
  athleteId: string,
  id: string,
  change: Partial<typeof importBatches.$inferInsert>,
): Promise<void> {
  await db
    .update(importBatches)
    .set(change)
    .where(and(eq(importBatches.athleteId, athleteId), eq(importBatches.id, id)));
}

/** Writes what became of files of a batch. */
export async function insertImportFiles(
  db: Tx,
  athleteId: string,
  batchId: string,
  files: readonly NewImportFile[],
): Promise<void> {
  if (files.length === 0) return;
  await db
    .insert(importFiles)
    .values(files.map((file) => ({ ...file, athleteId, batchId })))
    .onConflictDoNothing();
}

/** What became of the files of a batch, in the order in which they were given. */
export async function listImportFiles(db: Tx, athleteId: string, batchId: string): Promise<ImportFileRow[]> {
  return await db
    .select()
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, athleteId), eq(importFiles.batchId, batchId)))
    .orderBy(asc(importFiles.position), asc(importFiles.entry));
}

/** The places of a batch whose outcome is written, as `position:entry`. */
export async function listImportKeys(db: Tx, athleteId: string, batchId: string): Promise<Set<string>> {
  const rows = await db
    .select({ position: importFiles.position, entry: importFiles.entry })
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, athleteId), eq(importFiles.batchId, batchId)));
  return new Set(rows.map(({ position, entry }) => `${position}:${entry}`));
}

/** How many files of each batch ended in which way. */
export async function countImportFiles(db: Tx, athleteId: string, batchIds: readonly string[]) {
  if (batchIds.length === 0) return [];
  return await db
    .select({ batchId: importFiles.batchId, state: importFiles.state, count: sql<number>`count(*)::int` })
    .from(importFiles)
    .where(and(eq(importFiles.athleteId, athleteId), inArray(importFiles.batchId, [...batchIds])))
    .groupBy(importFiles.batchId, importFiles.state);
}

/** What became of one file of a batch, or null. */
export async function getImportFile(
  db: Tx,
  athleteId: string,
  place: { batchId: string; position: number; entry: number },
): Promise<ImportFileRow | null> {
  const [row] = await db.select().from(importFiles).where(isFile(athleteId, place));
  return row ?? null;
}

/** Changes what is said of a file of a batch. */
export async function updateImportFile(
  db: Tx,
  file: Pick<ImportFileRow, "athleteId" | "batchId" | "position" | "entry">,
  change: Partial<Pick<ImportFileRow, "state" | "message" | "activityId" | "detail">>,
): Promise<void> {
  await db.update(importFiles).set(change).where(isFile(file.athleteId, file));
}

function isFile(athleteId: string, place: { batchId: string; position: number; entry: number }) {
  return and(
    eq(importFiles.batchId, place.batchId),
    eq(importFiles.athleteId, athleteId),
    eq(importFiles.position, place.position),
    eq(importFiles.entry, place.entry),
  );
}
