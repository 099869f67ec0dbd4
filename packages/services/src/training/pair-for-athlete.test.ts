import { newId, withActor } from "@repo/db";
import { getActivity, getPlannedWorkout, getUser, listPairers } from "@repo/db/queries";
import { activityLaps, auditEvents } from "@repo/db/schema";
import {
  eq,
  makeActivity,
  makeAthlete,
  makeCoachAndAthlete,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editActivity, pairForAthlete } from "./index.ts";

const NOW = new Date("2026-03-02T18:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

const pairing = (
  athleteId: string,
  activityId: string,
  was: string | null,
  plannedWorkoutId: string | null,
) => ({
  athleteId,
  mutationId: newId(),
  activityId,
  was,
  plannedWorkoutId,
});

test("a coach pairs a session anew: locked, graded, the other workout given back, and who did it written down", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const [first, second] = [
    await makePlannedWorkout(db.owner, athleteId),
    await makePlannedWorkout(db.owner, athleteId),
  ];
  const activityId = await makeActivity(db.owner, athleteId);
  await as(coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, null, first)));
  await as(coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, first, second)));
  const [activity, given, taken] = await as(athleteId, async (ctx) => [
    await getActivity(ctx.db, athleteId, activityId),
    await getPlannedWorkout(ctx.db, athleteId, first),
    await getPlannedWorkout(ctx.db, athleteId, second),
  ]);
  expect(activity).toMatchObject({ plannedWorkoutId: second, matchLocked: true });
  expect([given?.status, given?.grade]).toEqual(["planned", null]);
  const pairers = await as(athleteId, (ctx) => listPairers(ctx.db, athleteId, [activityId]));
  const coach = await as(athleteId, (ctx) => getUser(ctx.db, coachId));
  expect(pairers.get(activityId)).toBe(coach?.name);
  const back = { ...pairing(athleteId, activityId, second, null), isLocked: false };
  expect(taken).toMatchObject({ status: "done", grade: { grade: expect.any(String) } });
  await as(coachId, (ctx) => pairForAthlete(ctx, back));
  expect((await as(athleteId, (ctx) => listPairers(ctx.db, athleteId, [activityId]))).size).toBe(0);
  const events = await db.owner.select().from(auditEvents).where(eq(auditEvents.athleteId, athleteId));
  expect(events.map(({ kind, actorId, detail }) => [kind, actorId, detail?.to])).toEqual([
    ["activity-paired", coachId, first],
    ["activity-paired", coachId, second],
    ["activity-paired", coachId, null],
  ]);
});

test("a session with laps is held against the repetitions that the plan's text asks for, not against its length", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const workout = { kind: "intervals", hard: true, text: "4 x 400m @5k, 200m jog", distanceM: 2_200 };
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athleteId, workout);
  const activityId = await makeActivity(db.owner, athleteId, { distanceM: 6_000, durationS: 2_000 });
  const laps = [2_000, 400, 200, 400, 200, 400, 200, 400, 1_800].map((distanceM, position) => {
    const kind = distanceM === 400 ? ("work" as const) : ("rest" as const);
    return {
      activityId,
      athleteId,
      position,
      kind,
      distanceM,
      durationS: distanceM / (kind === "work" ? 4 : 2.5),
    };
  });
  await db.owner.insert(activityLaps).values(laps);
  await as(coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, null, plannedWorkoutId)));
  const done = await as(athleteId, (ctx) => getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId));
  expect(done?.grade).toMatchObject({ grade: "done", measure: "repetitions", ratio: 1 });
});

test("what was paired otherwise meanwhile is not overwritten, and nothing else of a session is a coach's to write", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const workout = await makePlannedWorkout(db.owner, athleteId);
  const activityId = await makeActivity(db.owner, athleteId, { plannedWorkoutId: workout });
  const stale = as(coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, null, null)));
  await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  const edited = as(coachId, (ctx) =>
    editActivity(ctx, { mutationId: newId(), id: activityId, version: 1, rpe: 2 }),
  );
  await expect(edited).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an assistant, and a coach of somebody else, cannot pair; nor with another athlete's workout", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { role: "assistant" });
  const activityId = await makeActivity(db.owner, athleteId);
  const workout = await makePlannedWorkout(db.owner, athleteId);
  const stranger = await makeCoachAndAthlete(db.owner);
  await expect(
    as(coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, null, workout))),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(
    as(stranger.coachId, (ctx) => pairForAthlete(ctx, pairing(athleteId, activityId, null, workout))),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const foreign = await makePlannedWorkout(db.owner, await makeAthlete(db.owner));
  const own = await makeActivity(db.owner, stranger.athleteId);
  await expect(
    as(stranger.coachId, (ctx) => pairForAthlete(ctx, pairing(stranger.athleteId, own, null, foreign))),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const untouched = await as(athleteId, (ctx) => getActivity(ctx.db, athleteId, activityId));
  expect(untouched).toMatchObject({ plannedWorkoutId: null, matchLocked: false, version: 1 });
});
