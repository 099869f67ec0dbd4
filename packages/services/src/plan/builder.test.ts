import { newId, withActor } from "@repo/db";
import { listPlannedWorkouts, listSeasonWeeks } from "@repo/db/queries";
import { makeCoachAndAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignSeason, changeCalendar, lastTimes, saveSeason, tryCalendar } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-22" },
  races: [{ date: "2026-06-14", distanceM: 10000, priority: "A", name: "Bergen 10K" }],
};
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

test("a change is looked at before it is made: what it says is what then happens, and nothing stays of the look", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const seasonId = newId();
  const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  await as(coachId, (ctx) =>
    assignSeason(ctx, { mutationId: newId(), athleteId, seasonId, version: 1 }, { url: "http://here" }),
  );
  const state = () =>
    as(athleteId, async ({ db: tx }) => ({
      workouts: await listPlannedWorkouts(tx, athleteId, { from: "2026-03-01", to: "2026-07-01" }),
      weeks: await listSeasonWeeks(tx, athleteId, seasonId),
    }));
  const before = await state();
  const hard = before.workouts.find((workout) => workout.hard && workout.localDate > "2026-04-01");
  const next = before.workouts.find(
    (workout) => hard && workout.localDate > hard.localDate && !workout.hard && workout.kind === "easy",
  );
  const op = {
    op: "edit" as const,
    id: next?.id ?? "",
    version: next?.version ?? 0,
    kind: "intervals" as const,
    hard: true,
    text: "10 x 1km @5k, 60s jog",
  };
  const change = { athleteId, kind: "edit" as const, ops: [op] };
  const tried = await as(coachId, (ctx) => tryCalendar(ctx, change));
  expect(tried.appearing.length).toBeGreaterThan(0);
  expect(await state()).toEqual(before);

  const changed = await as(coachId, (ctx) => changeCalendar(ctx, { ...change, mutationId: newId() }));
  const now = changed.findings.flatMap(({ findings }) => findings.map(({ title }) => title));
  for (const { title } of tried.appearing) expect(now).toContain(title);
  for (const { title } of tried.vanishing) expect(now).not.toContain(title);
});

test("earlier workouts of a kind or of a place in the library come latest first, with what became of them", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const plan = (localDate: string, more: object) =>
    makePlannedWorkout(db.owner, athleteId, { localDate, isAssigned: true, ...more });
  await plan("2026-02-03", { kind: "intervals", title: "Five", text: "5 x 1km @5k, 90s jog", hard: true });
  await plan("2026-02-10", { kind: "intervals", title: "Six", text: "6 x 1km @5k, 90s jog", hard: true });
  await plan("2026-02-12", { kind: "easy", title: "Easy", libraryId: "tempo-run" });
  await plan("2026-02-14", { kind: "easy", title: "Easy" });
  await plan("2026-02-24", { kind: "intervals", title: "The day itself", hard: true });
  await plan("2024-12-24", { kind: "intervals", title: "Long ago", hard: true });
  const found = await as(coachId, (ctx) =>
    lastTimes(ctx, { athleteId, before: "2026-02-24", kind: "intervals", libraryId: "tempo-run" }),
  );
  expect(found.map(({ title }) => title)).toEqual(["Easy", "Six", "Five"]);
  expect(found[1]).toMatchObject({ date: "2026-02-10", status: "planned", rpe: null, durationS: null });
});
