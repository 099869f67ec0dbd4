import { newId, withActor } from "@repo/db";
import { listCheckIns } from "@repo/db/queries";
import {
  makeAthlete,
  makeCoachAndAthlete,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { checkIn, editActivity, logActivity } from "@repo/services/training";
import { exportHistory, importHistory } from "@repo/services/transfer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInOfDay, getActivityPage, lastExercises } from "./index.ts";

const NOW = new Date("2026-03-02T18:00:00Z");
const DAY = "2026-03-02";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

const exercise = (name: string, over: object = {}) => ({
  exercise: name,
  sets: 3,
  reps: 6,
  durationS: null,
  distanceM: null,
  perSide: false,
  ...over,
});

const strength = (over: object = {}) => ({
  mutationId: newId(),
  id: newId(),
  localDate: DAY,
  sport: "strength" as const,
  distanceM: null,
  durationS: 2_400,
  rpe: 6,
  feel: 4,
  ...over,
});

test("strength is held against its dose, remembered for the next time, and changed like the rest", async () => {
  const athlete = await makeAthlete(db.owner);
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athlete, {
    localDate: DAY,
    isAssigned: true,
    kind: "strength",
    title: "Gym",
    text: "Squat 3 x 6\nPlank 3 x 40s",
  });
  const exercises = [exercise("Squat", { weightKg: 62.5, rpe: 7 })];
  const { id } = await as(athlete, (ctx) => logActivity(ctx, strength({ plannedWorkoutId, exercises })));
  const page = await as(athlete, (ctx) => getActivityPage(ctx, { athleteId: athlete, id, splitM: 1_000 }));
  expect(page.dose).toMatchObject([
    { exercise: "Squat", meant: "3 x 6", done: "3 x 6", weightKg: 62.5, rpe: 7, share: 1 },
    { exercise: "Plank", meant: "3 x 40s", done: null },
  ]);
  expect(await as(athlete, lastExercises)).toMatchObject([{ exercise: "Squat", weightKg: 62.5 }]);
  const heavier = [exercise("Squat", { weightKg: 65 })];
  const change = { mutationId: newId(), id, version: page.version, exercises: heavier };
  await as(athlete, (ctx) => editActivity(ctx, change));
  expect(await as(athlete, lastExercises)).toMatchObject([{ weightKg: 65 }]);
});

test("what nobody lifts is refused and nothing is saved", async () => {
  const athlete = await makeAthlete(db.owner);
  const exercises = [exercise("Squat", { weightKg: 5_000 })];
  await expect(as(athlete, (ctx) => logActivity(ctx, strength({ exercises })))).rejects.toThrow();
  expect(await as(athlete, lastExercises)).toEqual([]);
});

test("cycle and medical note stay with who may see health, and travel with the history like exercises", async () => {
  const { coachId, athleteId: athlete } = await makeCoachAndAthlete(db.owner, {
    scopes: ["training", "wellness"],
  });
  const other = await makeAthlete(db.owner);
  const said = { cyclePhase: "luteal" as const, medicalNotes: "Iron tablets since Monday" };
  await as(athlete, (ctx) => checkIn(ctx, { mutationId: newId(), localDate: DAY, mood: 4, ...said }));
  await as(athlete, (ctx) =>
    logActivity(ctx, strength({ exercises: [exercise("Squat", { weightKg: 60 })] })),
  );
  expect((await as(athlete, (ctx) => checkInOfDay(ctx, DAY))).today).toMatchObject(said);
  const range = { from: DAY, to: DAY };
  const [seen] = await as(coachId, (ctx) => listCheckIns(ctx.db, athlete, range));
  expect(seen).toMatchObject({ checkIn: { mood: 4 }, medical: null });
  const file = JSON.parse(JSON.stringify(await as(athlete, exportHistory)));
  expect(file.wellness[0]).toMatchObject(said);
  expect(file.activities[0].exercises).toMatchObject([{ exercise: "Squat", weightKg: 60 }]);
  await as(other, (ctx) => importHistory(ctx, file));
  expect(JSON.parse(JSON.stringify(await as(other, exportHistory)))).toEqual({
    ...file,
    athlete: expect.anything(),
  });
});
