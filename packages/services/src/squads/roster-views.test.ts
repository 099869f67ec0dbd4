import { newId, withActor } from "@repo/db";
import { makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listViews, removeView, saveView } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) =>
    work({ db: tx, actor: { userId }, now: new Date("2026-03-02T08:00:00Z") }),
  );
const VIEW = { sort: "form", down: true, squad: null, find: "", columns: ["form", "raceOn"] };

test("a view is the coach's own, replaced under its name, and forgotten", async () => {
  const [coach, other] = [await makeUser(db.owner), await makeUser(db.owner)];
  const save = (name: string, view: typeof VIEW) =>
    as(coach, (ctx) => saveView(ctx, { id: newId(), name, view }));
  const { id } = await save("Tired first", VIEW);
  expect((await save("Tired first", { ...VIEW, down: false })).id).toBe(id);
  expect(await as(coach, listViews)).toEqual([{ id, name: "Tired first", view: { ...VIEW, down: false } }]);
  expect(await as(other, listViews)).toEqual([]);
  await expect(as(other, (ctx) => removeView(ctx, { id }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await as(coach, (ctx) => removeView(ctx, { id }));
  expect(await as(coach, listViews)).toEqual([]);
});

test("thirty are enough, and the next says so", async () => {
  const coach = await makeUser(db.owner);
  const save = (name: string) => as(coach, (ctx) => saveView(ctx, { id: newId(), name, view: VIEW }));
  for (let at = 0; at < 30; at += 1) await save(`View ${at}`);
  await expect(save("One more")).rejects.toMatchObject({ code: "INVALID" });
  await save("View 3");
});
