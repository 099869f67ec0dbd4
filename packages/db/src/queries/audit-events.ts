import { desc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import { auditEvents } from "../schema/index.ts";

export type AuditEventRow = typeof auditEvents.$inferSelect;

/**
 * Written in the transaction of what it tells of, so that neither stands without the other. An id made from
 * what happened keeps something that is told every time from being told twice.
 */
export async function insertAuditEvent(
  tx: Tx,
  event: Omit<typeof auditEvents.$inferInsert, "id" | "at"> & { id?: string },
): Promise<void> {
  await tx
    .insert(auditEvents)
    .values({ ...event, id: event.id ?? newId() })
    .onConflictDoNothing();
}

/** What others and the athlete did with the athlete's data, latest first. */
export function listAuditEvents(tx: Tx, athleteId: string, limit: number): Promise<AuditEventRow[]> {
  return tx
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.athleteId, athleteId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}
