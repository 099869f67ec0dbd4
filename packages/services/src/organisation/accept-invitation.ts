import { AppError } from "@repo/core/errors";
import { openContext } from "@repo/db";
import {
  type ConsentScope,
  getInvitationByToken,
  insertAthlete,
  insertAuditEvent,
  type Role,
  acceptInvitation as takeInvitation,
} from "@repo/db/queries";
import { grantConsent } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { hashToken, TimeZone } from "@repo/services/identity";
import { z } from "zod";
import { type InvitationState, stateOf } from "./invitations.ts";

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(1).max(200),
  /** What the athlete agrees to show the inviter: of what was asked, as much as they like. */
  scopes: z.array(z.enum(["training", "wellness", "medical", "location"])).max(4),
  timeZone: TimeZone,
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

const CLOSED: Record<Exclude<InvitationState, "open">, string> = {
  accepted: "This invitation was accepted already.",
  revoked: "This invitation was taken back. Ask for a new one.",
  expired: "This invitation is too old. Ask for a new one.",
};

/**
 * Makes the actor a member, and an athlete an athlete who shows the inviter what they agree to.
 * @throws AppError NOT_FOUND, FORBIDDEN for another address, INVALID when no longer open
 */
export async function acceptInvitation(
  ctx: ServiceContext,
  input: AcceptInvitationInput,
): Promise<{ orgId: string; role: Role }> {
  const hash = hashToken(input.token);
  const taken = await takeInvitation(ctx.db, hash, ctx.now);
  if (!taken) return explain(ctx, hash);
  await openContext(ctx.db, ctx.actor);
  const { orgId, role } = taken;
  const actorId = ctx.actor.userId;
  await insertAuditEvent(ctx.db, { kind: "invitation-accepted", actorId, orgId, detail: { role } });
  if (role === "athlete") {
    await insertAthlete(ctx.db, actorId, input.timeZone);
    const scopes = input.scopes.filter((scope) => taken.scopes.includes(scope)) as ConsentScope[];
    if (scopes.length > 0) await grantConsent(ctx, { orgId, coachId: taken.inviterId, scopes });
  }
  return { orgId, role };
}

async function explain(ctx: ServiceContext, hash: Uint8Array): Promise<never> {
  const invitation = await getInvitationByToken(ctx.db, hash);
  if (!invitation) throw new AppError("NOT_FOUND", "This invitation is not known. Ask for a new one.");
  const state = stateOf(invitation, ctx.now);
  if (state !== "open") throw new AppError("INVALID", CLOSED[state], { state });
  throw new AppError(
    "FORBIDDEN",
    "This invitation was sent to another address. Sign in with that address to accept it.",
  );
}
