import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import { outbox } from "../schema/index.ts";

/** A mail as the sender wants it: plain text always, the rest where there is something to show. */
export type MailPayload = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  [more: string]: unknown;
};

/** Puts a mail in the outbox, once per key. Without conflict target and answer: who writes may not read. */
export async function insertMail(
  tx: Tx,
  mail: { dedupeKey: string; userId: string | null; payload: MailPayload },
): Promise<void> {
  await tx
    .insert(outbox)
    .values({ ...mail, id: newId(), kind: "mail" })
    .onConflictDoNothing();
}

export type OutboxRow = typeof outbox.$inferSelect;

/** Takes the message that has waited longest and that nobody else is sending; its lock ends with the transaction. */
export async function claimOutbox(tx: Tx, now: Date): Promise<OutboxRow | null> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, "pending"), lte(outbox.nextAt, now)))
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

/** Notes what became of a message. */
export async function updateOutbox(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<OutboxRow, "state" | "attempts" | "nextAt" | "sentAt" | "deadAt" | "lastError" | "payload">
  >,
): Promise<void> {
  await tx.update(outbox).set(change).where(eq(outbox.id, id));
}

/** Takes back a message that may not go out any more. */
export async function deleteMail(tx: Tx, id: string): Promise<void> {
  await tx.delete(outbox).where(eq(outbox.id, id));
}

/** Counts by state, and how long the oldest pending one waits: for health and the operator. */
export async function countOutbox(
  tx: Tx,
): Promise<{ state: string; count: number; oldest: string | null }[]> {
  return await tx
    .select({
      state: outbox.state,
      count: sql<number>`count(*)::int`,
      oldest: sql<string | null>`min(${outbox.createdAt})::text`,
    })
    .from(outbox)
    .groupBy(outbox.state);
}
