import {
  type AuditEventRow,
  type Consent,
  type ConsentEventRow,
  type ConsentScope,
  getUser,
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

export type Look = {
  id: string;
  name: string | null;
  scope: ConsentScope;
  at: Date;
};

/** Who looked at the actor's check-ins and health, once a day each, latest first; null names somebody who left. */
export async function listLooks(ctx: ServiceContext): Promise<Look[]> {
  const events = await listAuditEvents(ctx.db, ctx.actor.userId, 200);
  const names = new Map<string, string | null>();
  const looks: Look[] = [];
  for (const { id, kind, actorId, detail, at } of events) {
    const scope = (detail as { scope?: ConsentScope } | null)?.scope;
    if (kind !== "read" || !actorId || !scope) continue;
    if (!names.has(actorId)) names.set(actorId, (await getUser(ctx.db, actorId))?.name ?? null);
    looks.push({ id, name: names.get(actorId) ?? null, scope, at });
  }
  return looks;
}
