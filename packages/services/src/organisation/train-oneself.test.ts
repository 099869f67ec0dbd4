import { newId, withActor } from "@repo/db";
import { listConsentEvents, listConsentedRoles } from "@repo/db/queries";
import { makeMember, makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { getToday } from "@repo/services/diary";
import { getAthleteOverview } from "@repo/services/overview";
import { checkIn, logActivity } from "@repo/services/training";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOrganisation, trainOneself } from "./index.ts";

const NOW = new Date("2026-03-02T08:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

it("a runner without a coach is their own: they log, read Today, and see themselves as a coach does", async () => {
  const [me, orgId, colleague] = [await makeUser(db.owner), newId(), await makeUser(db.owner)];
  await as(me, (ctx) => createOrganisation(ctx, { id: orgId, name: "Just Me" }));
  await makeMember(db.owner, orgId, { userId: colleague, role: "head-coach" });
  await as(me, (ctx) => trainOneself(ctx, { timeZone: "Europe/Oslo" }));
  await as(me, (ctx) => trainOneself(ctx, { timeZone: "Asia/Tokyo" }));
  const day = { mutationId: newId(), localDate: "2026-03-02" };
  await as(me, (ctx) => checkIn(ctx, { ...day, mood: 4 }));
  const run = { ...day, mutationId: newId(), id: newId(), sport: "run" as const, distanceM: 8_000 };
  await as(me, (ctx) => logActivity(ctx, { ...run, durationS: 2_400, rpe: 4, feel: 4 }));
  expect((await as(me, getToday)).activities).toHaveLength(1);
  const seen = await as(me, (ctx) => getAthleteOverview(ctx, { athleteId: me }));
  expect(seen).toMatchObject({ checkIns: [{ mood: 4 }], activities: [{ distanceM: 8_000 }] });
  const roles = (userId: string) =>
    as(userId, (ctx) => listConsentedRoles(ctx.db, me, { coachId: userId, scope: "training" }));
  expect(await roles(me)).toEqual(["owner"]);
  expect(await roles(colleague)).toEqual([]);
  expect(await as(me, (ctx) => listConsentEvents(ctx.db, me))).toHaveLength(4);
});
