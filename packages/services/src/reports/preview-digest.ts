import { localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { askForDigest, getAccount } from "@repo/db/queries";
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

/** Has the digest of an organisation made anew and mailed to the actor within a minute, whatever the hour. */
export async function sendDigestNow(ctx: ServiceContext, input: { orgId: string }): Promise<void> {
  await askForDigest(ctx.db, { orgId: input.orgId, userId: ctx.actor.userId, at: ctx.now });
}
