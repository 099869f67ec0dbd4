import { eq, lt, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { heartbeats } from "../schema/index.ts";

/** When each worker was last seen, in seconds before the database's own now: answers only if the database does. */
export async function listHeartbeatAges(tx: Tx): Promise<{ name: string; ageS: number }[]> {
  return await tx
    .select({
      name: heartbeats.name,
      ageS: sql<number>`extract(epoch from now() - ${heartbeats.seenAt})::float8`,
    })
    .from(heartbeats)
    .orderBy(heartbeats.name);
}

/** Says that a worker is alive and what it does; workers that were not heard of for an hour are forgotten. */
export async function upsertHeartbeat(
  tx: Tx,
  name: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx
    .insert(heartbeats)
    .values({ name, seenAt: sql`now()`, detail })
    .onConflictDoUpdate({ target: heartbeats.name, set: { seenAt: sql`excluded.seen_at`, detail } });
  await tx.delete(heartbeats).where(lt(heartbeats.seenAt, sql`now() - interval '1 hour'`));
}

/** A worker that stopped as it was told to is not missed. */
export async function deleteHeartbeat(tx: Tx, name: string): Promise<void> {
  await tx.delete(heartbeats).where(eq(heartbeats.name, name));
}

/** Seconds by which a clock runs before the database's (after it: below zero). */
export async function getClockLead(tx: Tx, now: Date): Promise<number> {
  const [row] = await tx.execute<{ lead: number }>(
    sql`select extract(epoch from ${now.toISOString()}::timestamptz - clock_timestamp())::float8 as lead`,
  );
  return row?.lead ?? 0;
}
