import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athletes, consents, memberships, organisations } from "../schema/index.ts";

type Role = (typeof memberships.$inferSelect)["role"];
type Scope = (typeof consents.$inferSelect)["scope"];

const STAFF = ["owner", "head-coach", "coach", "assistant"] as const;

/** Whether the user has an athlete profile that was not deleted. */
export async function hasAthleteProfile(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: athletes.athleteId })
    .from(athletes)
    .where(and(eq(athletes.athleteId, userId), isNull(athletes.deletedAt)));
  return rows.length > 0;
}

/** Whether the user is an active member of the organisation in one of the roles. */
export async function hasRole(
  tx: Tx,
  of: { userId: string; orgId: string },
  roles: readonly Role[],
): Promise<boolean> {
  const rows = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, and(eq(organisations.id, memberships.orgId), isNull(organisations.deletedAt)))
    .where(
      and(
        eq(memberships.orgId, of.orgId),
        eq(memberships.userId, of.userId),
        eq(memberships.status, "active"),
        inArray(memberships.role, [...roles]),
      ),
    );
  return rows.length > 0;
}

/** What the athlete now lets a coach see, in which role and through which organisation; the oldest consent first. */
export function listConsentsTo(
  tx: Tx,
  athleteId: string,
  coachId: string,
): Promise<{ scope: Scope; role: Role; orgId: string }[]> {
  return tx
    .select({ scope: consents.scope, role: memberships.role, orgId: consents.orgId })
    .from(consents)
    .innerJoin(
      memberships,
      and(
        eq(memberships.orgId, consents.orgId),
        eq(memberships.userId, consents.coachId),
        eq(memberships.status, "active"),
      ),
    )
    .innerJoin(organisations, and(eq(organisations.id, consents.orgId), isNull(organisations.deletedAt)))
    .where(and(eq(consents.athleteId, athleteId), eq(consents.coachId, coachId), isNull(consents.revokedAt)))
    .orderBy(asc(consents.grantedAt));
}

/** The roles in which the coach now holds the athlete's consent for the scope; empty: in none. */
export async function listConsentedRoles(
  tx: Tx,
  athleteId: string,
  by: { coachId: string; scope: Scope },
): Promise<Role[]> {
  const held = await listConsentsTo(tx, athleteId, by.coachId);
  return held.filter(({ scope }) => scope === by.scope).map(({ role }) => role);
}

/**
 * The athletes whose consent for the scope the coach holds now, as a sub-select: for lists over athletes, which
 * must name whom they are about and not rest on row-level security alone.
 */
export function consentedAthletes(tx: Tx, by: { coachId: string; scope: Scope }) {
  const ofCoach = and(eq(memberships.orgId, consents.orgId), eq(memberships.userId, consents.coachId));
  return tx
    .select({ athleteId: consents.athleteId })
    .from(consents)
    .innerJoin(
      memberships,
      and(ofCoach, eq(memberships.status, "active"), inArray(memberships.role, [...STAFF])),
    )
    .where(and(eq(consents.coachId, by.coachId), eq(consents.scope, by.scope), isNull(consents.revokedAt)));
}
