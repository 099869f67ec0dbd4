import { newId, withActor } from "@repo/db";
import {
  makeAthlete,
  makeCoachAndAthlete,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import { listConsentHistory } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addComment, getAthleteOverview, listTalk, talk } from "./index.ts";

const NOW = new Date("2026-03-02T18:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

test("athlete and coach talk on a workout; what coaches say among themselves stays with them", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athleteId, { isAssigned: true });
  const word = { mutationId: newId(), id: newId(), plannedWorkoutId, body: "The last two were slow." };
  await as(athleteId, (ctx) => talk(ctx, word));
  await as(athleteId, (ctx) => talk(ctx, word));
  const answer = { athleteId, plannedWorkoutId };
  for (const [body, isPrivate] of [
    ["Start slower next time.", false],
    ["Check her iron.", true],
  ] as const)
    await as(coachId, (ctx) =>
      addComment(ctx, { ...answer, mutationId: newId(), id: newId(), body, isPrivate }),
    );
  const said = await as(athleteId, (ctx) => listTalk(ctx, plannedWorkoutId));
  expect(said.map(({ body }) => body).sort()).toEqual(["Start slower next time.", "The last two were slow."]);
  expect(said.find(({ isMine }) => isMine)?.body).toBe("The last two were slow.");
  const seen = await as(coachId, (ctx) => getAthleteOverview(ctx, { athleteId }));
  expect(seen.comments).toHaveLength(3);
});

test("a workout of somebody else is simply not there", async () => {
  const [one, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  const plannedWorkoutId = await makePlannedWorkout(db.owner, one, { isAssigned: true });
  const word = { mutationId: newId(), id: newId(), plannedWorkoutId, body: "Hello" };
  await expect(as(other, (ctx) => talk(ctx, word))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(other, (ctx) => listTalk(ctx, plannedWorkoutId))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a coach who opens an athlete's check-ins is written down for the athlete, for what they may see", async () => {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: ["training", "wellness"] });
  await as(coachId, (ctx) => getAthleteOverview(ctx, { athleteId }));
  await as(coachId, (ctx) => getAthleteOverview(ctx, { athleteId }));
  await as(athleteId, (ctx) => getAthleteOverview(ctx, { athleteId }));
  const { accesses } = await as(athleteId, listConsentHistory);
  expect(accesses.filter(({ kind }) => kind === "read")).toMatchObject([
    { actorId: coachId, detail: { scope: "wellness" } },
  ]);
});
