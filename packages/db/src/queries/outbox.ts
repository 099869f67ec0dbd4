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
