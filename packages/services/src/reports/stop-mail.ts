import { createHmac, timingSafeEqual } from "node:crypto";
import { type Db, withActor } from "@repo/db";
import { getAccount, getDigestSetting, upsertDigestSetting } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { getReportSetting, setReportSetting } from "./report-setting.ts";

/** Which mails to whom: the digest of an organisation, or (null) the reader's own week. */
export type MailStop = { userId: string; orgId: string | null };

const Parts = z.tuple([z.uuid(), z.union([z.uuid(), z.literal("week")]), z.string()]);
const DIGEST_HOUR = 6;

/**
 * The secret part of the address that ends a kind of mail for its reader, without a sign-in (RFC 8058). It is the same in
 * every mail of the kind, and nobody can make it who does not have the server's secret.
 */
export function stopToken({ userId, orgId }: MailStop, secret: string): string {
  const what = orgId ?? "week";
  return `${userId}.${what}.${markOf(userId, what, secret)}`;
}

/** What an address ends; null for one that this server did not make. */
export function readStopToken(token: string, secret: string): MailStop | null {
  const parts = Parts.safeParse(token.split("."));
  if (!parts.success) return null;
  const [userId, what, mark] = parts.data;
  const [given, made] = [Buffer.from(mark), Buffer.from(markOf(userId, what, secret))];
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null;
  return { userId, orgId: what === "week" ? null : what };
}

function markOf(userId: string, what: string, secret: string): string {
  return createHmac("sha256", secret).update(`stop-mail:${userId}:${what}`).digest("base64url");
}

/** Ends a kind of mail as its reader would under Settings; false where there is nothing to end any more. */
export async function stopMail(web: Db, { userId, orgId }: MailStop, now: Date): Promise<boolean> {
  return await withActor(web, { userId }, async (db) => {
    const account = await getAccount(db, userId);
    if (!account) return false;
    if (orgId === null) return await stopWeek({ db, actor: { userId }, now });
    if (!account.organisations.some((organisation) => organisation.orgId === orgId)) return false;
    const { hour } = (await getDigestSetting(db, { orgId, userId })) ?? { hour: DIGEST_HOUR };
    await upsertDigestSetting(db, { orgId, userId }, { isOn: false, hour });
    return true;
  });
}

async function stopWeek(ctx: ServiceContext): Promise<boolean> {
  const { weekday, hour } = await getReportSetting(ctx);
  await setReportSetting(ctx, { isOn: false, weekday, hour });
  return true;
}
