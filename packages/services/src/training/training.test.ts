import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newId, withActor } from "@repo/db";
import { getActivity, getAthleteState, listActivities, listCheckIns, listLaps } from "@repo/db/queries";
import { makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addActivityFile, checkIn, deleteActivity, editActivity, logActivity, skipWorkout } from "./index.ts";

const NOW = new Date("2026-03-02T18:00:00Z");
const DAY = "2026-03-02";
const SHARED = process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared");
const ACTIVITIES = join(SHARED, "data/activities");
const present = existsSync(ACTIVITIES);
if (!present) console.warn("SKIPPED: real activity files are not here, so twins are not tried");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

const run = () => ({
  mutationId: newId(),
  id: newId(),
  localDate: DAY,
  sport: "run" as const,
  distanceM: 10_000,
  durationS: 3_000,
  rpe: 6,
  feel: 4,
});

describe("logging a session", () => {
  test("saves it, settles its workout and asks for new numbers from its day", async () => {
    const athlete = await makeAthlete(db.owner);
    const plannedWorkoutId = await makePlannedWorkout(db.owner, athlete);
    const saved = await as(athlete, (ctx) => logActivity(ctx, { ...run(), plannedWorkoutId }));
    expect(saved).toMatchObject({ localDate: DAY, status: "done" });
    const state = await as(athlete, (ctx) => getAthleteState(ctx.db, athlete));
    expect(state).toMatchObject({ dirtyFrom: DAY, needsJudging: true });
  });

  test("sent three times at once under one id, is saved once and answered alike", async () => {
    const athlete = await makeAthlete(db.owner);
    const entry = run();
    const answers = await Promise.all([1, 2, 3].map(() => as(athlete, (ctx) => logActivity(ctx, entry))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, { from: DAY, to: DAY }))).toHaveLength(
      1,
    );
  });

  test("is not made shorter than its own laps, which could not be exported and read back", async () => {
    const athlete = await makeAthlete(db.owner);
    const entry = { ...run(), splits: { text: "1:38 1:37 1:39", repM: 400 } };
    await as(athlete, (ctx) => logActivity(ctx, entry));
    const change = { mutationId: newId(), id: entry.id, version: 1 };
    const shorter = as(athlete, (ctx) => editActivity(ctx, { ...change, durationS: 900 }));
    await expect(shorter).rejects.toThrow(/The laps of this session take .* together/);
    await as(athlete, (ctx) => editActivity(ctx, { ...change, durationS: entry.durationS - 60 }));
  });

  test("is not moved days away from the instant at which it began", async () => {
    const athlete = await makeAthlete(db.owner);
    const entry = { ...run(), startAt: `${DAY}T07:00:00Z` };
    await as(athlete, (ctx) => logActivity(ctx, entry));
    const moved = { mutationId: newId(), id: entry.id, version: 1, localDate: "2026-01-01" };
    await expect(as(athlete, (ctx) => editActivity(ctx, moved))).rejects.toThrow(/began on/);
  });

  test("keeps typed repetitions as laps, and refuses those that cannot be", async () => {
    const athlete = await makeAthlete(db.owner);
    const entry = { ...run(), splits: { text: "1:38 1:37, 1:39\n98.5", repM: 400 } };
    await as(athlete, (ctx) => logActivity(ctx, entry));
    const laps = await as(athlete, (ctx) => listLaps(ctx.db, athlete, [entry.id]));
    expect(laps.map(({ kind, durationS }) => [kind, durationS])).toEqual([
      ["work", 98],
      ["work", 97],
      ["work", 99],
      ["work", 98.5],
      ["rest", 2607.5],
    ]);
    for (const [text, sentence] of [
      ["1:38 fast", '"fast" is not a time'],
      ["40:00 40:00", "longer than the whole session"],
    ] as const) {
      const wrong = { ...run(), splits: { text, repM: 400 } };
      await expect(as(athlete, (ctx) => logActivity(ctx, wrong))).rejects.toThrow(sentence);
    }
  });

  test("under an id that was used for something else, is refused", async () => {
    const athlete = await makeAthlete(db.owner);
    const entry = run();
    await as(athlete, (ctx) => logActivity(ctx, entry));
    await expect(as(athlete, (ctx) => logActivity(ctx, { ...entry, rpe: 9 }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("for another athlete's workout finds nothing and leaves nothing", async () => {
    const [mine, theirs] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    const plannedWorkoutId = await makePlannedWorkout(db.owner, theirs);
    await expect(as(mine, (ctx) => logActivity(ctx, { ...run(), plannedWorkoutId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await as(mine, (ctx) => listActivities(ctx.db, mine, { from: DAY, to: DAY }))).toEqual([]);
  });

  test("with what nobody can have done is refused with the fault and the fix", async () => {
    const athlete = await makeAthlete(db.owner);
    await expect(as(athlete, (ctx) => logActivity(ctx, { ...run(), durationS: 300 }))).rejects.toThrow(
      /faster than anybody runs/,
    );
    await expect(
      as(athlete, (ctx) => logActivity(ctx, { ...run(), localDate: "2026-04-01" })),
    ).rejects.toThrow(/has not come yet/);
    const checkInOf = (localDate: string) =>
      as(athlete, (ctx) => checkIn(ctx, { mutationId: newId(), localDate, legs: "good" }));
    await expect(checkInOf("2030-01-01")).rejects.toThrow(/has not come yet/);
    await expect(checkInOf("1900-01-01")).rejects.toThrow(/lies too long ago/);
  });
});

describe("changing a session", () => {
  test("from an old version is refused and shows the current one", async () => {
    const athlete = await makeAthlete(db.owner);
    const { id } = await as(athlete, (ctx) => logActivity(ctx, run()));
    await as(athlete, (ctx) => editActivity(ctx, { mutationId: newId(), id, version: 1, rpe: 8 }));
    const stale = as(athlete, (ctx) => editActivity(ctx, { mutationId: newId(), id, version: 1, rpe: 3 }));
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", details: { current: { rpe: 8 } } });
  });

  test("deleting it gives its workout back to the plan", async () => {
    const athlete = await makeAthlete(db.owner);
    const plannedWorkoutId = await makePlannedWorkout(db.owner, athlete);
    const { id } = await as(athlete, (ctx) => logActivity(ctx, { ...run(), plannedWorkoutId }));
    await as(athlete, (ctx) => deleteActivity(ctx, { mutationId: newId(), id }));
    expect(await as(athlete, (ctx) => getActivity(ctx.db, athlete, id))).toBeNull();
    const skipped = await as(athlete, (ctx) =>
      skipWorkout(ctx, { mutationId: newId(), plannedWorkoutId, reason: "ill" }),
    );
    expect(skipped.status).toBe("excused");
  });
});

test("a check-in keeps what it does not mention, and illness under its own consent", async () => {
  const athlete = await makeAthlete(db.owner);
  await as(athlete, (ctx) =>
    checkIn(ctx, { mutationId: newId(), localDate: DAY, sleepHours: 7.5, legs: "good", ill: true }),
  );
  await as(athlete, (ctx) => checkIn(ctx, { mutationId: newId(), localDate: DAY, sleepHours: 6 }));
  const [day] = await as(athlete, (ctx) => listCheckIns(ctx.db, athlete, { from: DAY, to: DAY }));
  expect(day?.checkIn).toMatchObject({ sleepHours: 6, legs: "good", restingHrBpm: null });
  expect(day?.medical).toMatchObject({ ill: true });
});

describe.skipIf(!present)("files of real devices", () => {
  const file = (name: string) => ({ name, bytes: readFileSync(join(ACTIVITIES, name)) });

  test("a file is stored with its laps, and the same file again changes nothing", async () => {
    const athlete = await makeAthlete(db.owner);
    const upload = file("fit/run/ffpswift__running.fit");
    const first = await as(athlete, (ctx) => addActivityFile(ctx, upload));
    const again = await as(athlete, (ctx) => addActivityFile(ctx, upload));
    const id = first.sessions[0]?.activityId ?? "";
    expect(first.sessions).toMatchObject([{ state: "added" }]);
    expect(again.sessions).toMatchObject([{ state: "duplicate", because: "same-file", activityId: id }]);
    expect(await as(athlete, (ctx) => listLaps(ctx.db, athlete, [id]))).toHaveLength(12);
  });

  test.each([
    ["fit/dup/gc__10kUNLP2014-Garmin15.fit", "tcx/dup/gc__10kUNLP2014-Garmin15.tcx.gz"],
    ["fit/dup/sportslib__2067489619.fit", "gpx/dup/sportslib__2067489619.gpx.gz"],
    ["tcx/dup/tcxparser__no_hr.tcx", "tcx/dup/tcxparser__test.tcx.gz"],
    ["fit/run/sportslib__6909950168.fit", "fit/dup/sportslib__6909950168-no-pause-records.fit"],
    ["fit/run/gc__Fr955v19.28andStryd.fit", "fit/dup/gc__Fr955v19.28andStryd-saved.fit"],
    ["fit/dup/gc__3386684871.fit", "fit/dup/gc__3386684871-saved.fit"],
    ["fit/track/tracksnap__B3DB0907.FIT", "fit/track/tracksnap__B3DB0907_snapped.FIT"],
  ])("%s and %s are one activity", async (one, other) => {
    const athlete = await makeAthlete(db.owner);
    await as(athlete, (ctx) => addActivityFile(ctx, file(one)));
    const twin = await as(athlete, (ctx) => addActivityFile(ctx, file(other)));
    expect(twin.sessions).toMatchObject([{ state: "duplicate", because: "same-session" }]);
  });

  test("a file completes the session that was typed in, and keeps how it felt", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Zurich" });
    const typed = { ...run(), localDate: "2018-10-20", distanceM: 18_500, durationS: 6_600, rpe: 8 };
    const { id } = await as(athlete, (ctx) => logActivity(ctx, typed));
    const added = await as(athlete, (ctx) => addActivityFile(ctx, file("fit/run/ffpswift__running.fit")));
    expect(added.sessions).toMatchObject([{ state: "updated", activityId: id }]);
    expect(await as(athlete, (ctx) => getActivity(ctx.db, athlete, id))).toMatchObject({
      rpe: 8,
      avgHrBpm: 160,
    });
  });

  test("a watch whose clock was not set needs a day, and gets it from where it is dropped", async () => {
    const athlete = await makeAthlete(db.owner);
    const upload = file("fit/malformed/fitparse__compressed-speed-distance.fit");
    await expect(as(athlete, (ctx) => addActivityFile(ctx, upload))).rejects.toThrow(/clock was not set/);
    const dropped = await as(athlete, (ctx) => addActivityFile(ctx, { ...upload, localDate: DAY }));
    expect(dropped.sessions).toMatchObject([{ state: "added", localDate: DAY }]);
  });
});
