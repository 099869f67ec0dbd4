import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import { hasUsers, insertAuditEvent, insertUser, takeOwnerToken, upsertCredential } from "@repo/db/queries";
import { checkNewPassword } from "./check-new-password.ts";
import type { CredentialContext } from "./context.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { hashPassword } from "./password-hash.ts";
import { personName } from "./person-name.ts";
import { hashToken } from "./token.ts";

/**
 * Makes the first account of a server with the token that its first start printed. There is no other way to
 * an account without an invitation, and no account that exists by itself.
 * @throws AppError INVALID when the token is not the one, or somebody was first
 */
export async function createOwner(
  ctx: CredentialContext,
  input: { token: string; name: string; email: string; password: string; timeZone?: string },
): Promise<{ userId: string }> {
  const account = { id: newId(), name: personName(input.name), email: normaliseEmail(input.email) };
  checkNewPassword(input.password, account);
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    const isFirst = await takeOwnerToken(tx, hashToken(input.token), ctx.now);
    if (!isFirst || (await hasUsers(tx))) {
      throw new AppError(
        "INVALID",
        "This link is not valid any more. If nobody has an account yet, start the server again: it prints a new link.",
      );
    }
    const owner = { ...account, isOperator: true, emailVerifiedAt: ctx.now, timeZone: input.timeZone };
    if (!(await insertUser(tx, owner)))
      throw new AppError("CONFLICT", "This address has an account already.");
    await upsertCredential(tx, account.id, { passwordHash, at: ctx.now });
    await insertAuditEvent(tx, { kind: "owner-created", actorId: account.id });
    return { userId: account.id };
  });
}

/** Whether somebody has an account. */
export function isSetUp(ctx: CredentialContext): Promise<boolean> {
  return hasUsers(ctx.db);
}
