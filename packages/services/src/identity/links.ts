import { AppError } from "@repo/core/errors";
import {
  deleteVerificationTokens,
  getUserByEmail,
  insertAuditEvent,
  insertMail,
  insertVerificationToken,
  takeVerificationToken,
  updateEmailVerified,
} from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { passwordLinkMail, signInLinkMail } from "./mails.ts";
import { LINK_VALID_MS, mayMailLink } from "./may-mail-link.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { storePassword } from "./passwords.ts";
import { hashToken, newToken } from "./token.ts";

/** Who wants a link, from where (null: unknown), and the address of the page that takes its token. */
type LinkWish = { email: string; ip: string | null; urlOf: (token: string) => string };

type AccountUser = { id: string; email: string; name: string; emailVerifiedAt: Date | null };

/** Keeps a sign-in link's token, of which the caller makes and mails the link. */
export async function storeSignInToken(
  ctx: CredentialContext,
  input: { email: string; token: string; expiresAt: Date },
): Promise<void> {
  await insertVerificationToken(ctx.db, {
    tokenHash: hashToken(input.token),
    email: normaliseEmail(input.email),
    purpose: "sign-in",
    expiresAt: input.expiresAt,
  });
}

/** Uses a sign-in link up: the user it opens, whose address is thereby proved, or null. */
export async function takeSignInToken(
  ctx: CredentialContext,
  input: { token: string; email?: string },
): Promise<AccountUser | null> {
  const taken = await takeVerificationToken(ctx.db, {
    tokenHash: hashToken(input.token),
    purpose: "sign-in",
    at: ctx.now,
  });
  if (taken === null || (input.email !== undefined && normaliseEmail(input.email) !== taken.email))
    return null;
  const user = await getUserByEmail(ctx.db, taken.email);
  if (!user) return null;
  await updateEmailVerified(ctx.db, user.id, ctx.now);
  await insertAuditEvent(ctx.db, { kind: "signed-in", actorId: user.id, detail: { by: "link" } });
  return user;
}

/** Mails a sign-in link to an account's address. Says nothing about whether there is one. */
export async function requestSignInLink(ctx: CredentialContext, input: LinkWish): Promise<void> {
  await requestLink(ctx, { ...input, purpose: "sign-in" });
}

/** Mails a link for a new password. Says nothing about whether there is such an account. */
export async function requestPasswordLink(ctx: CredentialContext, input: LinkWish): Promise<void> {
  await requestLink(ctx, { ...input, purpose: "reset-password" });
}

/**
 * Sets a new password by the mailed link and ends every sign-in of the account.
 * @throws AppError INVALID when the link was used, is too old or never was
 */
export async function resetPassword(
  ctx: CredentialContext,
  input: { token: string; password: string },
): Promise<{ userId: string }> {
  return ctx.db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx };
    const token = { tokenHash: hashToken(input.token), purpose: "reset-password", at: ctx.now } as const;
    const taken = await takeVerificationToken(tx, token);
    const user = taken === null ? null : await getUserByEmail(tx, taken.email);
    if (!user) {
      throw new AppError(
        "INVALID",
        "This link was used before or is older than 30 minutes. Ask for a new one.",
      );
    }
    await storePassword(inner, { user, password: input.password });
    await updateEmailVerified(tx, user.id, ctx.now);
    return { userId: user.id };
  });
}

async function requestLink(
  ctx: CredentialContext,
  input: LinkWish & { purpose: "sign-in" | "reset-password" },
): Promise<void> {
  const email = normaliseEmail(input.email);
  if (!(await mayMailLink(ctx, input))) return;
  const token = newToken();
  const tokenHash = hashToken(token);
  await ctx.db.transaction(async (tx) => {
    const user = await getUserByEmail(tx, email);
    await deleteVerificationTokens(tx, email, input.purpose);
    if (!user) return;
    const expiresAt = new Date(ctx.now.getTime() + LINK_VALID_MS);
    await insertVerificationToken(tx, { tokenHash, email, purpose: input.purpose, expiresAt });
    const mail = input.purpose === "sign-in" ? signInLinkMail : passwordLinkMail;
    await insertMail(tx, {
      dedupeKey: `${input.purpose}:${Buffer.from(tokenHash).toString("hex")}`,
      userId: user.id,
      payload: mail({ to: email, name: user.name, url: input.urlOf(token) }),
    });
  });
}
