import { addDays } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { getAthleteState, listActivities, listLoadYears, markDirty } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { checkIn, deleteActivity, editActivity, logActivity } from "@repo/services/training";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explainDay, getLoadSeries, recomputeLoad } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const START = "2025-11-20";
const at = (day: number) => new Date(`${addDays(START, day)}T20:00:00Z`);
const as = <T>(userId: string, now: Date, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));

const run = (day: number, minutes: number, rpe: number | null = 5) => ({
  mutationId: newId(),
  id: newId(),
  localDate: addDays(START, day),
  sport: "run" as const,
  distanceM: minutes * 190,
  durationS: minutes * 60,
  rpe,
  feel: null,
});

/** Everything that a recompute writes, without what only says when it was written. */
async function numbersOf(athlete: string, now: Date) {
  return await as(athlete, now, async ({ db: tx }) => {
    const {
      rev: _r,
      updatedAt: _u,
      dirtySeq: _d,
      ...state
    } = (await getAthleteState(tx, athlete)) ?? { rev: 0, updatedAt: 0, dirtySeq: 0 };
    return { state, years: await listLoadYears(tx, athlete, { from: 1900, to: 2200 }) };
  });
}

const recompute = (athlete: string, now: Date) =>
  as(athlete, now, (ctx) => recomputeLoad(ctx.db, athlete, { now }));

describe("recomputing load", () => {
  test("a session counts at once, and every figure says how it was made", async () => {
    const athlete = await makeAthlete(db.owner, { thresholdPaceSPerKm: 270, timeZone: "UTC" });
    await as(athlete, at(0), (ctx) => logActivity(ctx, run(0, 60)));
    expect(await recompute(athlete, at(0))).toMatchObject({ how: "recomputed", through: START });
    const [day] = await as(athlete, at(0), (ctx) =>
      getLoadSeries(ctx.db, athlete, { from: START, to: START }),
    );
    expect(day).toMatchObject({ method: "running-stress", quality: "warming-up" });
    expect(day?.fitness).toBeCloseTo((day?.load ?? 0) * (1 - Math.exp(-1 / 42)), 9);
    const explained = await as(athlete, at(0), (ctx) => explainDay(ctx.db, athlete, START));
    const [activity] = explained.activities;
    expect(activity?.detail?.parts.formula).toBe("running-stress");
    expect(activity?.detail?.parts.inputs.map((part) => part.code)).toContain("threshold-speed");
  });

  test("again without a change does nothing; a new day is carried on from the state", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "UTC" });
    await as(athlete, at(0), (ctx) => logActivity(ctx, run(0, 60)));
    await recompute(athlete, at(0));
    expect((await recompute(athlete, at(0)))?.how).toBe("nothing");
    expect((await recompute(athlete, at(3)))?.how).toBe("advanced");
    expect((await as(athlete, at(3), (ctx) => getAthleteState(ctx.db, athlete)))?.lastDay).toBe(
      addDays(START, 3),
    );
  });

  test("after any order of logging, editing, deleting and waiting equals a full rebuild, bit for bit", async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("log" as const),
        back: fc.nat(30),
        minutes: fc.integer({ min: 10, max: 180 }),
        rpe: fc.option(fc.nat(10), { nil: null }),
      }),
      fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 25 }) }),
      fc.record({ kind: fc.constant("delete" as const), which: fc.nat(50) }),
      fc.record({
        kind: fc.constant("edit" as const),
        which: fc.nat(50),
        minutes: fc.integer({ min: 10, max: 180 }),
      }),
      fc.record({ kind: fc.constant("check-in" as const), back: fc.nat(10) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const athlete = await makeAthlete(db.owner, { timeZone: "UTC", thresholdPaceSPerKm: 280 });
        let today = 30;
        for (const one of steps) {
          const now = at(today);
          const day = (back: number) => Math.max(0, today - back);
          const activities = await as(athlete, now, (ctx) =>
            listActivities(ctx.db, athlete, { from: START, to: "2199-01-01" }),
          );
          const chosen = "which" in one ? activities[one.which % Math.max(1, activities.length)] : undefined;
          if (one.kind === "log")
            await as(athlete, now, (ctx) => logActivity(ctx, run(day(one.back), one.minutes, one.rpe)));
          if (one.kind === "check-in") {
            await as(athlete, now, (ctx) =>
              checkIn(ctx, { mutationId: newId(), localDate: addDays(START, day(one.back)), sleepHours: 7 }),
            );
          }
          if (one.kind === "delete" && chosen) {
            await as(athlete, now, (ctx) => deleteActivity(ctx, { mutationId: newId(), id: chosen.id }));
          }
          if (one.kind === "edit" && chosen) {
            const change = {
              mutationId: newId(),
              id: chosen.id,
              version: chosen.version,
              durationS: one.minutes * 60,
            };
            await as(athlete, now, (ctx) => editActivity(ctx, { ...change, distanceM: one.minutes * 190 }));
          }
          if (one.kind === "wait") today += one.days;
          await recompute(athlete, at(today));
        }
        const incremental = await numbersOf(athlete, at(today));
        await as(athlete, at(today), (ctx) => markDirty(ctx.db, athlete, "1900-01-01"));
        await recompute(athlete, at(today));
        const full = await numbersOf(athlete, at(today));
        expect({ ...incremental, state: { ...incremental.state, needsJudging: null } }).toEqual({
          ...full,
          state: { ...full.state, needsJudging: null },
        });
      }),
      { numRuns: process.env.MESOCYCLE_LONG ? 200 : 8 },
    );
  });
});
