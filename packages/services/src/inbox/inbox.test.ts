import { newId, withActor } from "@repo/db";
import {
  makeCoachAndAthlete,
  makeMember,
  makePlannedWorkout,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { addComment, talk } from "@repo/services/overview";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countInbox, getThread, listInbox, markThread } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: new Date() }));
const ids = () => ({ mutationId: newId(), id: newId() });

test("what an athlete says is new to the coach until it was read, and again when more is said", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athleteId, { title: "Thousands" });
  expect(await as(coachId, listInbox)).toEqual([]);
  await as(athleteId, (ctx) => talk(ctx, { ...ids(), plannedWorkoutId, body: "My calf was tight." }));
  await as(athleteId, (ctx) => talk(ctx, { ...ids(), plannedWorkoutId, body: "It is fine now." }));
  const [thread] = await as(coachId, listInbox);
  expect(thread).toMatchObject({
    athleteId,
    plannedWorkoutId,
    workoutTitle: "Thousands",
    unread: 2,
    lastBody: "It is fine now.",
    lastIsMine: false,
  });
  const of = { athleteId, plannedWorkoutId };
  const words = await as(coachId, (ctx) => getThread(ctx, of));
  expect(words.map(({ body }) => body)).toEqual(["My calf was tight.", "It is fine now."]);

  // Only the first was on the screen: the second stays new.
  await as(coachId, (ctx) => markThread(ctx, { ...of, readAt: words[0]?.createdAt ?? "" }));
  expect((await as(coachId, listInbox))[0]?.unread).toBe(1);
  await as(coachId, (ctx) => markThread(ctx, { ...of, readAt: words[1]?.createdAt ?? "" }));
  expect(await as(coachId, countInbox)).toBe(0);
  // Reading less than before takes nothing back.
  await as(coachId, (ctx) => markThread(ctx, { ...of, readAt: words[0]?.createdAt ?? "" }));
  expect(await as(coachId, countInbox)).toBe(0);

  await as(coachId, (ctx) => addComment(ctx, { ...ids(), ...of, body: "Good.", isPrivate: false }));
  expect((await as(coachId, listInbox))[0]).toMatchObject({ unread: 0, lastIsMine: true });
  await as(athleteId, (ctx) => talk(ctx, { ...ids(), plannedWorkoutId, body: "Thank you." }));
  expect(await as(coachId, countInbox)).toBe(1);
});

test("a note among coaches is new to a colleague, and never in the athlete's eyes", async () => {
  const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner);
  const stranger = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: stranger, role: "coach" });
  const of = { athleteId, plannedWorkoutId: null };
  await as(coachId, (ctx) =>
    addComment(ctx, { ...ids(), athleteId, body: "Watch the calf.", isPrivate: true }),
  );
  expect(await as(coachId, countInbox)).toBe(0);
  expect((await as(coachId, (ctx) => getThread(ctx, of))).map(({ isPrivate }) => isPrivate)).toEqual([true]);
  expect(await as(athleteId, (ctx) => getThread(ctx, of))).toEqual([]);
  // A colleague without the athlete's consent sees nothing of it at all.
  expect(await as(stranger, listInbox)).toEqual([]);
  await expect(as(stranger, (ctx) => getThread(ctx, of))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const marking = as(stranger, (ctx) => markThread(ctx, { ...of, readAt: new Date().toISOString() }));
  await expect(marking).rejects.toMatchObject({ code: "NOT_FOUND" });
});
