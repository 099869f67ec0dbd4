import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

export type NightSummaryRow = {
  localDate: string;
  done: number;
  pending: number;
  failed: number;
  error: string | null;
};

/** The last nights, latest first, with one of the errors where there is any; for the night's role. */
export async function listLastNights(db: Tx, limit: number): Promise<NightSummaryRow[]> {
  return (await db.execute<NightSummaryRow & Record<string, unknown>>(sql`
    select local_date::text as "localDate",
           count(*) filter (where state = 'done')::int as done,
           count(*) filter (where state = 'pending')::int as pending,
           count(*) filter (where state = 'failed')::int as failed,
           max(error) filter (where state <> 'done') as error
      from nightly_runs group by local_date order by local_date desc limit ${limit}`)) as NightSummaryRow[];
}

/** Seconds that the oldest waiting night has waited; null when none waits. */
export async function getNightLag(db: Tx): Promise<number | null> {
  const [row] = await db.execute<{ lag: number | null }>(sql`
    select extract(epoch from now() - min(created_at))::float8 as lag from nightly_runs where state = 'pending'`);
  return row?.lag ?? null;
}

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
