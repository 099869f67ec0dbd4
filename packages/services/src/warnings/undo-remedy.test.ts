import { newId, withActor } from "@repo/db";
import { listOpenWarnings, listSeasonWeeks, listSeasonWorkouts } from "@repo/db/queries";
import { makeCoachAndAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { assignSeason, getSeason, saveSeason, undoCalendar, undoLastEdit } from "@repo/services/plan";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyRemedy, undoRemedy } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const CUT = { kind: "scale-week", weekStart: "2026-03-16", factor: 0.7 } as const;
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 4,
  currentWeeklyKm: 30,
  races: [{ date: "2026-05-31", distanceM: 5000, priority: "A" }],
};

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

/** Two warnings that propose to cut the same week of an assigned season. */
async function twoWarnings() {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const seasonId = newId();
  const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  const { version } = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId }));
  const assigning = { mutationId: newId(), athleteId, seasonId, version };
  await as(coachId, (ctx) => assignSeason(ctx, assigning, { url: "http://localhost" }));
  const remedy = JSON.stringify({ text: "Rest.", fix: CUT });
  const ids = [newId(), newId()];
  for (const [at, id] of ids.entries()) {
    await db.owner.execute(`insert into warnings (id, athlete_id, kind, scope, severity, opened_on, last_seen_on, title, evidence, remedy)
      values ('${id}', '${athleteId}', 'kind-${at}', 'training', 'warn', '2026-03-03', '2026-03-03', '…', '[]', '${remedy}')`);
  }
  const plan = () =>
    as(coachId, async ({ db: tx }) => ({
      workouts: (await listSeasonWorkouts(tx, athleteId, seasonId)).map(
        ({ version: _v, updatedAt: _u, ...row }) => row,
      ),
      weeks: await listSeasonWeeks(tx, athleteId, seasonId),
    }));
  const resting = () =>
    as(coachId, async ({ db: tx }) => (await listOpenWarnings(tx, athleteId)).map((row) => row.snoozedUntil));
  const call = (warningId = ids[0] ?? "") => ({ mutationId: newId(), athleteId, warningId });
  return { coachId, athleteId, seasonId, ids, plan, resting, call };
}

test("a fix of the roster is taken back whole: the plan as it was, and every warning it put aside", async () => {
  const { coachId, seasonId, plan, resting, call } = await twoWarnings();
  const before = await plan();
  const done = await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }));
  expect(done.seasonId).toBe(seasonId);
  expect((await plan()).weeks).not.toEqual(before.weeks);
  expect(await resting()).toEqual(["2026-03-11", "2026-03-11"]);
  await as(coachId, (ctx) => undoRemedy(ctx, call()));
  expect(await plan()).toEqual(before);
  expect(await resting()).toEqual([null, null]);
});

test("taken back on the calendar or on the season's page, a fix brings its warnings back as well", async () => {
  const { coachId, athleteId, seasonId, plan, resting, call } = await twoWarnings();
  const before = await plan();
  const undo = [
    (ctx: ServiceContext) => undoCalendar(ctx, { mutationId: newId(), athleteId }),
    (ctx: ServiceContext) => undoLastEdit(ctx, { mutationId: newId(), athleteId, seasonId }),
  ];
  for (const takeBack of undo) {
    await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }));
    expect(await resting()).toEqual(["2026-03-11", "2026-03-11"]);
    await as(coachId, async (ctx) => void (await takeBack(ctx)));
    expect([await plan(), await resting()]).toEqual([before, [null, null]]);
  }
});

test("what was judged anew since it was shown is not done in the place of what was shown", async () => {
  const { coachId, athleteId, plan, resting, call } = await twoWarnings();
  const before = await plan();
  const other = { ...CUT, factor: 0.5 };
  await db.owner.execute(
    `update warnings set remedy = jsonb_set(remedy, '{fix}', '${JSON.stringify(other)}') where athlete_id = '${athleteId}'`,
  );
  await expect(as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }))).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("something else would help now"),
  });
  await expect(as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: null }))).rejects.toThrow();
  expect([await plan(), await resting()]).toEqual([before, [null, null]]);
  await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: other }));
  expect(await plan()).not.toEqual(before);
});

test("what was taken back, or never done, cannot be taken back", async () => {
  const { coachId, call } = await twoWarnings();
  const sentence = "Nothing that was done for this warning is left to undo.";
  await expect(as(coachId, (ctx) => undoRemedy(ctx, call()))).rejects.toThrow(sentence);
  await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }));
  await as(coachId, (ctx) => undoRemedy(ctx, call()));
  await expect(as(coachId, (ctx) => undoRemedy(ctx, call()))).rejects.toThrow(sentence);
});

test("a fix with a later change on top of it is not taken back in its place", async () => {
  const { coachId, ids, call } = await twoWarnings();
  await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }));
  await as(coachId, (ctx) => applyRemedy(ctx, { ...call(ids[1]), fix: CUT }));
  await expect(as(coachId, (ctx) => undoRemedy(ctx, call()))).rejects.toThrow(
    "The plan was changed again since.",
  );
});

test("the night may judge a warning anew while a fix is taken back", async () => {
  const { coachId, plan, resting, call } = await twoWarnings();
  const before = await plan();
  await as(coachId, (ctx) => applyRemedy(ctx, { ...call(), fix: CUT }));
  let taken: Promise<unknown> = Promise.resolve();
  await db.owner.transaction(async (night) => {
    await night.execute("update warnings set version = version + 1, last_seen_on = '2026-03-05'");
    taken = as(coachId, (ctx) => undoRemedy(ctx, call()));
    const waiting = () =>
      db.owner.execute("select 1 from pg_locks where not granted and locktype = 'transactionid'");
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  });
  await taken;
  expect(await plan()).toEqual(before);
  expect(await resting()).toEqual([null, null]);
});
