import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { importBatches, importPieces } from "../schema/imports.ts";

export type NewImportPiece = Omit<typeof importPieces.$inferInsert, "athleteId">;

/** A file of an import on its way in. */
export type StagedFile = { position: number; label: string; pieces: number; here: number; sizeBytes: number };

/** Keeps a piece of a file; the same piece again changes nothing. */
export async function insertImportPiece(db: Tx, athleteId: string, piece: NewImportPiece): Promise<void> {
  await db
    .insert(importPieces)
    .values({ ...piece, athleteId })
    .onConflictDoNothing();
}

/** The files of a batch that wait to be read, in order, each with how much of it is here. */
export async function listStagedFiles(db: Tx, athleteId: string, batchId: string): Promise<StagedFile[]> {
  return await db
    .select({
      position: importPieces.position,
      label: sql<string>`min(${importPieces.label})`,
      pieces: sql<number>`max(${importPieces.pieces})::int`,
      here: sql<number>`count(*)::int`,
      sizeBytes: sql<number>`sum(octet_length(${importPieces.bytes}))::float8`,
    })
    .from(importPieces)
    .where(and(eq(importPieces.athleteId, athleteId), eq(importPieces.batchId, batchId)))
    .groupBy(importPieces.position)
    .orderBy(asc(importPieces.position));
}

export type PieceKey = { batchId: string; position: number; piece: number };

/** The bytes of one piece, or null. */
export async function getImportPiece(db: Tx, athleteId: string, key: PieceKey): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ bytes: importPieces.bytes })
    .from(importPieces)
    .where(
      and(
        eq(importPieces.batchId, key.batchId),
        eq(importPieces.athleteId, athleteId),
        eq(importPieces.position, key.position),
        eq(importPieces.piece, key.piece),
      ),
    );
  return row?.bytes ?? null;
}

/** Removes the files of a batch that were read, or one of them. */
export async function deleteImportPieces(
  db: Tx,
  athleteId: string,
  batchId: string,
  position?: number,
): Promise<void> {
  await db
    .delete(importPieces)
    .where(
      and(
        eq(importPieces.athleteId, athleteId),
        eq(importPieces.batchId, batchId),
        position === undefined ? undefined : eq(importPieces.position, position),
      ),
    );
}

/** Bytes that an athlete has waiting. */
export async function countStagedBytes(db: Tx, athleteId: string): Promise<number> {
  const [row] = await db
    .select({ bytes: sql<number>`coalesce(sum(octet_length(${importPieces.bytes})), 0)::float8` })
    .from(importPieces)
    .where(eq(importPieces.athleteId, athleteId));
  return row?.bytes ?? 0;
}

export type OpenImport = { id: string; athleteId: string; state: "pending" | "running" };

/**
 * Imports that wait for a worker, oldest first: handed over and nobody at them for a while, or left by a page that
 * never came back. Of all athletes, so for the night's role alone.
 */
export async function listOpenImports(
  db: Tx,
  { now, silentS, forgottenS }: { now: Date; silentS: number; forgottenS: number },
): Promise<OpenImport[]> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();
  const rows = await db
    .select({ id: importBatches.id, athleteId: importBatches.athleteId, state: importBatches.state })
    .from(importBatches)
    .where(
      sql`(${importBatches.state} = 'running' and coalesce(${importBatches.workedAt}, '-infinity') < ${before(silentS)}::timestamptz)
        or (${importBatches.state} = 'pending' and coalesce(${importBatches.workedAt}, ${importBatches.createdAt}) < ${before(forgottenS)}::timestamptz)`,
    )
    .orderBy(asc(importBatches.createdAt))
    .limit(20);
  return rows as OpenImport[];
}

/** Says that a worker is at a batch from now on; false when another one is. */
export async function claimImport(
  db: Tx,
  athleteId: string,
  batchId: string,
  { now, silentS }: { now: Date; silentS: number },
): Promise<boolean> {
  const silentSince = new Date(now.getTime() - silentS * 1000).toISOString();
  const rows = await db
    .update(importBatches)
    .set({ workedAt: now })
    .where(
      and(
        eq(importBatches.id, batchId),
        eq(importBatches.athleteId, athleteId),
        eq(importBatches.state, "running"),
        sql`coalesce(${importBatches.workedAt}, '-infinity') < ${silentSince}::timestamptz`,
      ),
    )
    .returning({ id: importBatches.id });
  return rows.length > 0;
}
