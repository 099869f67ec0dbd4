import { localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { askForDigest, getAccount, getLastDigest } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type DigestContent, digestContent } from "./digest-content.ts";

/**
 * What the actor's morning digest of an organisation would say now. Nothing is stored or sent, and row-level
 * security decides once more what it may be made from.
 *
 * @throws {AppError} NOT_FOUND where the actor is no active member
 */
export async function previewDigest(ctx: ServiceContext, input: { orgId: string }): Promise<DigestContent> {
  const account = await getAccount(ctx.db, ctx.actor.userId);
  const organisation = account?.organisations.find(({ orgId }) => orgId === input.orgId);
  if (!account || !organisation) throw new AppError("NOT_FOUND", "There is no such organisation.");
  const reader = {
    userId: account.userId,
    name: account.name,
    units: account.units,
    orgId: organisation.orgId,
    orgName: organisation.name,
  };
  return await digestContent(ctx.db, reader, localDay(ctx.now, account.timeZone));
}

/** A second mail that says the same is sent so soon only when it is meant. */
const JUST_SENT_MS = 10 * 60_000;

/**
 * Has the digest of an organisation made anew and mailed to the actor within a minute, whatever the hour. Where one went
 * out a few minutes ago, or waits for the mail server, that is said instead, unless the actor asks `again`.
 */
export async function sendDigestNow(
  ctx: ServiceContext,
  input: { orgId: string; again?: boolean },
): Promise<{ asked: boolean; sentAt: Date | null }> {
  const { orgId, again = false } = input;
  const last = again ? null : await getLastDigest(ctx.db, { orgId, readerId: ctx.actor.userId });
  const since = new Date(ctx.now.getTime() - JUST_SENT_MS);
  const waits = last !== null && last.sentAt === null && last.failure === null;
  const isToday = last !== null && last.localDate >= localDay(since, "UTC");
  if ((waits && isToday) || (last?.sentAt && last.sentAt >= since))
    return { asked: false, sentAt: last.sentAt };
  await askForDigest(ctx.db, { orgId, userId: ctx.actor.userId, at: ctx.now });
  return { asked: true, sentAt: null };
}
