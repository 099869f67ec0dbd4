import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  getUser,
  insertAuditEvent,
  insertInvitation,
  insertMail,
  listMembers,
  listOrganisations,
  revokeInvitationsTo,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { hashToken, newToken, normaliseEmail } from "@repo/services/identity";
import { z } from "zod";
import { invitationMail } from "./mails.ts";
import { aRole, mayInvite, refuse, requireMembership } from "./permissions.ts";

const VALID_DAYS = 14;
const DAY_MS = 86_400_000;

export const InviteMemberInput = z.strictObject({
  orgId: z.uuid(),
  email: z.string().max(320),
  role: z.enum(["owner", "head-coach", "coach", "assistant", "athlete"]),
  /** What an athlete is asked to let the inviter see; others are asked for nothing. */
  scopes: z
    .array(z.enum(["training", "wellness", "medical", "location"]))
    .max(4)
    .default(["training"]),
  note: z.string().max(1_000).nullish(),
});
export type InviteMemberInput = z.input<typeof InviteMemberInput>;

/**
 * Invites one address into an organisation. The link goes by mail and is told to nobody else: who holds it is
 * taken to own the address. An earlier invitation of the same address ends.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT when the address belongs to a member
 */
export async function inviteMember(
  ctx: ServiceContext,
  input: InviteMemberInput,
  links: { urlOf: (token: string) => string },
): Promise<{ invitationId: string; expiresAt: Date }> {
  const { orgId, role, scopes, note } = InviteMemberInput.parse(input);
  const email = normaliseEmail(input.email);
  const mine = await requireMembership(ctx, orgId);
  if (!mayInvite(mine.role, role))
    refuse(`As ${aRole(mine.role)} you may not invite ${aRole(role)}. Ask an owner or head coach.`);
  const organisation = (await listOrganisations(ctx.db, ctx.actor.userId)).find(({ id }) => id === orgId);
  if (organisation?.isDemo) {
    refuse("Nobody is invited into a demo club: it goes when the demo data go. Invite into your own club.");
  }
  const members = await listMembers(ctx.db, orgId);
  if (members.some((member) => member.email === email && member.role === role)) {
    throw new AppError("CONFLICT", "This person belongs to the organisation already.");
  }
  await revokeInvitationsTo(ctx.db, orgId, { email, at: ctx.now });
  const token = newToken();
  const invitation = {
    id: newId(),
    orgId,
    email,
    role,
    scopes: role === "athlete" ? [...new Set(scopes)] : [],
    note: note ?? null,
    inviterId: ctx.actor.userId,
    tokenHash: hashToken(token),
    expiresAt: new Date(ctx.now.getTime() + VALID_DAYS * DAY_MS),
  };
  await insertInvitation(ctx.db, invitation);
  await mailInvitation(ctx, { invitation, url: links.urlOf(token) });
  await insertAuditEvent(ctx.db, {
    kind: "member-invited",
    actorId: ctx.actor.userId,
    orgId,
    detail: { invitationId: invitation.id, role },
  });
  return { invitationId: invitation.id, expiresAt: invitation.expiresAt };
}

async function mailInvitation(
  ctx: ServiceContext,
  {
    invitation,
    url,
  }: { invitation: { id: string; orgId: string; email: string; note: string | null }; url: string },
): Promise<void> {
  const organisations = await listOrganisations(ctx.db, ctx.actor.userId);
  const inviter = await getUser(ctx.db, ctx.actor.userId);
  await insertMail(ctx.db, {
    dedupeKey: `invitation:${invitation.id}`,
    userId: null,
    payload: invitationMail({
      to: invitation.email,
      inviter: inviter?.name ?? "A coach",
      organisation: organisations.find(({ id }) => id === invitation.orgId)?.name ?? "their organisation",
      note: invitation.note,
      url,
      validDays: VALID_DAYS,
    }),
  });
}
