import { AppError } from "@repo/core/errors";
import {
  deleteNewEmailTokens,
  deleteVerificationTokens,
  getUser,
  getUserByEmail,
  insertAuditEvent,
  insertMail,
  insertVerificationToken,
  takeVerificationToken,
  updateEmail,
} from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { newEmailMail, oldEmailMail } from "./mails.ts";
import { LINK_VALID_MS, mayMailLink } from "./may-mail-link.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { requirePassword } from "./passwords.ts";
import { hashToken, newToken } from "./token.ts";

type NewEmailWish = {
  userId: string;
  /** Null where the account has none. */
  currentPassword: string | null;
  email: string;
  ip: string | null;
  urlOf: (token: string) => string;
};

/**
 * Mails a link to the address that an account is to have. Nothing changes until it is opened; the answer does not tell
 * whether the address has an account.
 *
 * @throws AppError INVALID when the password does not fit, or the address is none or is the account's already
 */
export async function requestNewEmail(ctx: CredentialContext, input: NewEmailWish): Promise<void> {
  const user = await requirePassword(ctx, input);
  const email = normaliseEmail(input.email);
  if (email === user.email) {
    throw new AppError("INVALID", "This is the address of your account already.", { field: "email" });
  }
  if (!(await mayMailLink(ctx, { email, ip: input.ip }))) {
    throw new AppError(
      "INVALID",
      "Several links were sent just now. Look for them, or try again in a quarter of an hour.",
    );
  }
  const token = newToken();
  const tokenHash = hashToken(token);
  await ctx.db.transaction(async (tx) => {
    await deleteNewEmailTokens(tx, user.id);
    if (await getUserByEmail(tx, email)) return;
    const expiresAt = new Date(ctx.now.getTime() + LINK_VALID_MS);
    await insertVerificationToken(tx, { tokenHash, email, purpose: "new-email", userId: user.id, expiresAt });
    await insertMail(tx, {
      dedupeKey: `new-email:${Buffer.from(tokenHash).toString("hex")}`,
      userId: user.id,
      payload: newEmailMail({ to: email, name: user.name, url: input.urlOf(token) }),
    });
  });
}

/**
 * Gives an account the address to which the link was mailed, and tells the old one. Sign-ins stay; links that were
 * mailed to the old address open nothing any more.
 *
 * @throws AppError INVALID when the link was used, is too old or never was; CONFLICT when the address has got an account
 */
export async function takeNewEmail(ctx: CredentialContext, input: { token: string }): Promise<void> {
  const tokenHash = hashToken(input.token);
  await ctx.db.transaction(async (tx) => {
    const taken = await takeVerificationToken(tx, { tokenHash, purpose: "new-email", at: ctx.now });
    const user = taken?.userId ? await getUser(tx, taken.userId) : null;
    if (!taken || !user) {
      throw new AppError(
        "INVALID",
        "This link was used before or is older than 30 minutes. Ask for a new one in your settings.",
      );
    }
    if (!(await updateEmail(tx, user.id, taken.email, ctx.now))) {
      throw new AppError("CONFLICT", "This address has an account of its own by now.");
    }
    for (const purpose of ["sign-in", "reset-password"] as const) {
      await deleteVerificationTokens(tx, user.email, purpose);
    }
    await insertAuditEvent(tx, { kind: "email-changed", actorId: user.id });
    await insertMail(tx, {
      dedupeKey: `old-email:${Buffer.from(tokenHash).toString("hex")}`,
      userId: user.id,
      payload: oldEmailMail({ to: user.email, name: user.name }),
    });
  });
}
