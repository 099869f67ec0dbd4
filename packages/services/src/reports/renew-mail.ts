import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@repo/db";
import { getMailReport, getUrgentWarning, listDigestAthletes, type MailPayload } from "@repo/db/queries";
import { type AlertOf, alertMail, type RenderAlert } from "./alert-mail.ts";
import type { RenderReport } from "./create-digests.ts";
import type { DigestContent } from "./digest-content.ts";
import { digestDocument } from "./documents/index.ts";
import { stillShared } from "./read-digest.ts";

type MailReport = NonNullable<Awaited<ReturnType<typeof getMailReport>>>;

/**
 * A waiting mail as its reader may get it now, made anew from its report where somebody ended what they shared, or was
 * erased; null where nothing of it may go out. Mails that tell of nobody's training stay as they are.
 */
export async function renewMail(
  db: Tx,
  payload: MailPayload,
  options: { render: RenderReport; renderAlert: RenderAlert; appUrl: string; now: Date },
): Promise<MailPayload | null> {
  const { alert, reportId } = payload;
  if (alert) return await renewAlert(db, alert as AlertOf, options);
  if (typeof reportId !== "string") return payload;
  const found = await getMailReport(db, reportId);
  if (found === null) return null;
  const own = { ...payload, to: found.email };
  return found.report.kind === "digest" ? await renewDigest(db, own, { ...found, ...options }) : own;
}

async function renewAlert(
  db: Tx,
  alert: AlertOf,
  options: { renderAlert: RenderAlert; appUrl: string; now: Date },
): Promise<MailPayload | null> {
  const warning = await getUrgentWarning(db, { ...alert, now: options.now });
  return warning ? alertMail(warning, { ...options, isGraver: alert.isGraver }) : null;
}

async function renewDigest(
  db: Tx,
  payload: MailPayload,
  { report, units, coaches, render }: MailReport & { render: RenderReport },
): Promise<MailPayload | null> {
  const { orgId, readerId } = report;
  if (orgId === null || !coaches) return null;
  const athletes = await listDigestAthletes(db, { orgId, userId: readerId });
  const training = athletes.filter(({ scopes }) => scopes.includes("training")).length;
  const written = report.content as unknown as DigestContent;
  const { content } = stillShared(
    written,
    new Map(athletes.map(({ athleteId, scopes }) => [athleteId, scopes])),
  );
  const fresh = { ...content, athletes: Math.min(content.athletes, training) };
  if (written.athletes > 0 && fresh.athletes === 0) return null;
  if (isDeepStrictEqual(fresh, written) && payload.text !== "") return payload;
  const document = digestDocument(fresh, { path: `/reports/${report.id}`, units });
  return { ...render(document, payload.to, { userId: readerId, orgId }), reportId: report.id };
}
