import { newId, withActor } from "@repo/db";
import { getActivity, getPlannedWorkout } from "@repo/db/queries";
import { makeActivity, makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteActivity, pairActivity, pairDays } from "./index.ts";

const DAY = "2026-03-02";
const NOW = new Date("2026-03-02T20:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

/** An hour's easy run and another of half an hour on one day. */
async function makeDay() {
  const athleteId = await makeAthlete(db.owner);
  const easy = await makePlannedWorkout(db.owner, athleteId, { durationS: 3_600, title: "Easy" });
  const short = await makePlannedWorkout(db.owner, athleteId, {
    durationS: 1_800,
    title: "Short easy",
    position: 1,
  });
  const file = (minutes: number, over: object = {}) =>
    makeActivity(db.owner, athleteId, { source: "file", durationS: minutes * 60, distanceM: null, ...over });
  const pair = () => as(athleteId, (ctx) => pairDays(ctx, athleteId, [DAY]));
  const stands = (id: string) =>
    as(athleteId, async (ctx) => (await getActivity(ctx.db, athleteId, id))?.plannedWorkoutId ?? null);
  const status = (id: string) =>
    as(athleteId, async (ctx) => (await getPlannedWorkout(ctx.db, athleteId, id))?.status ?? null);
  return { athleteId, easy, short, file, pair, stands, status };
}

test("two files of a day are paired by the best fit of both, not the first with what is left", async () => {
  const { easy, short, file, pair, stands, status } = await makeDay();
  const first = await file(35);
  await pair();
  expect([await stands(first), await status(easy)]).toEqual([short, "planned"]);
  const second = await file(28);
  expect(Object.fromEntries(await pair())).toEqual({ [first]: easy, [second]: short });
  expect([await status(easy), await status(short)]).toEqual(["done", "done"]);
  expect((await pair()).size).toBe(0);
});

test("what a person said stays: a pairing by hand, a session typed for a workout, one that was parted", async () => {
  const { athleteId, easy, short, file, pair, stands } = await makeDay();
  const byHand = await file(30);
  const input = { mutationId: newId(), id: byHand, version: 1, plannedWorkoutId: easy };
  await as(athleteId, (ctx) => pairActivity(ctx, input));
  const typed = await makeActivity(db.owner, athleteId, { durationS: 300, plannedWorkoutId: short });
  const parted = await file(30, { matchLocked: true });
  const free = await file(60);
  expect((await pair()).size).toBe(0);
  expect([await stands(byHand), await stands(typed), await stands(parted), await stands(free)]).toEqual([
    easy,
    short,
    null,
    null,
  ]);
});

test("a file that is deleted leaves its workout to another of the day", async () => {
  const { athleteId, easy, file, pair, stands, status } = await makeDay();
  const [long, brief, third] = [await file(60), await file(30), await file(50)];
  await pair();
  expect([await stands(long), await stands(third)]).toEqual([easy, null]);
  await as(athleteId, (ctx) => deleteActivity(ctx, { mutationId: newId(), id: long }));
  expect([await stands(third), await status(easy)]).toEqual([easy, "done"]);
  expect(await stands(brief)).not.toBeNull();
});
