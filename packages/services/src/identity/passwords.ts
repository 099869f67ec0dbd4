import { AppError } from "@repo/core/errors";
import {
  deleteVerificationTokens,
  getCredential,
  getUser,
  insertAuditEvent,
  revokeSessions,
  upsertCredential,
} from "@repo/db/queries";
import { checkNewPassword } from "./check-new-password.ts";
import type { CredentialContext } from "./context.ts";
import { fitsPassword, hashPassword } from "./password-hash.ts";

/**
 * Changes a signed-in user's password and ends their other sign-ins.
 * @throws AppError INVALID when the present password does not fit, or the new one is easily guessed
 */
export async function setPassword(
  ctx: CredentialContext,
  input: { userId: string; currentPassword: string | null; password: string; sessionId: string },
): Promise<void> {
  const user = await requirePassword(ctx, input);
  await ctx.db.transaction((tx) =>
    storePassword({ ...ctx, db: tx }, { user, password: input.password, exceptSessionId: input.sessionId }),
  );
}

/**
 * The account of a signed-in user who knows its password, where it has one.
 * @throws AppError INVALID when the password does not fit
 */
export async function requirePassword(
  ctx: CredentialContext,
  input: { userId: string; currentPassword: string | null },
) {
  const user = await getUser(ctx.db, input.userId);
  if (!user) throw new AppError("NOT_FOUND", "This account is no longer there.");
  const credential = await getCredential(ctx.db, user.email);
  if (
    credential?.passwordHash &&
    !(await fitsPassword(credential.passwordHash, input.currentPassword ?? ""))
  ) {
    throw new AppError("INVALID", "The present password does not fit.", { field: "currentPassword" });
  }
  return user;
}

/** Stores a checked password; all links for choosing one and all other sign-ins end with the old one. */
export async function storePassword(
  ctx: CredentialContext,
  input: { user: { id: string; email: string; name: string }; password: string; exceptSessionId?: string },
): Promise<void> {
  const { user } = input;
  checkNewPassword(input.password, user);
  const passwordHash = await hashPassword(input.password);
  await upsertCredential(ctx.db, user.id, { passwordHash, at: ctx.now });
  await deleteVerificationTokens(ctx.db, user.email, "reset-password");
  await revokeSessions(ctx.db, user.id, { at: ctx.now, exceptId: input.exceptSessionId });
  await insertAuditEvent(ctx.db, { kind: "password-changed", actorId: user.id });
}
