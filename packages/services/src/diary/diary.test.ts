import { addDays } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { getPlannedWorkout } from "@repo/db/queries";
import {
  makeAthlete,
  makeCoachAndAthlete,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { recomputeLoad } from "@repo/services/load";
import {
  addActivityFile,
  checkIn,
  deleteActivity,
  logActivity,
  pairActivity,
  restoreActivity,
  skipWorkout,
  unskipWorkout,
} from "@repo/services/training";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getActivityPage, getProgress, getToday, listAgenda } from "./index.ts";

const NOW = new Date("2026-03-02T18:00:00Z");
const DAY = "2026-03-02";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

const EASY = { kind: "easy", hard: false, title: "Easy 10 km", text: "10km easy", distanceM: 10_000 };

const run = (over: object = {}) => ({
  mutationId: newId(),
  id: newId(),
  localDate: DAY,
  sport: "run" as const,
  distanceM: 10_000,
  durationS: 3_300,
  rpe: 3,
  feel: 4,
  ...over,
});

async function planned(athlete: string, over: object = {}): Promise<string> {
  return await makePlannedWorkout(db.owner, athlete, { localDate: DAY, isAssigned: true, ...EASY, ...over });
}

const gradeOf = (athlete: string, id: string) =>
  as(athlete, async (ctx) => {
    const row = await getPlannedWorkout(ctx.db, athlete, id);
    return { status: row?.status, grade: (row?.grade as { grade?: string } | null)?.grade ?? null };
  });

test("a morning's check-in alone makes no fitness of nought; the first session begins it", async () => {
  const athlete = await makeAthlete(db.owner);
  await as(athlete, async (ctx) => {
    await checkIn(ctx, { mutationId: newId(), localDate: DAY, legs: "good" });
    await recomputeLoad(ctx.db, athlete, { now: NOW });
    const { standing } = await getToday(ctx);
    expect([standing.fitness, standing.fatigue, standing.form, standing.weekLoad]).toEqual(
      Array(4).fill(null),
    );
    await logActivity(ctx, run());
    await recomputeLoad(ctx.db, athlete, { now: NOW });
    expect((await getToday(ctx)).standing.fitness).toBeGreaterThan(0);
  });
});

describe("what was done against what was meant", () => {
  test("is graded when a session is logged, and forgotten when it is deleted", async () => {
    const athlete = await makeAthlete(db.owner);
    const plannedWorkoutId = await planned(athlete);
    const { id } = await as(athlete, (ctx) => logActivity(ctx, { ...run(), plannedWorkoutId }));
    expect(await gradeOf(athlete, plannedWorkoutId)).toEqual({ status: "done", grade: "done" });
    await as(athlete, (ctx) => deleteActivity(ctx, { mutationId: newId(), id }));
    expect(await gradeOf(athlete, plannedWorkoutId)).toEqual({ status: "planned", grade: null });
    await as(athlete, (ctx) => restoreActivity(ctx, { mutationId: newId(), id }));
    expect(await gradeOf(athlete, plannedWorkoutId)).toEqual({ status: "done", grade: "done" });
  });

  test("half of it is far off, and a change on purpose never is", async () => {
    const athlete = await makeAthlete(db.owner);
    const [first, second] = [await planned(athlete), await planned(athlete, { localDate: addDays(DAY, -1) })];
    await as(athlete, (ctx) => logActivity(ctx, { ...run({ distanceM: 4_000 }), plannedWorkoutId: first }));
    expect(await gradeOf(athlete, first)).toMatchObject({ grade: "far-off" });
    const changed = {
      ...run({ distanceM: 4_000, localDate: addDays(DAY, -1) }),
      outcome: "changed" as const,
    };
    await as(athlete, (ctx) => logActivity(ctx, { ...changed, plannedWorkoutId: second }));
    expect(await gradeOf(athlete, second)).toEqual({ status: "changed", grade: "adapted" });
  });

  test("follows a session to another workout, and a stale version is refused", async () => {
    const athlete = await makeAthlete(db.owner);
    const [from, to] = [await planned(athlete), await planned(athlete, { localDate: addDays(DAY, 1) })];
    const { id } = await as(athlete, (ctx) => logActivity(ctx, { ...run(), plannedWorkoutId: from }));
    const { version } = await as(athlete, (ctx) =>
      getActivityPage(ctx, { athleteId: athlete, id, splitM: 1_000 }),
    );
    const move = { mutationId: newId(), id, version, plannedWorkoutId: to };
    await as(athlete, (ctx) => pairActivity(ctx, move));
    expect(await gradeOf(athlete, from)).toEqual({ status: "planned", grade: null });
    expect(await gradeOf(athlete, to)).toMatchObject({ status: "done" });
    const stale = { ...move, mutationId: newId(), plannedWorkoutId: null };
    await expect(as(athlete, (ctx) => pairActivity(ctx, stale))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a reason excuses, and can be taken back", async () => {
    const athlete = await makeAthlete(db.owner);
    const plannedWorkoutId = await planned(athlete);
    const skip = { mutationId: newId(), plannedWorkoutId, reason: "ill" as const };
    await as(athlete, (ctx) => skipWorkout(ctx, skip));
    expect(await gradeOf(athlete, plannedWorkoutId)).toMatchObject({ status: "excused" });
    await as(athlete, (ctx) => unskipWorkout(ctx, { mutationId: newId(), plannedWorkoutId }));
    expect(await gradeOf(athlete, plannedWorkoutId)).toMatchObject({ status: "planned" });
  });
});

describe("somebody else's rows", () => {
  test("are not found, whatever is asked of them", async () => {
    const [mine, theirs] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    const workout = await planned(theirs);
    const { id } = await as(theirs, (ctx) => logActivity(ctx, run()));
    const attempts: ((ctx: ServiceContext) => Promise<unknown>)[] = [
      (ctx) => getActivityPage(ctx, { athleteId: theirs, id, splitM: 1_000 }),
      (ctx) => pairActivity(ctx, { mutationId: newId(), id, version: 1, plannedWorkoutId: null }),
      (ctx) => restoreActivity(ctx, { mutationId: newId(), id }),
      (ctx) => unskipWorkout(ctx, { mutationId: newId(), plannedWorkoutId: workout }),
      (ctx) => addActivityFile(ctx, { name: "a.gpx", bytes: gpx(), plannedWorkoutId: workout }),
    ];
    for (const attempt of attempts) {
      await expect(as(mine, attempt)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("the athlete's pages", () => {
  test("a session is read by the coach who is shown training, and not found by one who is not", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const wellness = await makeCoachAndAthlete(db.owner, { scopes: ["wellness"] });
    const readBy = async (coach: string, athlete: string) => {
      const { id } = await as(athlete, (ctx) => logActivity(ctx, run({ title: "Over the hill" })));
      return await as(coach, (ctx) => getActivityPage(ctx, { athleteId: athlete, id, splitM: 1_000 }));
    };
    expect(await readBy(coachId, athleteId)).toMatchObject({ title: "Over the hill", distanceM: 10_000 });
    await expect(readBy(wellness.coachId, wellness.athleteId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a steady hour says what heart rate took from its speed, and half an hour without one says nothing", async () => {
    const athlete = await makeAthlete(db.owner);
    const pageOf = async (bytes: Uint8Array, name: string) => {
      const { sessions } = await as(athlete, (ctx) => addActivityFile(ctx, { name, bytes }));
      const id = sessions[0]?.activityId ?? "";
      return await as(athlete, (ctx) => getActivityPage(ctx, { athleteId: athlete, id, splitM: 1_000 }));
    };
    const drifting = await pageOf(
      gpx((atS) => (atS < 2_100 ? 140 : 147)),
      "hour.gpx",
    );
    expect(drifting.decouplingPct).toBeCloseTo(100 * (1 - 140 / 147), 0);
    expect(drifting.trace[0]).toMatchObject({ atS: 0, hrBpm: 140 });
    expect(drifting.trace.at(-1)).toMatchObject({ hrBpm: 147 });
    expect((await pageOf(gpx(), "half.gpx")).decouplingPct).toBeNull();
  });

  test("today holds the workout in own ranges, the check-in, and new numbers in the same transaction", async () => {
    const athlete = await makeAthlete(db.owner, { thresholdPaceSPerKm: 240 });
    const plannedWorkoutId = await planned(athlete, { text: "2km warm-up easy\n6 x 400m @5k, 200m jog" });
    const today = await as(athlete, async (ctx) => {
      await checkIn(ctx, { mutationId: newId(), localDate: DAY, legs: "good", restingHr: 48 });
      await logActivity(ctx, { ...run(), plannedWorkoutId });
      await recomputeLoad(ctx.db, athlete, { now: NOW });
      return await getToday(ctx);
    });
    const [workout] = today.workouts;
    expect(workout?.lines.map(({ times, isBetween }) => ({ times, isBetween }))).toEqual([
      { times: 1, isBetween: false },
      { times: 6, isBetween: false },
      { times: 6, isBetween: true },
    ]);
    expect(workout?.lines[1]?.fastSPerKm).toBeLessThan(240);
    expect(today.checkIn.today).toMatchObject({ legs: "good", restingHr: 48 });
    expect(today.activities[0]?.load).toBeGreaterThan(0);
    expect(today.standing.fitness).toBeGreaterThan(0);
  });

  test("figures are those of the athlete's own day, though a night was run for a later one", async () => {
    const athlete = await makeAthlete(db.owner);
    const [before, after] = await as(athlete, async (ctx) => {
      await logActivity(ctx, run({ localDate: addDays(DAY, -6) }));
      await logActivity(ctx, run());
      await recomputeLoad(ctx.db, athlete, { now: NOW });
      const { standing } = await getToday(ctx);
      await recomputeLoad(ctx.db, athlete, { now: NOW, through: addDays(DAY, 3) });
      return [standing, (await getToday(ctx)).standing];
    });
    expect(after).toEqual({ ...before, rev: after?.rev });
    expect(after).toMatchObject({ weekKm: 20 });
  });

  test("figures are those of the athlete's own day, though a traveller checked in on the next one already", async () => {
    const entries = async (isAhead: boolean) => {
      const athlete = await makeAthlete(db.owner);
      return await as(athlete, async (ctx) => {
        await logActivity(ctx, run({ localDate: addDays(DAY, -6) }));
        if (isAhead) await checkIn(ctx, { mutationId: newId(), localDate: addDays(DAY, 1), legs: "good" });
        await logActivity(ctx, run());
        await recomputeLoad(ctx.db, athlete, { now: NOW });
        const today = (await getToday(ctx)).standing;
        const next = { ...ctx, now: new Date(NOW.getTime() + 86_400_000) };
        await recomputeLoad(ctx.db, athlete, { now: next.now });
        return [today, (await getToday(next)).standing].map((standing) => ({ ...standing, rev: null }));
      });
    };
    expect(await entries(true)).toEqual(await entries(false));
  });

  test("an empty account has a day, an agenda and a progress page", async () => {
    const athlete = await makeAthlete(db.owner);
    const [today, agenda, progress] = await as(athlete, async (ctx) => [
      await getToday(ctx),
      await listAgenda(ctx, { from: DAY, to: addDays(DAY, 6) }),
      await getProgress(ctx, { days: 84 }),
    ]);
    expect(today).toMatchObject({ workouts: [], activities: [], season: null, ribbon: null });
    expect(agenda.days).toHaveLength(7);
    expect(progress).toMatchObject({ load: [], assessment: null, predictions: [] });
  });
});

/** A steady run of 30 minutes, a point a minute; with a heart rate, an hour of points every ten seconds. */
function gpx(hrBpm?: (atS: number) => number): Uint8Array {
  const [count, stepS] = hrBpm ? [361, 10] : [30, 60];
  const point = (index: number) => {
    const atS = index * stepS;
    const time = new Date(Date.UTC(2026, 2, 2, 7) + atS * 1_000).toISOString();
    const heart = hrBpm
      ? `<extensions><g:TrackPointExtension><g:hr>${hrBpm(atS)}</g:hr></g:TrackPointExtension></extensions>`
      : "";
    return `<trkpt lat="${59.9 + atS * 0.00003}" lon="10.7"><time>${time}</time>${heart}</trkpt>`;
  };
  const points = Array.from({ length: count }, (_, index) => point(index)).join("");
  const names = `xmlns="http://www.topografix.com/GPX/1/1" xmlns:g="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"`;
  const text = `<?xml version="1.0"?><gpx version="1.1" ${names}><trk><type>running</type><trkseg>${points}</trkseg></trk></gpx>`;
  return new TextEncoder().encode(text);
}
