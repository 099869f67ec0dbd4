import { AppError } from "@repo/core/errors";
import { NO_PACING } from "@repo/core/paces";
import { parseWorkout } from "@repo/core/workouts";
import { newId, withActor } from "@repo/db";
import { makeCoachAndAthlete, makeMember, makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { writeFitWorkout, writeZwo } from "@repo/services/files";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  archiveWorkout,
  fileWorkout,
  KeepWorkoutsInput,
  keepWorkouts,
  libraryVersions,
  listLibrary,
  readWorkouts,
  reviseWorkout,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
const HILLS = { title: "Hills", kind: "hills", hard: true, text: "8 x 60s hard, 90s jog" } as const;
const again = () => newId();

async function club() {
  const { coachId, orgId } = await makeCoachAndAthlete(db.owner);
  const [colleague, assistant] = [await makeUser(db.owner), await makeUser(db.owner)];
  await makeMember(db.owner, orgId, { userId: colleague, role: "coach" });
  await makeMember(db.owner, orgId, { userId: assistant, role: "assistant" });
  const keep = (facets: object) => {
    const id = newId();
    const input = { orgId, mutationId: again(), workouts: [{ id, ...HILLS, ...facets }] };
    return as(coachId, (ctx) => keepWorkouts(ctx, KeepWorkoutsInput.parse(input))).then(() => id);
  };
  const seen = async (userId: string) =>
    (await as(userId, listLibrary)).filter((each) => each.orgId === orgId).map(({ id }) => id);
  return { coachId, orgId, colleague, assistant, keep, seen };
}

test("one's own workout is seen by nobody else until it is shared; an athlete sees none", async () => {
  const { coachId, orgId, colleague, assistant, keep, seen } = await club();
  const [own, shared] = [await keep({ isShared: false }), await keep({ folder: "Hills" })];
  expect((await seen(coachId)).sort()).toEqual([own, shared].sort());
  expect(await seen(colleague)).toEqual([shared]);
  expect(await seen(assistant)).toEqual([shared]);
  const athlete = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: athlete, role: "athlete" });
  expect(await seen(athlete)).toEqual([]);

  const at = { orgId, id: own, version: 1 };
  const refused = as(colleague, (ctx) => reviseWorkout(ctx, { ...at, ...HILLS, mutationId: again() }));
  await expect(refused).rejects.toMatchObject({ code: "CONFLICT" });
  await as(coachId, (ctx) => fileWorkout(ctx, { ...at, mutationId: again(), facets: { isShared: true } }));
  expect((await seen(colleague)).sort()).toEqual([own, shared].sort());
  const taking = as(colleague, (ctx) =>
    fileWorkout(ctx, { ...at, mutationId: again(), facets: { isShared: false } }),
  );
  await expect(taking).rejects.toMatchObject({ code: "INVALID" });
});

test("a revision is a version of its own, and of two at once one is told of the other", async () => {
  const { coachId, orgId, colleague, keep, seen } = await club();
  const id = await keep({});
  const at = { orgId, id, version: 1 };
  const more = { ...HILLS, text: "10 x 60s hard, 90s jog" };
  const mutationId = again();
  for (let time = 0; time < 2; time++) {
    expect(await as(colleague, (ctx) => reviseWorkout(ctx, { ...at, ...more, mutationId }))).toEqual({
      version: 2,
    });
  }
  const late = as(coachId, (ctx) => reviseWorkout(ctx, { ...at, ...HILLS, mutationId: again() }));
  await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  const versions = await as(coachId, (ctx) => libraryVersions(ctx, { orgId, id }));
  expect(versions.map(({ version, text }) => [version, text])).toEqual([
    [2, more.text],
    [1, HILLS.text],
  ]);
  await as(coachId, (ctx) => archiveWorkout(ctx, { ...at, version: 2, mutationId: again() }));
  expect(await seen(coachId)).toEqual([]);
});

test("a text that cannot be read keeps nothing, and names the workout and the line", async () => {
  const { coachId, orgId, seen } = await club();
  const workouts = [
    { id: newId(), ...HILLS },
    { id: newId(), ...HILLS, title: "Broken", text: "8 x 60s hard\nblah" },
  ];
  const input = KeepWorkoutsInput.parse({ orgId, mutationId: again(), workouts });
  const error = await as(coachId, (ctx) => keepWorkouts(ctx, input)).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).message).toMatch(/^Broken: .*2.*blah/s);
  expect(await seen(coachId)).toEqual([]);
});

test("workouts come in from FIT, ZWO and text, and what cannot be read is named and stops no other", () => {
  const parsed = parseWorkout("10min warm-up\n5 x 1km @5k, 90s jog\n10min cool-down");
  if (!parsed.ok) throw new RangeError("the sample cannot be read");
  const { blocks } = parsed;
  const fit = writeFitWorkout({ title: "Thousands", blocks, pacing: NO_PACING, createdAt: NOW });
  const zwo = writeZwo({ title: "Thousands", description: "", blocks, pacing: NO_PACING });
  const file = (name: string, content: string | Uint8Array) => ({
    name,
    base64: Buffer.from(content).toString("base64"),
  });
  const { workouts, refused } = readWorkouts({
    orgId: newId(),
    files: [
      file("thousands.fit", fit),
      file("thousands.zwo", zwo),
      file("broken.fit", "no file at all"),
      file("easy.txt", "Sunday stroll\n45min easy"),
    ],
    text: "Main 6x\n- 1km 95-100% Pace\n- 90s Z1 HR\n---\nsing a song",
  });
  expect(workouts.map(({ from, format, title, kind }) => [from, format, title, kind])).toEqual([
    ["thousands.fit", "fit", "Thousands", "intervals"],
    ["thousands.zwo", "zwo", "Thousands", expect.any(String)],
    ["easy.txt", "text", "Sunday stroll", "easy"],
    ["Pasted text 1", "text", "6 × 1000 m 95-100% pace, 90s jog zone 1", "threshold"],
  ]);
  expect(refused.map(({ from }) => from)).toEqual(["broken.fit", "Pasted text 2"]);
  expect(refused[1]?.reason).toMatch(/^Line 1: found “sing”/);
});
