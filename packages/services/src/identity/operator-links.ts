import { AppError } from "@repo/core/errors";
import { getUserByEmail, hasUsers, insertVerificationToken, replaceOwnerToken } from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { LINK_VALID_MS } from "./may-mail-link.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { hashToken, newToken } from "./token.ts";

const OWNER_VALID_MS = 7 * 86_400_000;

/**
 * A fresh token that makes the first account, for who operates the server; earlier ones stop working.
 * @throws {AppError} CONFLICT when there is an account already
 */
export async function newOwnerToken(ctx: CredentialContext): Promise<string> {
  if (await hasUsers(ctx.db)) {
    throw new AppError(
      "CONFLICT",
      "There is an account already. It can invite others; see also: user reset-link.",
    );
  }
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + OWNER_VALID_MS);
  await ctx.db.transaction((tx) => replaceOwnerToken(tx, { tokenHash: hashToken(token), expiresAt }));
  return token;
}

/**
 * A token that sets a new password, for who operates the server and cannot send mail.
 * @throws {AppError} NOT_FOUND when no account has the address
 */
export async function newResetToken(ctx: CredentialContext, input: { email: string }): Promise<string> {
  const email = normaliseEmail(input.email);
  if (!(await getUserByEmail(ctx.db, email)))
    throw new AppError("NOT_FOUND", `No account has the address ${email}.`);
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + LINK_VALID_MS);
  await insertVerificationToken(ctx.db, {
    tokenHash: hashToken(token),
    email,
    purpose: "reset-password",
    expiresAt,
  });
  return token;
}
