import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import {
  activities,
  athletes,
  consents,
  memberships,
  organisations,
  plannedWorkouts,
  type SCOPES,
  seasons,
  users,
} from "../schema/index.ts";

type Scope = (typeof SCOPES)[number];
type Role = (typeof memberships.$inferSelect)["role"];

/** These work on the owner's connection, which row-level security does not stop. Ids are random. */
export async function makeUser(
  owner: Tx,
  overrides: Partial<typeof users.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await owner
    .insert(users)
    .values({ id, email: `user-${id}@example.org`, name: `User ${id.slice(-4)}`, ...overrides });
  return overrides.id ?? id;
}

export async function makeAthlete(
  owner: Tx,
  overrides: Partial<Omit<typeof athletes.$inferInsert, "athleteId">> = {},
): Promise<string> {
  const athleteId = await makeUser(owner);
  await owner.insert(athletes).values({ timeZone: "Europe/Oslo", ...overrides, athleteId });
  return athleteId;
}

export async function makeOrganisation(owner: Tx): Promise<string> {
  const id = newId();
  await owner.insert(organisations).values({ id, name: `Club ${id.slice(-4)}` });
  return id;
}

export async function makeMember(
  owner: Tx,
  orgId: string,
  member: { userId: string; role: Role },
): Promise<void> {
  await owner.insert(memberships).values({ orgId, ...member, status: "active" });
}

export async function makeConsent(
  owner: Tx,
  pair: { orgId: string; coachId: string; athleteId: string },
  scopes: readonly Scope[] = ["training"],
): Promise<void> {
  const grant = { ...pair, textVersion: "1", grantedAt: sql`now()` };
  await owner.insert(consents).values(scopes.map((scope) => ({ ...grant, scope })));
}

/** An organisation with one coach and one athlete who lets the coach see the scopes. */
export async function makeCoachAndAthlete(
  owner: Tx,
  options: { role?: Role; scopes?: readonly Scope[] } = {},
): Promise<{ orgId: string; coachId: string; athleteId: string }> {
  const orgId = await makeOrganisation(owner);
  const [coachId, athleteId] = [await makeUser(owner), await makeAthlete(owner)];
  await makeMember(owner, orgId, { userId: coachId, role: options.role ?? "coach" });
  await makeMember(owner, orgId, { userId: athleteId, role: "athlete" });
  const scopes = options.scopes ?? ["training"];
  if (scopes.length > 0) await makeConsent(owner, { orgId, coachId, athleteId }, scopes);
  return { orgId, coachId, athleteId };
}

export async function makeActivity(
  owner: Tx,
  athleteId: string,
  overrides: Partial<typeof activities.$inferInsert> = {},
): Promise<string> {
  const id = overrides.id ?? newId();
  const run = {
    localDate: "2026-03-02",
    sport: "run",
    durationS: 3_600,
    distanceM: 12_000,
    source: "manual",
  } as const;
  await owner.insert(activities).values({ ...run, ...overrides, id, athleteId });
  return id;
}

export async function makeSeason(
  owner: Tx,
  athleteId: string,
  overrides: Partial<typeof seasons.$inferInsert> = {},
): Promise<string> {
  const id = overrides.id ?? newId();
  const plan = {
    name: "Spring",
    request: {},
    status: "assigned",
    startsOn: "2026-01-05",
    endsOn: "2026-05-31",
  } as const;
  await owner.insert(seasons).values({ ...plan, ...overrides, id, athleteId });
  return id;
}

export async function makePlannedWorkout(
  owner: Tx,
  athleteId: string,
  overrides: Partial<typeof plannedWorkouts.$inferInsert> = {},
): Promise<string> {
  const id = overrides.id ?? newId();
  const easy = {
    localDate: "2026-03-02",
    kind: "easy",
    hard: false,
    title: "Easy 45 min",
    isAssigned: true,
  } as const;
  await owner.insert(plannedWorkouts).values({ ...easy, ...overrides, id, athleteId });
  return id;
}
