import { addDays } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { getAthleteState, listActivities, listWarningsSince } from "@repo/db/queries";
import { makeActivity, makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { checkIn, deleteActivity, editActivity, logActivity } from "@repo/services/training";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDueNights, judgeWaiting, runNights } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const START = "2026-01-05";
const at = (day: number, hour: number) =>
  new Date(`${addDays(START, day)}T${String(hour).padStart(2, "0")}:00:00Z`);
const as = <T>(userId: string, now: Date, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));

/** Everything that a night leaves of an athlete, without ids and what only says how often something was written. */
async function leftOf(athlete: string) {
  const left = await as(athlete, at(0, 12), async ({ db: tx }) => {
    const state = await getAthleteState(tx, athlete);
    return { state, warnings: await listWarningsSince(tx, athlete, "1900-01-01") };
  });
  const {
    athleteId: _,
    rev: _r,
    dirtySeq: _d,
    updatedAt: _u,
    ...state
  } = left.state as NonNullable<typeof left.state>;
  const warnings = left.warnings
    .map(({ id: _i, athleteId: _a, version: _v, createdAt: _c, updatedAt: _t, ...warning }) => warning)
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.openedOn.localeCompare(b.openedOn));
  const [recovery] = await db.owner.execute<{ state: string }>(
    `select recovery_state as state from athlete_wellness_states where athlete_id = '${athlete}'`,
  );
  const squares = await db.owner.execute<{ day: string; status: string }>(
    `select local_date as day, status from planned_workouts where athlete_id = '${athlete}' order by local_date`,
  );
  return { state, warnings, recovery: recovery?.state, squares: [...squares] };
}

/** Eight weeks of four runs, some planned workouts around today; the same for both athletes. */
async function twin(): Promise<string> {
  const athlete = await makeAthlete(db.owner, { timeZone: "UTC", thresholdPaceSPerKm: 280 });
  for (let day = 0; day < 56; day += 1) {
    if (day % 7 === 6 || day % 2 === 0) {
      const distanceM = day % 7 === 6 ? 16_000 : 8_000;
      await makeActivity(db.owner, athlete, {
        localDate: addDays(START, day),
        distanceM,
        durationS: distanceM / 3,
      });
    }
  }
  for (const day of [57, 59, 60, 66, 75]) {
    await makePlannedWorkout(db.owner, athlete, { localDate: addDays(START, day) });
  }
  return athlete;
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({
    kind: fc.constant("log" as const),
    back: fc.nat(12),
    km: fc.integer({ min: 3, max: 30 }),
    hour: fc.constantFrom(1, 9, 22),
  }),
  fc.record({ kind: fc.constant("delete" as const), which: fc.nat(60) }),
  fc.record({ kind: fc.constant("edit" as const), which: fc.nat(60), km: fc.integer({ min: 3, max: 30 }) }),
  fc.record({
    kind: fc.constant("check-in" as const),
    back: fc.nat(3),
    ill: fc.boolean(),
    fatigue: fc.integer({ min: 1, max: 5 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(athlete: string, one: Step, today: number): Promise<void> {
  const now = at(today, one.kind === "log" ? one.hour : 9);
  const localDate = addDays(START, "back" in one ? today - one.back : today);
  const mutationId = newId();
  if (one.kind === "log") {
    const entry = {
      sport: "run" as const,
      distanceM: one.km * 1000,
      durationS: one.km * 330,
      rpe: 5,
      feel: null,
    };
    await as(athlete, now, (ctx) => logActivity(ctx, { mutationId, id: newId(), localDate, ...entry }));
  }
  if (one.kind === "check-in") {
    await as(athlete, now, (ctx) =>
      checkIn(ctx, { mutationId, localDate, ill: one.ill, fatigue: one.fatigue }),
    );
  }
  if (one.kind !== "delete" && one.kind !== "edit") return;
  const rows = await as(athlete, now, (ctx) =>
    listActivities(ctx.db, athlete, { from: START, to: "2199-01-01" }),
  );
  const chosen = rows[one.which % rows.length];
  if (!chosen) return;
  const target = { mutationId, id: chosen.id };
  if (one.kind === "delete") await as(athlete, now, (ctx) => deleteActivity(ctx, target));
  else
    await as(athlete, now, (ctx) =>
      editActivity(ctx, {
        ...target,
        version: chosen.version,
        distanceM: one.km * 1000,
        durationS: one.km * 330,
      }),
    );
}

test("nights done from the state leave what nights done with the history leave, whatever was logged between", async () => {
  let inChunks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      await db.owner.execute("truncate users cascade");
      const [quick, thorough] = [await twin(), await twin()];
      let today = 57;
      const night = async () => {
        await createDueNights(db.night, { now: at(today, 4) });
        await db.owner.execute(
          `update nightly_runs set thorough = true where athlete_id = '${thorough}' and state = 'pending'`,
        );
        const summary = await runNights(db.night, { now: at(today, 4) });
        expect(summary.failed).toEqual([]);
        inChunks += summary.inChunks;
      };
      await night();
      for (const one of steps) {
        if (one.kind === "wait") {
          for (let count = 0; count < one.days; count += 1) {
            today += 1;
            await night();
          }
        } else {
          await take(quick, one, today);
          await take(thorough, one, today);
          await judgeWaiting(db.night, { now: at(today, 23) });
        }
      }
      today += 1;
      await night();
      expect(await leftOf(quick)).toEqual(await leftOf(thorough));
    }),
    { numRuns: process.env.MESOCYCLE_LONG ? 40 : 1 },
  );
  expect(inChunks).toBeGreaterThan(0);
});
