import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import postgres, { type TransactionSql } from "postgres";
import { FRAME, type FrameKind, readFrames } from "./frames.ts";
import { copyTarget, KNOWN_MIGRATIONS, type Table } from "./tables.ts";
import type { BackupManifest } from "./write-backup.ts";

/**
 * Brings a backup into a fresh database of this version, in one transaction: all of it or nothing. The file is read
 * twice, so that one that is cut short or changed is refused before the database is touched.
 * @param ownerUrl of a superuser: rows come in without asking triggers and foreign keys one by one
 * @throws when the database holds somebody already, when the backup is of a newer version, cut short or changed
 */
export async function readBackup(ownerUrl: string, file: string): Promise<BackupManifest> {
  const manifest = await checkFile(file);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      const [someone] = await tx.unsafe("select 1 from users limit 1");
      if (someone) throw new Error("This database holds accounts already. Restore into a fresh one.");
      await tx.unsafe("set local session_replication_role = replica");
      await eachFrame(file, loader(tx));
      await compareCounts(tx, manifest);
    });
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type Take = (kind: FrameKind, content: Buffer) => void | Promise<void>;

async function eachFrame(file: string, take: Take): Promise<void> {
  await pipeline(createReadStream(file), createZstdDecompress(), async (source: AsyncIterable<Buffer>) => {
    for await (const { kind, content } of readFrames(source)) await take(kind, content);
  });
}

/** The manifest of a file whose every table is what the manifest says. */
async function checkFile(file: string): Promise<BackupManifest> {
  const sums = new Map<string, Hash>();
  let current: Hash | null = null;
  let manifest: BackupManifest | null = null;
  await eachFrame(file, (kind, content) => {
    if (kind === FRAME.rows) {
      current?.update(content);
      return;
    }
    const value: unknown = JSON.parse(content.toString());
    if (kind === FRAME.head) refuseNewer(value as BackupManifest);
    if (kind === FRAME.manifest) manifest = value as BackupManifest;
    if (kind !== FRAME.table) return;
    current = createHash("sha256");
    sums.set((value as Table).name, current);
  });
  return checked(manifest, sums);
}

function checked(manifest: BackupManifest | null, sums: ReadonlyMap<string, Hash>): BackupManifest {
  if (!manifest) throw new Error("This backup is cut short. Nothing was restored.");
  for (const { name, sha256 } of manifest.tables) {
    if (sums.get(name)?.digest("hex") === sha256) continue;
    throw new Error(`The table ${name} is not what was backed up. Nothing was restored.`);
  }
  return manifest;
}

function refuseNewer({ format, version, migrations }: BackupManifest): void {
  if (format !== "mesocycle/backup" || version !== 1)
    throw new Error("This file is not a backup of Mesocycle.");
  if (migrations > KNOWN_MIGRATIONS) {
    throw new Error("This backup was made by a newer version of Mesocycle. Restore it with that version.");
  }
}

/** Copies the rows of each table in. */
function loader(tx: TransactionSql): Take {
  let into: Writable | null = null;
  return async (kind, content) => {
    if (kind === FRAME.rows) {
      if (into && !into.write(content)) await new Promise<void>((resume) => into?.once("drain", resume));
      return;
    }
    if (into) {
      into.end();
      await finished(into);
    }
    into = null;
    if (kind !== FRAME.table) return;
    const table: Table = JSON.parse(content.toString());
    into = await tx.unsafe(`copy ${copyTarget(table)} from stdin`).writable();
  };
}

async function compareCounts(tx: TransactionSql, manifest: BackupManifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const [count] = await tx.unsafe<{ rows: number }[]>(`select count(*)::int as rows from public."${name}"`);
    if (count?.rows === rows) continue;
    throw new Error(`The table ${name} got ${count?.rows ?? 0} of ${rows} rows. Nothing was restored.`);
  }
}
