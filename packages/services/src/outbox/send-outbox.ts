import type { Db, Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  claimOutbox,
  deleteMail,
  type MailPayload,
  markReportFailed,
  markReportSent,
  type OutboxRow,
  updateOutbox,
} from "@repo/db/queries";

export const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** What a sender is handed: the key lets a provider, or a reader's mailbox, tell a repetition. */
export type Outgoing = { key: string; payload: MailPayload };

export type SendSummary = { sent: number; postponed: number; dead: number; dropped: number };

/** A mail as it may go out now; null: not any more. */
export type Renew = (tx: Tx, payload: MailPayload) => Promise<MailPayload | null>;

type Options = {
  now: () => Date;
  send: (mail: Outgoing) => Promise<void>;
  /** Looks once more, in the transaction that sends, at what a mail may tell its reader. */
  renew: Renew;
  /** Between 0 and 1: spreads the retries of many messages. */
  jitter: () => number;
  most?: number;
};

/**
 * Sends what waits in the outbox, each at least once. A message that cannot be sent is tried eight times with
 * growing pauses, then put aside for a person to see. What its reader may not be told any more does not go out, however long
 * it waited and whoever asks for it again.
 */
export async function sendOutbox(night: Db, options: Options): Promise<SendSummary> {
  const summary: SendSummary = { sent: 0, postponed: 0, dead: 0, dropped: 0 };
  for (let count = 0; count < (options.most ?? 200); count += 1) {
    const outcome = await inTransaction(night, async (tx) => {
      const row = await claimOutbox(tx, options.now());
      return row === null ? null : await sendOne(tx, row, options);
    });
    if (outcome === null) break;
    summary[outcome] += 1;
  }
  return summary;
}

async function sendOne(tx: Tx, row: OutboxRow, options: Options): Promise<keyof SendSummary> {
  const attempts = row.attempts + 1;
  try {
    const payload = await options.renew(tx, row.payload as MailPayload);
    if (payload === null) return await drop(tx, row);
    await options.send({ key: row.dedupeKey, payload });
    // What it said is the reader's now: links that let somebody in, and words about others, stay nowhere here.
    const done = { state: "sent", attempts, sentAt: options.now(), lastError: null, payload: {} } as const;
    await updateOutbox(tx, row.id, done);
    const { reportId } = row.payload;
    if (typeof reportId === "string") await markReportSent(tx, reportId, options.now());
    return "sent";
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const now = options.now();
    if (attempts >= MOST_ATTEMPTS) {
      await updateOutbox(tx, row.id, { state: "dead", attempts, deadAt: now, lastError });
      const { reportId } = row.payload;
      if (typeof reportId === "string") await markReportFailed(tx, reportId, lastError);
      return "dead";
    }
    const wait =
      Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS) * (0.75 + options.jitter() / 2);
    await updateOutbox(tx, row.id, { attempts, nextAt: new Date(now.getTime() + wait), lastError });
    return "postponed";
  }
}

/** Its key goes with it: what is shared again is told again. */
async function drop(tx: Tx, { id, payload }: OutboxRow): Promise<"dropped"> {
  await deleteMail(tx, id);
  const why = "it was not sent, since nobody it told of shares that with you any more";
  if (typeof payload.reportId === "string") await markReportFailed(tx, payload.reportId, why);
  return "dropped";
}
