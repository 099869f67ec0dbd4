import type { IsoDate } from "@repo/core/calendar";
import { type Db, newId, type Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  type DigestReader,
  insertMail,
  insertReport,
  listDigestReaders,
  type MailPayload,
} from "@repo/db/queries";
import { localClock } from "@repo/services/night";
import { type DigestContent, digestContent } from "./digest-content.ts";

/** Makes the mail of a digest: words, pictures, addresses. The report's id is for the link to its page. */
export type RenderDigest = (content: DigestContent, report: { id: string; to: string }) => MailPayload;

/**
 * Writes the digests whose hour has come, each with its mail in one transaction: one a reader, organisation and
 * morning, however often this runs and however long the worker slept. One whose athletes are being judged right now
 * waits for that, half an hour at most.
 */
export async function createDigests(
  night: Db,
  options: { now: Date; render: RenderDigest; onFailure?: (userId: string, error: unknown) => void },
): Promise<{ created: number }> {
  const readers = await inTransaction(night, listDigestReaders);
  let created = 0;
  for (const reader of readers) {
    const date = dueDigest(reader, options.now);
    if (date === null || reader.isJudging) continue;
    try {
      if (await inTransaction(night, (db) => createDigest(db, { reader, date, ...options }))) created += 1;
    } catch (error) {
      options.onFailure?.(reader.userId, error);
    }
  }
  return { created };
}

/** The reader's morning for which a digest is due, or null. */
export function dueDigest(
  reader: Pick<DigestReader, "timeZone" | "hour" | "lastDigestOn">,
  now: Date,
): IsoDate | null {
  const { date, hour } = localClock(now, reader.timeZone);
  if (hour < reader.hour) return null;
  return reader.lastDigestOn !== null && reader.lastDigestOn >= date ? null : date;
}

async function createDigest(
  db: Tx,
  of: { reader: DigestReader; date: IsoDate; render: RenderDigest; now: Date },
): Promise<boolean> {
  const { reader, date } = of;
  const content = await digestContent(db, reader, date);
  const id = newId();
  const payload = of.render(content, { id, to: reader.email });
  const report = await insertReport(db, {
    id,
    readerId: reader.userId,
    orgId: reader.orgId,
    kind: "digest",
    localDate: date,
    subject: payload.subject,
    content: content as unknown as Record<string, unknown>,
    html: payload.html ?? null,
  });
  if (!report) return false;
  await insertMail(db, {
    dedupeKey: `digest:${reader.orgId}:${reader.userId}:${date}`,
    userId: reader.userId,
    payload: { ...payload, reportId: id },
  });
  return true;
}
