import { newId, withActor } from "@repo/db";
import { activities, checkIns, invitations, plannedWorkouts } from "@repo/db/schema";
import { makeActivity, makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import { endConsent, grantConsent } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { hashToken, newToken } from "@repo/services/identity";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptInvitation, changeRole, createOrganisation, endMembership } from "./index.ts";

/** Histories tried; MESOCYCLE_LONG=1 tries a thousand. */
const RUNS = process.env.MESOCYCLE_LONG ? 1_000 : 10;
const NOW = new Date("2026-03-02T08:00:00Z");
const PEOPLE = [0, 1, 2, 3] as const;
const ORGS = [0, 1] as const;
const ROLES = ["head-coach", "coach", "assistant", "athlete"] as const;
const SCOPES = ["training", "wellness"] as const;
type Role = (typeof ROLES)[number];
type Scope = (typeof SCOPES)[number];

type Step =
  | { do: "join"; org: number; who: number; role: Role }
  | { do: "leave"; org: number; who: number }
  | { do: "role"; org: number; who: number; role: Role }
  | { do: "grant" | "end"; org: number; who: number; coach: number; scope: Scope };

const org = fc.constantFrom(...ORGS);
const who = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("join" as const), org, who, role: fc.constantFrom(...ROLES) }),
  fc.record({ do: fc.constant("leave" as const), org, who }),
  fc.record({ do: fc.constant("role" as const), org, who, role: fc.constantFrom(...ROLES) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("grant" as const, "grant" as const, "end" as const),
      org,
      who,
      coach: who,
      scope: fc.constantFrom(...SCOPES),
    }),
  },
);

/** What ought to be seen, told as simply as possible: who holds which role, and who gave what to whom. */
type Model = { roles: Map<string, Role>; given: Set<string> };

function apply(model: Model, s: Step): void {
  const key = `${s.org}:${s.who}`;
  const held = model.roles.get(key);
  if (s.do === "join" && (!held || ROLES.indexOf(s.role) < ROLES.indexOf(held))) model.roles.set(key, s.role);
  if (s.do === "end") model.given.delete(`${s.org}:${s.coach}:${s.who}:${s.scope}`);
  if (!held) return;
  if (s.do === "leave") {
    model.roles.delete(key);
    forget(model, (o, coach, athlete) => o === s.org && (coach === s.who || athlete === s.who));
  }
  if (s.do === "role") {
    model.roles.set(key, s.role);
    if (s.role === "athlete") forget(model, (o, coach) => o === s.org && coach === s.who);
  }
  const coachRole = s.do === "grant" ? model.roles.get(`${s.org}:${s.coach}`) : undefined;
  if (s.do === "grant" && s.coach !== s.who && coachRole && coachRole !== "athlete") {
    model.given.add(`${s.org}:${s.coach}:${s.who}:${s.scope}`);
  }
}

function forget(model: Model, match: (o: number, coach: number, athlete: number) => boolean): void {
  for (const key of model.given) {
    const [o = -1, coach = -1, athlete = -1] = key.split(":").map(Number);
    if (match(o, coach, athlete)) model.given.delete(key);
  }
}

function sees(model: Model, coach: number, athlete: number, scope: Scope): boolean {
  return coach === athlete || ORGS.some((o) => model.given.has(`${o}:${coach}:${athlete}:${scope}`));
}

function plans(model: Model, coach: number, athlete: number): boolean {
  const may = (o: number) =>
    model.roles.get(`${o}:${coach}`) !== "assistant" && model.given.has(`${o}:${coach}:${athlete}:training`);
  return coach === athlete || ORGS.some(may);
}

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

type World = { owners: string[]; orgs: string[]; people: string[] };

async function makeWorld(): Promise<World> {
  const owners = await Promise.all(ORGS.map(() => makeAthlete(db.owner)));
  const people = await Promise.all(PEOPLE.map(() => makeAthlete(db.owner)));
  const orgs = ORGS.map(() => newId());
  for (const o of ORGS) {
    await as(owners[o] ?? "", (ctx) => createOrganisation(ctx, { id: orgs[o] ?? "", name: "Club" }));
  }
  for (const athleteId of people) {
    await makeActivity(db.owner, athleteId);
    await makePlannedWorkout(db.owner, athleteId);
    await db.owner.insert(checkIns).values({ athleteId, localDate: "2026-03-02", mood: 3 });
  }
  return { owners, orgs, people };
}

async function perform(world: World, s: Step): Promise<void> {
  const orgId = world.orgs[s.org] ?? "";
  const owner = world.owners[s.org] ?? "";
  const userId = world.people[s.who] ?? "";
  if (s.do === "join") return join(world, s);
  if (s.do === "leave") return as(userId, (ctx) => endMembership(ctx, { orgId, userId }));
  if (s.do === "role") return as(owner, (ctx) => changeRole(ctx, { orgId, userId, role: s.role }));
  const consent = { orgId, coachId: world.people[s.coach] ?? "", scopes: [s.scope] };
  return as(userId, (ctx) => (s.do === "grant" ? grantConsent(ctx, consent) : endConsent(ctx, consent)));
}

async function join(world: World, s: Step & { do: "join" }): Promise<void> {
  const token = newToken();
  const userId = world.people[s.who] ?? "";
  await db.owner.insert(invitations).values({
    id: newId(),
    orgId: world.orgs[s.org] ?? "",
    email: `user-${userId}@example.org`,
    role: s.role,
    inviterId: world.owners[s.org] ?? "",
    tokenHash: hashToken(token),
    expiresAt: new Date(NOW.getTime() + 1_000),
  });
  await as(userId, (ctx) => acceptInvitation(ctx, { token, scopes: [], timeZone: "UTC" }));
}

it("whatever people join, leave, give and end, each sees exactly what is given to them now", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const world = await makeWorld();
      const model: Model = { roles: new Map(), given: new Set() };
      for (const s of steps) {
        // What may not be done is refused and changes nothing; the model ignores it likewise.
        await perform(world, s).catch((error: { code?: string }) => {
          if (error.code !== "NOT_FOUND") throw error;
        });
        apply(model, s);
      }
      for (const viewer of PEOPLE) {
        const seen = await as(world.people[viewer] ?? "", async ({ db: tx }) => ({
          training: (await tx.select().from(activities)).map((row) => row.athleteId),
          wellness: (await tx.select().from(checkIns)).map((row) => row.athleteId),
          planned: (await tx.update(plannedWorkouts).set({ coachNote: "x" }).returning()).map(
            (row) => row.athleteId,
          ),
        }));
        const expected = (may: (athlete: number) => boolean) =>
          PEOPLE.filter(may)
            .map((athlete) => world.people[athlete] ?? "")
            .sort();
        expect(seen.training.sort()).toEqual(expected((athlete) => sees(model, viewer, athlete, "training")));
        expect(seen.wellness.sort()).toEqual(expected((athlete) => sees(model, viewer, athlete, "wellness")));
        expect(seen.planned.sort()).toEqual(expected((athlete) => plans(model, viewer, athlete)));
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
