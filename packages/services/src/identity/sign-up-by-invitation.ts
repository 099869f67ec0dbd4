import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import { getInvitationByToken, insertAuditEvent, insertUser, upsertCredential } from "@repo/db/queries";
import { checkNewPassword } from "./check-new-password.ts";
import type { CredentialContext } from "./context.ts";
import { hashPassword } from "./password-hash.ts";
import { personName } from "./person-name.ts";
import { hashToken } from "./token.ts";

/**
 * Makes the account an invitation was sent to; the link came by mail, so the address is proved. The invitation
 * stays open: it is accepted by the new user, after signing in.
 * @throws AppError INVALID when the invitation is no longer open, CONFLICT when the address has an account
 */
export async function signUpByInvitation(
  ctx: CredentialContext,
  input: { token: string; name: string; password: string; timeZone?: string },
): Promise<{ userId: string; email: string }> {
  const invitation = await getInvitationByToken(ctx.db, hashToken(input.token));
  const open =
    invitation && !invitation.acceptedAt && !invitation.revokedAt && invitation.expiresAt > ctx.now;
  if (!open) throw new AppError("INVALID", "This invitation is no longer open. Ask for a new one.");
  const account = { id: newId(), name: personName(input.name), email: invitation.email };
  checkNewPassword(input.password, account);
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    if (!(await insertUser(tx, { ...account, emailVerifiedAt: ctx.now, timeZone: input.timeZone }))) {
      throw new AppError("CONFLICT", "This address has an account already: sign in to accept.", {
        reason: "has-account",
      });
    }
    await upsertCredential(tx, account.id, { passwordHash, at: ctx.now });
    await insertAuditEvent(tx, { kind: "signed-up", actorId: account.id, orgId: invitation.orgId });
    return { userId: account.id, email: account.email };
  });
}
