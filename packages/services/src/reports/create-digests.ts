import { type IsoDate, localClock, localDay } from "@repo/core/calendar";
import { type Db, newId, type Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  type DigestReader,
  insertMail,
  insertReport,
  listDigestReaders,
  type MailPayload,
  replaceReport,
  settleAskedDigest,
} from "@repo/db/queries";
import { digestContent } from "./digest-content.ts";
import { digestDocument, type ReportDocument } from "./documents/index.ts";
import type { MailStop } from "./stop-mail.ts";

/** Makes the mail of a report to an address: HTML, full text, pictures, and how its reader ends this kind of mail. */
export type RenderReport = (document: ReportDocument, to: string, stop: MailStop) => MailPayload;

/**
 * Writes the digests whose hour has come, each with its mail in one transaction: one a reader, organisation and
 * morning, however often this runs and however long the worker slept; and those that were asked for at once. One whose
 * athletes are being judged right now waits for that, half an hour at most.
 */
export async function createDigests(
  night: Db,
  options: { now: Date; render: RenderReport; onFailure?: (userId: string, error: unknown) => void },
): Promise<{ created: number }> {
  const readers = await inTransaction(night, listDigestReaders);
  let created = 0;
  for (const reader of readers) {
    const date = reader.askedAt ? localDay(options.now, reader.timeZone) : dueDigest(reader, options.now);
    if (date === null || (reader.isJudging && !reader.askedAt)) continue;
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
  reader: Pick<DigestReader, "timeZone" | "hour" | "lastDigestOn" | "isOn">,
  now: Date,
): IsoDate | null {
  const { date, hour } = localClock(now, reader.timeZone);
  if (!reader.isOn || hour < reader.hour) return null;
  return reader.lastDigestOn !== null && reader.lastDigestOn >= date ? null : date;
}

async function createDigest(
  db: Tx,
  of: { reader: DigestReader; date: IsoDate; render: RenderReport; now: Date },
): Promise<boolean> {
  const { reader, date } = of;
  const content = await digestContent(db, reader, date);
  const row = (id: string) => {
    const document = digestDocument(content, { path: `/reports/${id}`, units: reader.units });
    const payload = of.render(document, reader.email, reader);
    const { userId: readerId, orgId } = reader;
    const report = {
      id,
      readerId,
      orgId,
      kind: "digest",
      localDate: date,
      subject: payload.subject,
      content: content as unknown as Record<string, unknown>,
      html: payload.html ?? null,
    };
    return { payload, report };
  };
  const key = `digest:${reader.orgId}:${reader.userId}:${date}`;
  const fresh = row(newId());
  if (!reader.askedAt) {
    const stored = await insertReport(db, fresh.report);
    if (!stored) return false;
    await mail(db, { ...fresh, reader, key });
    return true;
  }
  const stored = await replaceReport(db, fresh.report);
  const asked = { ...fresh, ...(stored.id === fresh.report.id ? {} : row(stored.id)) };
  await mail(db, { ...asked, reader, key: `${key}:${reader.askedAt}` });
  await settleAskedDigest(db, { ...reader, askedAt: reader.askedAt });
  return true;
}

async function mail(
  db: Tx,
  of: { payload: MailPayload; report: { id: string }; reader: DigestReader; key: string },
): Promise<void> {
  await insertMail(db, {
    dedupeKey: of.key,
    userId: of.reader.userId,
    payload: { ...of.payload, reportId: of.report.id },
  });
}
