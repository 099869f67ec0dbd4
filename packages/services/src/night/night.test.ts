import { addDays } from "@repo/core/calendar";
import { type Db, newId, withActor } from "@repo/db";
import { createDb } from "@repo/db/internal";
import {
  getAthleteState,
  getLatestAssessment,
  getNight,
  listWarningsSince,
  markForJudging,
} from "@repo/db/queries";
import { makeActivity, makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { checkIn } from "@repo/services/training";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createDueNights, judgeWaiting, runNights } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());
// Athletes of an earlier test are not due again.
afterEach(async () => {
  await db.owner.execute("truncate users cascade");
  await db.owner.execute("alter table assessments drop constraint if exists poison");
});

const START = "2026-01-05";
const at = (day: number, hour = 12) =>
  new Date(`${addDays(START, day)}T${String(hour).padStart(2, "0")}:00:00Z`);
const as = <T>(userId: string, now: Date, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));
const warningsOf = (athlete: string) =>
  as(athlete, at(0), ({ db: tx }) => listWarningsSince(tx, athlete, "1900-01-01"));

/** Runs of 8 km on three days a week, and one of 20 km on the last day. */
async function athleteWithSpike(days: number): Promise<string> {
  const athlete = await makeAthlete(db.owner, { timeZone: "UTC" });
  for (let day = 0; day < days; day += 2) {
    await makeActivity(db.owner, athlete, {
      localDate: addDays(START, day),
      distanceM: 8_000,
      durationS: 2_880,
    });
  }
  await makeActivity(db.owner, athlete, {
    localDate: addDays(START, days - 1),
    distanceM: 20_000,
    durationS: 7_200,
  });
  return athlete;
}

test("the night judges the day that ended, once, and says what it found", async () => {
  const athlete = await athleteWithSpike(40);
  expect(await createDueNights(db.night, { now: at(40, 4) })).toMatchObject({ created: 1 });
  expect(await createDueNights(db.night, { now: at(40, 5) })).toMatchObject({ created: 0 });
  expect(await runNights(db.night, { now: at(40, 5) })).toMatchObject({ athletes: 1, done: 1, failed: [] });
  expect(await runNights(db.night, { now: at(40, 6) })).toMatchObject({ athletes: 0, done: 0 });
  const night = await as(athlete, at(40), ({ db: tx }) => getNight(tx, athlete, addDays(START, 40)));
  expect(night).toMatchObject({ state: "done", attempts: 1 });
  const spike = (await warningsOf(athlete)).find((row) => row.kind === "session-spike");
  expect(spike).toMatchObject({ openedOn: addDays(START, 39), closedOn: null, scope: "training" });
  const state = await as(athlete, at(40), ({ db: tx }) => getAthleteState(tx, athlete));
  expect(state).toMatchObject({ judgedThrough: addDays(START, 39), needsJudging: false, dirtyFrom: null });
  expect(state?.openWarnings).toBeGreaterThan(0);
  expect((await as(athlete, at(40), ({ db: tx }) => getLatestAssessment(tx, athlete)))?.asOf).toBe(
    addDays(START, 39),
  );
});

test("before four in the morning nothing is due", async () => {
  await athleteWithSpike(10);
  await createDueNights(db.night, { now: at(20, 5) });
  expect(await createDueNights(db.night, { now: at(21, 3) })).toMatchObject({ created: 0 });
});

test("ten nights at once leave what ten nights one by one leave", async () => {
  const [together, single] = [await athleteWithSpike(40), await athleteWithSpike(40)];
  await createDueNights(db.night, { now: at(36, 4) });
  await runNights(db.night, { now: at(36, 4) });
  const seen = async (athlete: string) =>
    (await warningsOf(athlete))
      .map(({ kind, openedOn, closedOn, lastSeenOn, title }) => ({
        kind,
        openedOn,
        closedOn,
        lastSeenOn,
        title,
      }))
      .sort((a, b) => a.kind.localeCompare(b.kind) || a.openedOn.localeCompare(b.openedOn));
  await db.owner.execute(`insert into nightly_runs (athlete_id, local_date, kind, state)
    values ('${together}', '${addDays(START, 46)}', 'night', 'done')`);
  for (let day = 37; day <= 46; day += 1) {
    await createDueNights(db.night, { now: at(day, 4) });
    await runNights(db.night, { now: at(day, 4) });
  }
  await db.owner.execute(
    `delete from nightly_runs where athlete_id = '${together}' and local_date > '${addDays(START, 36)}'`,
  );
  await createDueNights(db.night, { now: at(46, 4) });
  expect(await runNights(db.night, { now: at(46, 4) })).toMatchObject({ athletes: 1, done: 10 });
  expect(await seen(together)).toEqual(await seen(single));
});

test("workouts of days that are over and of which nothing was heard become missed, today's do not", async () => {
  const athlete = await athleteWithSpike(10);
  const yesterday = await makePlannedWorkout(db.owner, athlete, { localDate: addDays(START, 10) });
  const today = await makePlannedWorkout(db.owner, athlete, { localDate: addDays(START, 11) });
  await createDueNights(db.night, { now: at(11, 5) });
  await runNights(db.night, { now: at(11, 5) });
  const rows = await db.owner.execute<{ id: string; status: string }>(
    "select id, status from planned_workouts",
  );
  expect(new Map(rows.map((row) => [row.id, row.status]))).toEqual(
    new Map([
      [yesterday, "missed"],
      [today, "planned"],
    ]),
  );
});

test("work planned beside any season is missed like a season's, and makes no week a light one", async () => {
  const athlete = await athleteWithSpike(40);
  for (const day of [41, 43, 45, 47]) {
    await makePlannedWorkout(db.owner, athlete, { localDate: addDays(START, day) });
    const run = { localDate: addDays(START, day + 1), distanceM: 8_000, durationS: 2_880 };
    await makeActivity(db.owner, athlete, run);
  }
  await createDueNights(db.night, { now: at(49, 5) });
  await runNights(db.night, { now: at(49, 5) });
  const missed = (await warningsOf(athlete)).find((row) => row.kind === "missed-workouts");
  expect(missed?.title).toBe("4 of 4 planned workouts not logged in 10 days");
});

test("illness said in the morning is judged the same day, without waiting for the night", async () => {
  const athlete = await athleteWithSpike(30);
  await createDueNights(db.night, { now: at(30, 5) });
  await runNights(db.night, { now: at(30, 5) });
  const entry = { mutationId: newId(), localDate: addDays(START, 30), ill: true };
  await as(athlete, at(30, 7), (ctx) => checkIn(ctx, entry));
  expect(await judgeWaiting(db.night, { now: at(30, 7) })).toMatchObject({ judged: 1 });
  const illness = (await warningsOf(athlete)).find((row) => row.kind === "illness");
  expect(illness).toMatchObject({ openedOn: addDays(START, 30), scope: "medical" });
  expect(await judgeWaiting(db.night, { now: at(30, 8) })).toMatchObject({ judged: 0 });
  // Judged once more, as after a change of the plan, no load changes, but what open pages show: they ask for another revision.
  const revision = () =>
    as(athlete, at(30, 9), async ({ db: tx }) => (await getAthleteState(tx, athlete))?.rev);
  await as(athlete, at(30, 9), ({ db: tx }) => markForJudging(tx, athlete));
  const before = (await revision()) ?? 0;
  expect(await judgeWaiting(db.night, { now: at(30, 9) })).toMatchObject({ judged: 1 });
  expect(await revision()).toBeGreaterThan(before);
});

test("an athlete whose night fails waits; the others go on", async () => {
  const [poison, good] = [await athleteWithSpike(10), await athleteWithSpike(10)];
  await db.owner.execute(
    `alter table assessments add constraint poison check (athlete_id <> '${poison}') not valid`,
  );
  await createDueNights(db.night, { now: at(12, 5) });
  const summary = await runNights(db.night, { now: at(12, 5) });
  expect(summary.failed.map((failure) => failure.athleteId)).toEqual([poison]);
  const night = await as(good, at(12), ({ db: tx }) => getNight(tx, good, addDays(START, 12)));
  expect(night?.state).toBe("done");
  // Eight tries, each later than the one before, then a person is asked.
  for (let day = 13; day <= 25; day += 1) await runNights(db.night, { now: at(day, 5) });
  const given = await as(poison, at(12), ({ db: tx }) => getNight(tx, poison, addDays(START, 12)));
  expect(given).toMatchObject({ state: "failed", attempts: 8 });
  expect(given?.error).toMatch(/check constraint "poison"/);
  expect(given?.error).not.toContain("windowDays");
});

test("what is logged by an athlete who cannot be judged is tried eight times, and again with the next entry", async () => {
  const athlete = await athleteWithSpike(10);
  await db.owner.execute(
    `alter table assessments add constraint poison check (athlete_id <> '${athlete}') not valid`,
  );
  const say = (hour: number) =>
    as(athlete, at(10, hour), (ctx) =>
      checkIn(ctx, { mutationId: newId(), localDate: addDays(START, 10), sleepHours: 7 }),
    );
  const tries = async (from: number) => {
    let failures = 0;
    for (let day = from; day < from + 20; day += 1) {
      await judgeWaiting(db.night, { now: at(day), onFailure: () => (failures += 1) });
    }
    return failures;
  };
  await say(7);
  expect(await tries(10)).toBe(8);
  await say(8);
  await db.owner.execute("alter table assessments drop constraint poison");
  expect(await judgeWaiting(db.night, { now: at(31) })).toMatchObject({ judged: 1 });
});

/** What a night says of an athlete, without ids and the moments of writing. */
async function saidOf(athlete: string) {
  const rows = (table: string) =>
    db.owner.execute<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'id' - 'athlete_id' - 'created_at' - 'updated_at' as row from ${table} t
        where athlete_id = '${athlete}' order by 1`,
    );
  const tables = ["assessments", "recovery_assessments", "athlete_wellness_states", "warnings"];
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, (await rows(table)).map(({ row }) => row)])),
  );
}

/**
 * What a late worker does that has looked at a table, and waits before it goes on until another worker is through.
 *
 * @param look words of the statement in which it is held
 */
async function comingLate<T>(of: {
  table: string;
  look: string;
  late: (worker: Db) => Promise<T>;
  meanwhile: () => Promise<unknown>;
}): Promise<T> {
  await db.owner.execute(`
    create function hold_the_late() returns boolean language plpgsql volatile as $$ begin
      if current_setting('application_name') = 'late' and current_query() like '%${of.look}%' then
        perform pg_advisory_xact_lock_shared(4711);
      end if;
      return true; end $$;
    create policy late on ${of.table} as restrictive for select to app_night using (hold_the_late())`);
  const late = createDb(db.urls.night, { max: 1, applicationName: "late" });
  try {
    let coming: Promise<T> | undefined;
    await db.owner.transaction(async (gate) => {
      await gate.execute("select pg_advisory_xact_lock(4711)");
      coming = of.late(late);
      const isHeld = "select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and not granted";
      await vi.waitUntil(async () => (await db.owner.execute(isHeld)).length > 0, { timeout: 20_000 });
      await of.meanwhile();
    });
    return await (coming as Promise<T>);
  } finally {
    await late.close();
    await db.owner.execute(`drop policy late on ${of.table}; drop function hold_the_late()`);
  }
}

const LEDGER = { table: "nightly_runs", look: "pg_try_advisory_xact_lock" };

test("a worker that comes late to nights another has just finished judges nobody, as if it had come after them", async () => {
  const undisturbed = await athleteWithSpike(40);
  await createDueNights(db.night, { now: at(40, 4) });
  await runNights(db.night, { now: at(40, 5) });
  await runNights(db.night, { now: at(41, 3) });
  const contested = await athleteWithSpike(40);
  await createDueNights(db.night, { now: at(40, 4) });
  await db.owner.execute(`update nightly_runs set thorough = true where athlete_id = '${contested}'`);
  const came = await comingLate({
    ...LEDGER,
    late: (worker) => runNights(worker, { now: at(41, 3) }),
    meanwhile: async () =>
      expect(await runNights(db.night, { now: at(40, 5) })).toMatchObject({ athletes: 1, done: 1 }),
  });
  expect(came).toMatchObject({ athletes: 0, done: 0, failed: [] });
  const said = await saidOf(contested);
  expect(said.assessments).toHaveLength(1);
  expect(said).toEqual(await saidOf(undisturbed));
});

test("a worker that comes late to a night another has just tried leaves it to its next try", async () => {
  const poison = await athleteWithSpike(10);
  await db.owner.execute(
    `alter table assessments add constraint poison check (athlete_id <> '${poison}') not valid`,
  );
  await createDueNights(db.night, { now: at(12, 5) });
  const come = (worker: Db) => runNights(worker, { now: at(12, 5) });
  await db.owner.execute("update nightly_runs set thorough = true");
  await comingLate({ ...LEDGER, late: come, meanwhile: () => come(db.night) });
  const night = await as(poison, at(12), ({ db: tx }) => getNight(tx, poison, addDays(START, 12)));
  expect(night).toMatchObject({ state: "pending", attempts: 1 });
});

test("a worker that comes late to an athlete another has just judged judges nobody", async () => {
  const athlete = await athleteWithSpike(10);
  const morning = { mutationId: newId(), localDate: addDays(START, 10), sleepHours: 7 };
  await as(athlete, at(10, 7), (ctx) => checkIn(ctx, morning));
  const judge = (worker: Db) => judgeWaiting(worker, { now: at(10) });
  const came = await comingLate({
    table: "athlete_states",
    look: "fault_attempts",
    late: judge,
    meanwhile: async () => expect(await judge(db.night)).toEqual({ judged: 1, waiting: 1 }),
  });
  expect(came).toEqual({ judged: 0, waiting: 1 });
});

test("what was entered later changes nothing of what the night of a past day says", async () => {
  const [then, later] = [await athleteWithSpike(40), await athleteWithSpike(40)];
  await createDueNights(db.night, { now: at(40, 5) });
  await db.owner.execute(`update nightly_runs set next_at = '2199-01-01' where athlete_id = '${later}'`);
  expect(await runNights(db.night, { now: at(40, 5) })).toMatchObject({ athletes: 1, done: 1 });
  for (const day of [40, 41, 43, 44, 50]) {
    const run = { localDate: addDays(START, day), distanceM: 30_000, durationS: 10_800 };
    await makeActivity(db.owner, later, run);
  }
  const morning = { mutationId: newId(), localDate: addDays(START, 41), ill: true, fatigue: 5 };
  await as(later, at(41, 7), (ctx) => checkIn(ctx, morning));
  await db.owner.execute(`update nightly_runs set next_at = null where athlete_id = '${later}'`);
  expect(await runNights(db.night, { now: at(60, 5) })).toMatchObject({ athletes: 1, done: 1 });
  const [first, second] = [await saidOf(then), await saidOf(later)];
  expect(first.warnings?.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
});
