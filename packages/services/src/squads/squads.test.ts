import { newId, withActor } from "@repo/db";
import {
  makeAthlete,
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makeUser,
  openTestDb,
  sql,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listSquads, removeSquad, saveSquad, writeToMany } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function club() {
  const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const other = await makeAthlete(db.owner);
  await makeMember(db.owner, orgId, { userId: other, role: "athlete" });
  await makeConsent(db.owner, { orgId, coachId, athleteId: other });
  const id = newId();
  const save = (name: string, athleteIds: string[], userId = coachId, squad = id) =>
    as(userId, (ctx) => saveSquad(ctx, { id: squad, orgId, name, athleteIds }));
  return { orgId, coachId, athleteId, other, id, save };
}

test("a squad holds the athletes it was given, gets others and another name, and ends without touching them", async () => {
  const { orgId, coachId, athleteId, other, id, save } = await club();
  expect(await save("Milers", [athleteId, other])).toEqual({ id, refused: [] });
  await save("Track", [other]);
  expect(await as(coachId, listSquads)).toEqual([{ id, orgId, name: "Track", athleteIds: [other] }]);
  await as(coachId, (ctx) => removeSquad(ctx, { orgId, id }));
  expect(await as(coachId, listSquads)).toEqual([]);
  const rows = await db.owner.execute(sql`select 1 from athletes where athlete_id = ${other}`);
  expect(rows).toHaveLength(1);
});

test("whom the coach does not coach there does not come in, and is named; a name is given once", async () => {
  const { athleteId, save } = await club();
  const stranger = await makeAthlete(db.owner);
  expect((await save("Milers", [athleteId, stranger])).refused).toEqual([stranger]);
  const { coachId, orgId } = await club();
  await as(coachId, (ctx) => saveSquad(ctx, { id: newId(), orgId, name: "Milers", athleteIds: [] }));
  const again = as(coachId, (ctx) => saveSquad(ctx, { id: newId(), orgId, name: "Milers", athleteIds: [] }));
  await expect(again).rejects.toThrow(/“Milers” already/);
});

test("athletes whom one coach cannot see stay in the squad when that coach changes it", async () => {
  const { orgId, coachId, athleteId, other, id, save } = await club();
  const second = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: second, role: "coach" });
  await makeConsent(db.owner, { orgId, coachId: second, athleteId: other });
  await save("Milers", [athleteId, other]);
  await save("Milers", [], second);
  expect((await as(coachId, listSquads))[0]?.athleteIds).toEqual([athleteId]);
  expect((await as(second, listSquads)).find((squad) => squad.id === id)?.athleteIds).toEqual([]);
});

test("an assistant reads squads and makes none; another club sees none", async () => {
  const { orgId, athleteId, save } = await club();
  await save("Milers", [athleteId]);
  const assistant = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: assistant, role: "assistant" });
  expect((await as(assistant, listSquads)).map(({ name }) => name)).toEqual(["Milers"]);
  await expect(save("Theirs", [], assistant, newId())).rejects.toThrow();
  const elsewhere = await makeCoachAndAthlete(db.owner);
  expect(await as(elsewhere.coachId, listSquads)).toEqual([]);
});

test("a word to many reaches each whom the coach coaches, once, and says whom it did not reach", async () => {
  const { coachId, athleteId, other } = await club();
  const stranger = await makeAthlete(db.owner);
  const said = {
    mutationId: newId(),
    athleteIds: [athleteId, other, stranger],
    body: "Track is closed",
    isPrivate: false,
  };
  const results = await as(coachId, (ctx) => writeToMany(ctx, said));
  expect(results.map(({ done }) => done)).toEqual([true, true, false]);
  expect(await as(coachId, (ctx) => writeToMany(ctx, said))).toEqual(results);
  const rows = await db.owner.execute(
    sql`select 1 from comments where body = 'Track is closed' and athlete_id in (${athleteId}, ${other}, ${stranger})`,
  );
  expect(rows).toHaveLength(2);
});
