import { AppError } from "@repo/core/errors";
import {
  type ConsentScope,
  getInvitationByToken,
  getUserByEmail,
  type InvitationByToken,
  insertAuditEvent,
  listOpenInvitations,
  type Role,
  revokeInvitation as revokeRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type CredentialContext, hashToken } from "@repo/services/identity";
import { mayListInvitations, refuse, requireMembership } from "./permissions.ts";

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export type InvitationView = {
  state: InvitationState;
  orgName: string;
  role: Role;
  email: string;
  inviterName: string;
  note: string | null;
  expiresAt: Date;
  /** Whether the address has an account: then its owner signs in, otherwise makes one. */
  hasAccount: boolean;
  /** Who would see what, if the invited athlete agrees to all that is asked. */
  willSee: { coachName: string; scopes: ConsentScope[] }[];
};

/**
 * What an invitation is about, for whoever holds its link, signed in or not.
 * @throws AppError NOT_FOUND
 */
export async function getInvitation(
  ctx: CredentialContext,
  input: { token: string },
): Promise<InvitationView> {
  const invitation = await getInvitationByToken(ctx.db, hashToken(input.token));
  if (!invitation) throw new AppError("NOT_FOUND", "This invitation is not known. Ask for a new one.");
  const { orgName, role, email, inviterName, note, expiresAt } = invitation;
  const scopes = invitation.scopes as ConsentScope[];
  return {
    state: stateOf(invitation, ctx.now),
    orgName,
    role,
    email,
    inviterName,
    note,
    expiresAt,
    hasAccount: (await getUserByEmail(ctx.db, email)) !== null,
    willSee: scopes.length > 0 ? [{ coachName: inviterName, scopes }] : [],
  };
}

/** Invitations that wait for an answer. */
export async function listInvitations(ctx: ServiceContext, input: { orgId: string }) {
  const mine = await requireMembership(ctx, input.orgId);
  if (!mayListInvitations(mine.role)) return [];
  return listOpenInvitations(ctx.db, input.orgId, ctx.now);
}

/**
 * Ends an invitation that nobody has accepted.
 * @throws AppError NOT_FOUND
 */
export async function revokeInvitation(
  ctx: ServiceContext,
  input: { orgId: string; invitationId: string },
): Promise<void> {
  const mine = await requireMembership(ctx, input.orgId);
  if (!mayListInvitations(mine.role)) refuse("Only those who may invite may end an invitation.");
  if (!(await revokeRow(ctx.db, input.orgId, { id: input.invitationId, at: ctx.now }))) {
    throw new AppError("NOT_FOUND", "There is no such open invitation.");
  }
  await insertAuditEvent(ctx.db, {
    kind: "invitation-revoked",
    actorId: ctx.actor.userId,
    orgId: input.orgId,
    detail: { invitationId: input.invitationId },
  });
}

export function stateOf(invitation: InvitationByToken, now: Date): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}
