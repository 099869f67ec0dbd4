import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

export type ServerFacts = {
  version: string;
  now: string;
  sizeBytes: number;
  settings: Record<string, string>;
};

/** The server's version, clock, size and the settings that keep what was saved. */
export async function getServerFacts(db: Tx): Promise<ServerFacts> {
  const [row] = await db.execute<ServerFacts & Record<string, unknown>>(sql`
    select current_setting('server_version') as version, now()::text as now,
           pg_database_size(current_database())::float8 as "sizeBytes",
           (select json_object_agg(name, setting) from pg_settings
             where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'max_connections')) as settings`);
  if (!row) throw new Error("The database says nothing of itself.");
  return row;
}

/** How many migrations the database has, and when the last of them was made; for the owner. */
export async function getSchemaVersion(db: Tx): Promise<{ migrations: number; last: string | null }> {
  const [row] = await db.execute<{ migrations: number; last: string | null }>(sql`
    select count(*)::int as migrations, to_timestamp(max(created_at) / 1000.0)::text as last
      from drizzle.__drizzle_migrations`);
  return { migrations: row?.migrations ?? 0, last: row?.last ?? null };
}
