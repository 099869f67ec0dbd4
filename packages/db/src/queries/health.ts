import { sql } from "drizzle-orm";
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

/** Says that a worker is alive. */
export async function upsertHeartbeat(
  tx: Tx,
  name: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx
    .insert(heartbeats)
    .values({ name, seenAt: sql`now()`, detail })
    .onConflictDoUpdate({ target: heartbeats.name, set: { seenAt: sql`excluded.seen_at`, detail } });
}
