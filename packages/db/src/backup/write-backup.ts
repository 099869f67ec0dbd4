import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import postgres, { type TransactionSql } from "postgres";
import { errorCode } from "../error-code.ts";
import { FRAME, writeFrame } from "./frames.ts";
import { copyTarget, KNOWN_MIGRATIONS, listTables, type Table } from "./tables.ts";

export type BackupManifest = {
  format: "mesocycle/backup";
  version: 1;
  migrations: number;
  madeAt: string;
  tables: { name: string; rows: number; sha256: string }[];
};

/**
 * Copies every table into one compressed file, all as of one moment, while the site goes on. The file appears under
 * its name only when it is whole and on disk.
 * @param url of an account that row-level security does not stop; another one is refused by the server, since its
 *   copy would be silently partial
 */
export async function writeBackup(url: string, file: string, madeAt: Date): Promise<BackupManifest> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const half = `${file}.${process.pid}.half`;
  try {
    const packed = createZstdCompress();
    const written = pipeline(packed, createWriteStream(half, { mode: 0o600 }));
    const copied = sql.begin("isolation level repeatable read read only", (tx) =>
      copyAll(tx, packed, madeAt),
    );
    const [manifest] = await Promise.all([copied.finally(() => packed.end()), written]);
    await keepOnDisk(half);
    await rename(half, file);
    return manifest;
  } catch (error) {
    await rm(half, { force: true });
    throw errorCode(error) === "42501" ? heldBack(error) : error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A backup that row-level security thins out would be no backup: the server's superuser has to allow it. */
function heldBack(cause: unknown): Error {
  const message =
    "The role app_backup is held back by row-level security on this server, and a backup would be partial. As a " +
    "superuser of the server: ALTER ROLE app_backup BYPASSRLS; or dump with the server's own tools as its superuser.";
  return new Error(message, { cause });
}

type Packer = ReturnType<typeof createZstdCompress>;

async function copyAll(tx: TransactionSql, packed: Packer, madeAt: Date): Promise<BackupManifest> {
  await tx.unsafe("set local row_security = off");
  const manifest: BackupManifest = {
    format: "mesocycle/backup",
    version: 1,
    migrations: KNOWN_MIGRATIONS,
    madeAt: madeAt.toISOString(),
    tables: [],
  };
  await writeFrame(packed, FRAME.head, json(manifest));
  for (const table of await listTables(tx)) manifest.tables.push(await copyTable(tx, packed, table));
  await writeFrame(packed, FRAME.manifest, json(manifest));
  return manifest;
}

async function copyTable(tx: TransactionSql, packed: Packer, table: Table) {
  await writeFrame(packed, FRAME.table, json(table));
  const hash = createHash("sha256");
  const [count] = await tx.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from public."${table.name}"`,
  );
  const rows = await tx.unsafe(`copy ${copyTarget(table)} to stdout`).readable();
  for await (const chunk of rows) {
    hash.update(chunk);
    await writeFrame(packed, FRAME.rows, chunk);
  }
  // The driver pauses its socket while rows wait, and forgets to go on when they were the last.
  rows._read(0);
  return { name: table.name, rows: count?.rows ?? 0, sha256: hash.digest("hex") };
}

async function keepOnDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
