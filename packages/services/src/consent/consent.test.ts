import { withActor } from "@repo/db";
import { checkIns, consentEvents } from "@repo/db/schema";
import {
  eq,
  makeCoachAndAthlete,
  makeMember,
  makeOrganisation,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  endConsent,
  grantConsent,
  listConsentHistory,
  listConsents,
  listLooks,
  recordRead,
} from "./index.ts";

const NOW = new Date("2026-03-02T08:00:00Z");
const LATER = new Date("2026-03-05T08:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>, now = NOW) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));

async function pair() {
  const made = await makeCoachAndAthlete(db.owner, { scopes: [] });
  await db.owner.insert(checkIns).values({ athleteId: made.athleteId, localDate: "2026-03-02", mood: 4 });
  return { ...made, seen: () => as(made.coachId, (ctx) => ctx.db.$count(checkIns)) };
}

it("a scope is seen from the request after it was given until the one after it was ended", async () => {
  const { orgId, coachId, athleteId, seen } = await pair();
  expect(await seen()).toBe(0);
  await as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["wellness", "training"] }));
  expect(await seen()).toBe(1);
  await as(athleteId, (ctx) => endConsent(ctx, { orgId, coachId, scopes: ["wellness"] }), LATER);
  expect(await seen()).toBe(0);
  const [access] = await as(athleteId, listConsents);
  expect(access).toMatchObject({
    orgId,
    coachId,
    coachRole: "coach",
    scopes: [{ scope: "training", since: NOW }],
  });
});

it("giving again changes nothing, giving after an end counts from then", async () => {
  const { orgId, coachId, athleteId } = await pair();
  const give = (now: Date) =>
    as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["training"] }), now);
  const since = async () => (await as(athleteId, listConsents))[0]?.scopes[0]?.since;
  await give(NOW);
  await give(LATER);
  expect(await since()).toEqual(NOW);
  await as(athleteId, (ctx) => endConsent(ctx, { orgId, coachId }));
  expect(await since()).toBeUndefined();
  await give(LATER);
  expect(await since()).toEqual(LATER);
  const { consents } = await as(athleteId, listConsentHistory);
  expect(consents.map(({ action }) => action).sort()).toEqual(["ended", "granted", "granted"]);
});

it("nothing is given to somebody who does not coach there, or by somebody who does not train there", async () => {
  const { orgId, coachId, athleteId } = await pair();
  const outsider = await makeUser(db.owner);
  const athlete = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: athlete, role: "athlete" });
  const elsewhere = await makeOrganisation(db.owner);
  const coachInTraining = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: coachInTraining, role: "head-coach" });
  const tries = [
    { by: coachInTraining, to: { orgId, coachId: athlete } },
    { by: athleteId, to: { orgId, coachId: outsider } },
    { by: athleteId, to: { orgId, coachId: athlete } },
    { by: athleteId, to: { orgId, coachId: athleteId } },
    { by: athleteId, to: { orgId: elsewhere, coachId } },
    { by: outsider, to: { orgId, coachId } },
  ];
  for (const { by, to } of tries) {
    const given = as(by, (ctx) => grantConsent(ctx, { ...to, scopes: ["training"] }));
    await expect(given).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

it("what was agreed to cannot be rewritten", async () => {
  const { orgId, coachId, athleteId } = await pair();
  await as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["training"] }));
  const mine = eq(consentEvents.athleteId, athleteId);
  await expect(as(athleteId, (ctx) => ctx.db.delete(consentEvents).where(mine))).rejects.toThrow();
  await expect(
    as(athleteId, (ctx) => ctx.db.update(consentEvents).set({ action: "ended" }).where(mine)),
  ).rejects.toThrow();
});

it("the athlete sees who looked, once a day and reader, and not their own looking", async () => {
  const { orgId, coachId, athleteId } = await pair();
  await as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["wellness"] }));
  for (const now of [NOW, NOW, LATER]) {
    await as(coachId, (ctx) => recordRead(ctx, { athleteId, scope: "wellness" }), now);
  }
  await as(athleteId, (ctx) => recordRead(ctx, { athleteId, scope: "wellness" }));
  const { accesses } = await as(athleteId, listConsentHistory);
  const reads = accesses.filter(({ kind }) => kind === "read");
  expect(reads.map(({ actorId }) => actorId)).toEqual([coachId, coachId]);
  const looks = await as(athleteId, listLooks);
  expect(looks.map(({ scope, name }) => ({ scope, isNamed: name !== null }))).toEqual([
    { scope: "wellness", isNamed: true },
    { scope: "wellness", isNamed: true },
  ]);
  expect(await as(coachId, listLooks)).toEqual([]);
});
