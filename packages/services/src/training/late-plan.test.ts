import { newId, withActor } from "@repo/db";
import { listPlannedWorkouts } from "@repo/db/queries";
import { makeActivity, makeCoachAndAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { createDueNights, runNights } from "@repo/services/night";
import { assignSeason, changeCalendar, saveSeason } from "@repo/services/plan";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pairDays } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const TODAY = "2026-03-04";
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-02-23",
  level: "intermediate",
  runsPerWeek: 4,
  currentWeeklyKm: 30,
  races: [{ date: "2026-05-31", distanceM: 10_000, priority: "A" }],
};

test("a day that was over before its season was assigned was not missed, and a run of that day still fits it", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
    withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
  const seasonId = newId();
  const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  const assigning = { mutationId: newId(), athleteId, seasonId, version: 1 };
  await as(coachId, (ctx) => assignSeason(ctx, assigning, { url: "http://here" }));
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });

  const range = { from: "2026-02-01", to: "2026-12-31" };
  const read = () => as(athleteId, ({ db: tx }) => listPlannedWorkouts(tx, athleteId, range));
  const said = (rows: Awaited<ReturnType<typeof read>>) => [...new Set(rows.map(({ status }) => status))];
  const over = (await read()).filter(({ localDate, kind }) => localDate < TODAY && kind !== "rest");
  expect(over.length).toBeGreaterThan(3);
  expect(said(over)).toEqual(["excused"]);
  expect(said((await read()).filter(({ localDate }) => localDate >= TODAY))).toEqual(["planned"]);
  expect(await db.owner.execute(`select kind from warnings where athlete_id = '${athleteId}'`)).toEqual([]);

  const long = over.find(({ kind }) => kind === "long");
  if (!long) throw new Error("no long run was planned");
  const { localDate, distanceM, durationS } = long;
  const run = {
    localDate,
    distanceM: distanceM ?? 10_000,
    durationS: durationS ?? 3_600,
    source: "file",
  } as const;
  await makeActivity(db.owner, athleteId, run);
  await as(athleteId, (ctx) => pairDays(ctx, athleteId, [localDate]));
  expect((await read()).find(({ id }) => id === long.id)?.status).toBe("done");
});

test("a workout planned for a day that is over was not missed, one for today still can be", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
    withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
  const workout = { op: "add", title: "Easy 5 km", kind: "easy", hard: false, text: "5km easy" } as const;
  const ops = ["2026-02-20", TODAY].map((date) => ({ ...workout, id: newId(), date }));
  await as(coachId, (ctx) => changeCalendar(ctx, { athleteId, mutationId: newId(), kind: "add", ops }));
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  const rows = await as(athleteId, ({ db: tx }) =>
    listPlannedWorkouts(tx, athleteId, { from: "2026-02-01", to: "2026-04-01" }),
  );
  expect(rows.map(({ localDate, status }) => [localDate, status])).toEqual([
    ["2026-02-20", "excused"],
    [TODAY, "planned"],
  ]);
});
