import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { PASSWORD_FILE, SUPERUSER } from "./create-data-dir.ts";

/** The superuser's address of a database of the server on that port. */
export function serverUrl(dataDir: string, port: number, database: string): string {
  const password = readFileSync(join(dataDir, PASSWORD_FILE), "utf8").trim();
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Asks one question over a connection of its own. */
export async function ask<T extends object>(url: string, question: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await sql.unsafe<T[]>(question))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}
