import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import { consentEvents, consents, memberships, organisations, users } from "../schema/index.ts";

export type ConsentRow = typeof consents.$inferSelect;
export type ConsentScope = ConsentRow["scope"];
export type ConsentEventRow = typeof consentEvents.$inferSelect;
export type Consent = {
  orgId: string;
  orgName: string;
  coachId: string;
  coachName: string;
  coachRole: (typeof memberships.$inferSelect)["role"];
  scope: ConsentScope;
  grantedAt: Date;
  textVersion: string;
};
type Pair = { orgId: string; coachId: string; athleteId: string };

/** Who sees what of the athlete, and since when: consents in force, of coaches who still belong. */
export function listConsents(tx: Tx, athleteId: string): Promise<Consent[]> {
  const coach = alias(users, "coach");
  return tx
    .select({
      orgId: consents.orgId,
      orgName: organisations.name,
      coachId: consents.coachId,
      coachName: coach.name,
      coachRole: memberships.role,
      scope: consents.scope,
      grantedAt: consents.grantedAt,
      textVersion: consents.textVersion,
    })
    .from(consents)
    .innerJoin(organisations, eq(organisations.id, consents.orgId))
    .innerJoin(coach, eq(coach.id, consents.coachId))
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, consents.orgId), eq(memberships.userId, consents.coachId)),
    )
    .where(and(eq(consents.athleteId, athleteId), isNull(consents.revokedAt)))
    .orderBy(asc(organisations.name), asc(coach.name), asc(consents.scope));
}

/** Gives a scope, again where it had ended; says which of the scopes were not in force before. */
export async function upsertConsents(
  tx: Tx,
  pair: Pair,
  given: { scopes: readonly ConsentScope[]; textVersion: string; at: Date },
): Promise<ConsentScope[]> {
  if (given.scopes.length === 0) return [];
  const rows = await tx
    .insert(consents)
    .values(
      given.scopes.map((scope) => ({ ...pair, scope, textVersion: given.textVersion, grantedAt: given.at })),
    )
    .onConflictDoUpdate({
      target: [consents.orgId, consents.coachId, consents.athleteId, consents.scope],
      set: { textVersion: given.textVersion, grantedAt: given.at, revokedAt: null },
      setWhere: sql`${consents.revokedAt} is not null`,
    })
    .returning({ scope: consents.scope });
  return rows.map((row) => row.scope);
}

/** Ends consents in force; says which. */
export async function revokeConsents(
  tx: Tx,
  pair: Pair,
  end: { scopes: readonly ConsentScope[]; at: Date },
): Promise<ConsentScope[]> {
  if (end.scopes.length === 0) return [];
  const rows = await tx
    .update(consents)
    .set({ revokedAt: end.at })
    .where(
      and(
        eq(consents.athleteId, pair.athleteId),
        eq(consents.orgId, pair.orgId),
        eq(consents.coachId, pair.coachId),
        inArray(consents.scope, [...end.scopes]),
        isNull(consents.revokedAt),
      ),
    )
    .returning({ scope: consents.scope });
  return rows.map((row) => row.scope);
}

/** Ends the consents in force that a member of an organisation was given there, or gave as well; says which. */
export async function revokeConsentsOfMember(
  tx: Tx,
  of: { orgId: string; userId: string },
  end: { at: Date; which: "given-to" | "both" },
): Promise<{ athleteId: string; coachId: string; scope: ConsentScope }[]> {
  const givenTo = eq(consents.coachId, of.userId);
  return await tx
    .update(consents)
    .set({ revokedAt: end.at })
    .where(
      and(
        eq(consents.orgId, of.orgId),
        end.which === "both" ? or(givenTo, eq(consents.athleteId, of.userId)) : givenTo,
        isNull(consents.revokedAt),
      ),
    )
    .returning({ athleteId: consents.athleteId, coachId: consents.coachId, scope: consents.scope });
}

export async function insertConsentEvents(
  tx: Tx,
  events: readonly Omit<typeof consentEvents.$inferInsert, "id">[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(consentEvents).values(events.map((event) => ({ ...event, id: newId() })));
}

/** All that was given and ended, latest first. */
export function listConsentEvents(tx: Tx, athleteId: string): Promise<ConsentEventRow[]> {
  return tx
    .select()
    .from(consentEvents)
    .where(eq(consentEvents.athleteId, athleteId))
    .orderBy(desc(consentEvents.at), desc(consentEvents.id));
}
