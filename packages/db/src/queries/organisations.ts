import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { digestSettings, invitations, memberships, organisations, users } from "../schema/index.ts";

export type OrganisationRow = typeof organisations.$inferSelect;
export type MembershipRow = typeof memberships.$inferSelect;
export type Role = MembershipRow["role"];
export type Member = MembershipRow & { name: string; email: string };

/**
 * Makes the organisation with the actor as its owner; false when the id is taken. The context must be opened
 * again to see it.
 */
export async function insertOrganisation(
  tx: Tx,
  organisation: { id: string; name: string },
): Promise<boolean> {
  const [row] = await tx.execute<{ made: boolean }>(
    sql`select app.create_organisation(${organisation.id}::uuid, ${organisation.name}) as made`,
  );
  return row?.made ?? false;
}

/** Gives an organisation another name; false when the actor does not own it. */
export async function renameOrganisation(tx: Tx, to: { orgId: string; name: string }): Promise<boolean> {
  const rows = await tx
    .update(organisations)
    .set({ name: to.name })
    .where(and(eq(organisations.id, to.orgId), isNull(organisations.deletedAt)))
    .returning({ id: organisations.id });
  return rows.length === 1;
}

/** The organisations a user belongs to now, with the role in each; demo ones last. */
export function listOrganisations(
  tx: Tx,
  userId: string,
): Promise<{ id: string; name: string; role: Role; isDemo: boolean }[]> {
  return tx
    .select({
      id: organisations.id,
      name: organisations.name,
      role: memberships.role,
      isDemo: organisations.isDemo,
    })
    .from(memberships)
    .innerJoin(organisations, and(eq(organisations.id, memberships.orgId), isNull(organisations.deletedAt)))
    .where(and(eq(memberships.userId, userId), eq(memberships.status, "active")))
    .orderBy(asc(organisations.isDemo), asc(organisations.name), asc(organisations.id));
}

/** The organisations that have this user as their only owner, with how many others belong to each. */
export async function listSoleOwnerships(
  tx: Tx,
  userId: string,
): Promise<{ id: string; name: string; others: number }[]> {
  const owned = (await listOrganisations(tx, userId)).filter(({ role }) => role === "owner");
  const alone = [];
  for (const { id, name } of owned) {
    const others = (await listMembers(tx, id)).filter((member) => member.userId !== userId);
    if (!others.some(({ role }) => role === "owner")) alone.push({ id, name, others: others.length });
  }
  return alone;
}

/** Closes an organisation; false when the actor does not own it. */
export async function closeOrganisation(tx: Tx, close: { orgId: string; at: Date }): Promise<boolean> {
  const rows = await tx
    .update(organisations)
    .set({ deletedAt: close.at })
    .where(and(eq(organisations.id, close.orgId), isNull(organisations.deletedAt)))
    .returning({ id: organisations.id });
  return rows.length > 0;
}

export async function getMembership(tx: Tx, orgId: string, userId: string): Promise<MembershipRow | null> {
  const [row] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)));
  return row ?? null;
}

/** Active members with their names, staff first. */
export function listMembers(tx: Tx, orgId: string): Promise<Member[]> {
  return tx
    .select({
      orgId: memberships.orgId,
      userId: memberships.userId,
      role: memberships.role,
      status: memberships.status,
      joinedAt: memberships.joinedAt,
      endedAt: memberships.endedAt,
      name: users.name,
      email: users.email,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, orgId), eq(memberships.status, "active")))
    .orderBy(sql`${memberships.role} = 'athlete'`, asc(users.name), asc(users.id));
}

/** False when there is no such active membership, or the actor may not change it. */
export async function updateMembership(
  tx: Tx,
  of: { orgId: string; userId: string },
  change: { role: Role } | { endedAt: Date },
): Promise<boolean> {
  const set =
    "role" in change ? { role: change.role } : { status: "ended" as const, endedAt: change.endedAt };
  const rows = await tx
    .update(memberships)
    .set(set)
    .where(
      and(
        eq(memberships.orgId, of.orgId),
        eq(memberships.userId, of.userId),
        eq(memberships.status, "active"),
      ),
    )
    .returning({ userId: memberships.userId });
  return rows.length > 0;
}

/** What of an invitation may be shown: everything but the token's hash. */
const INVITATION = {
  id: invitations.id,
  orgId: invitations.orgId,
  email: invitations.email,
  role: invitations.role,
  scopes: invitations.scopes,
  inviterId: invitations.inviterId,
  note: invitations.note,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  revokedAt: invitations.revokedAt,
};

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation);
}

/** Invitations that wait for an answer, latest first. */
export function listOpenInvitations(tx: Tx, orgId: string, now: Date) {
  return tx
    .select(INVITATION)
    .from(invitations)
    .where(
      and(
        eq(invitations.orgId, orgId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(desc(invitations.createdAt));
}

export async function revokeInvitation(
  tx: Tx,
  orgId: string,
  end: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ revokedAt: end.at })
    .where(
      and(
        eq(invitations.id, end.id),
        eq(invitations.orgId, orgId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  return rows.length > 0;
}

/** Ends earlier invitations of the same address by the same organisation: the latest link is the one that works. */
export async function revokeInvitationsTo(
  tx: Tx,
  orgId: string,
  end: { email: string; at: Date },
): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: end.at })
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.email, end.email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}

export type InvitationByToken = {
  id: string;
  orgId: string;
  orgName: string;
  email: string;
  role: Role;
  scopes: string[];
  inviterId: string;
  inviterName: string;
  note: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

/** An invitation by its secret token, for whoever holds it, signed in or not. */
export async function getInvitationByToken(tx: Tx, tokenHash: Uint8Array): Promise<InvitationByToken | null> {
  const [row] = await tx.execute<Record<string, unknown>>(
    sql`select * from app.invitation_by_token(${Buffer.from(tokenHash)})`,
  );
  if (!row) return null;
  const instant = (value: unknown) => (value === null ? null : new Date(value as string));
  return {
    id: row.id as string,
    orgId: row.org_id as string,
    orgName: row.org_name as string,
    email: row.email as string,
    role: row.role as Role,
    scopes: row.scopes as string[],
    inviterId: row.inviter_id as string,
    inviterName: row.inviter_name as string,
    note: row.note as string | null,
    expiresAt: new Date(row.expires_at as string),
    acceptedAt: instant(row.accepted_at),
    revokedAt: instant(row.revoked_at),
  };
}

/**
 * Takes an invitation for the actor and makes the membership. Null when it is not for the actor's address, or
 * was taken, ended or expired. The context must be opened again to see the organisation.
 */
export async function acceptInvitation(
  tx: Tx,
  tokenHash: Uint8Array,
  at: Date,
): Promise<{ orgId: string; role: Role; inviterId: string; scopes: string[] } | null> {
  const [row] = await tx.execute<Record<string, unknown>>(
    sql`select * from app.accept_invitation(${Buffer.from(tokenHash)}, ${at.toISOString()}::timestamptz)`,
  );
  if (!row) return null;
  return {
    orgId: row.org_id as string,
    role: row.role as Role,
    inviterId: row.inviter_id as string,
    scopes: row.scopes as string[],
  };
}

export async function getDigestSetting(
  tx: Tx,
  of: { orgId: string; userId: string },
): Promise<{ isOn: boolean; hour: number } | null> {
  const [row] = await tx
    .select({ isOn: digestSettings.isOn, hour: digestSettings.hour })
    .from(digestSettings)
    .where(and(eq(digestSettings.orgId, of.orgId), eq(digestSettings.userId, of.userId)));
  return row ?? null;
}

export async function upsertDigestSetting(
  tx: Tx,
  of: { orgId: string; userId: string },
  set: { isOn: boolean; hour: number },
): Promise<void> {
  await tx
    .insert(digestSettings)
    .values({ orgId: of.orgId, userId: of.userId, ...set })
    .onConflictDoUpdate({ target: [digestSettings.orgId, digestSettings.userId], set });
}
