import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athletes, memberships, organisations, users } from "../schema/index.ts";

/** A user's own account: who they are, where they belong and as what, and how they want things shown. */
export async function getAccount(tx: Tx, userId: string) {
  const [user] = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      timeZone: users.timeZone,
      units: users.units,
      isOperator: users.isOperator,
      isDemo: users.isDemo,
      athleteId: athletes.athleteId,
    })
    .from(users)
    .leftJoin(athletes, and(eq(athletes.athleteId, users.id), isNull(athletes.deletedAt)))
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!user) return null;
  const { athleteId, ...account } = user;
  return { ...account, isAthlete: athleteId !== null, organisations: await listOwnOrganisations(tx, userId) };
}

async function listOwnOrganisations(tx: Tx, userId: string) {
  return await tx
    .select({
      orgId: organisations.id,
      name: organisations.name,
      role: memberships.role,
      isDemo: organisations.isDemo,
    })
    .from(memberships)
    .innerJoin(organisations, and(eq(organisations.id, memberships.orgId), isNull(organisations.deletedAt)))
    .where(and(eq(memberships.userId, userId), eq(memberships.status, "active")))
    // One's own comes before a demo club: what is invited or planned without choosing belongs there.
    .orderBy(organisations.isDemo, organisations.name, organisations.id);
}
