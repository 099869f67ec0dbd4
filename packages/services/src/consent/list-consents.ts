import {
  type AuditEventRow,
  type Consent,
  type ConsentEventRow,
  type ConsentScope,
  listAuditEvents,
  listConsentEvents,
  listConsents as listRows,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

export type CoachAccess = Pick<Consent, "orgId" | "orgName" | "coachId" | "coachName" | "coachRole"> & {
  scopes: { scope: ConsentScope; since: Date }[];
};

/** Who sees what of the actor, and since when. */
export async function listConsents(ctx: ServiceContext): Promise<CoachAccess[]> {
  const byCoach = new Map<string, CoachAccess>();
  for (const { scope, grantedAt, textVersion: _, ...coach } of await listRows(ctx.db, ctx.actor.userId)) {
    const key = `${coach.orgId}:${coach.coachId}`;
    const access = byCoach.get(key) ?? { ...coach, scopes: [] };
    access.scopes.push({ scope, since: grantedAt });
    byCoach.set(key, access);
  }
  return [...byCoach.values()];
}

/** All that the actor ever gave and ended, and what others did with the actor's data, latest first. */
export async function listConsentHistory(
  ctx: ServiceContext,
): Promise<{ consents: ConsentEventRow[]; accesses: AuditEventRow[] }> {
  return {
    consents: await listConsentEvents(ctx.db, ctx.actor.userId),
    accesses: await listAuditEvents(ctx.db, ctx.actor.userId, 200),
  };
}
