import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withActor } from "./context.ts";
import { makeAthlete, makeCoachAndAthlete, openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
let coachId: string;
let athleteId: string;

/** 120 athletes of 200 days each: enough that reading everything costs more than an index. */
beforeAll(async () => {
  db = await openTestDb();
  ({ coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: ["training", "wellness"] }));
  await db.owner.transaction(async (tx) => {
    // The rows fit each other as they are made here: asking each for its athlete would take most of the time.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into users (id, email, name) select uuidv7(), 'crowd-' || n || '@example.org', 'Crowd' from generate_series(1, 120) n`);
    await tx.execute(sql`
      insert into athletes (athlete_id, time_zone) select id, 'UTC' from users where name = 'Crowd'`);
    await tx.execute(sql`
      insert into activities (id, athlete_id, local_date, sport, duration_s, source)
      select uuidv7(), athlete_id, date '2025-01-01' + n, 'run', 3600, 'demo' from athletes, generate_series(1, 200) n`);
    await tx.execute(sql`
      insert into planned_workouts (id, athlete_id, local_date, kind, hard, title)
      select uuidv7(), athlete_id, date '2025-01-01' + n, 'easy', false, 'Easy' from athletes, generate_series(1, 200) n`);
    await tx.execute(sql`
      insert into check_ins (athlete_id, local_date, mood)
      select athlete_id, date '2025-01-01' + n, 4 from athletes, generate_series(1, 200) n`);
    await tx.execute(sql`
      insert into activity_laps (activity_id, athlete_id, position, duration_s)
      select id, athlete_id, n, 600 from activities, generate_series(1, 3) n`);
    await tx.execute(sql`insert into athlete_states (athlete_id) select athlete_id from athletes`);
  });
  await db.owner.execute(sql`analyze`);
}, 120_000);
afterAll(() => db.close());

async function planOf(userId: string, query: SQL): Promise<string> {
  const rows = await withActor(db.web, { userId }, (tx) =>
    tx.execute<Record<string, string>>(sql`explain (costs off) ${query}`),
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const byAthlete = /Index Cond: .*athlete_id/;

describe("a query on one athlete's rows", () => {
  const range = sql`local_date between '2025-03-01' and '2025-03-31'`;
  for (const table of ["activities", "planned_workouts", "check_ins"]) {
    it(`finds days in ${table} by the athlete and the day, under the policy`, async () => {
      const plan = await planOf(
        coachId,
        sql`select * from ${sql.identifier(table)} where athlete_id = ${athleteId} and ${range}`,
      );
      expect(plan).toMatch(/Index Cond: .*athlete_id = '[^']+'::uuid\) AND \(local_date/);
      expect(plan).not.toContain("Seq Scan");
    });
  }

  it("finds the laps of all activities without looking at other athletes'", async () => {
    const plan = await planOf(coachId, sql`select * from activity_laps where athlete_id = ${athleteId}`);
    expect(plan).toMatch(byAthlete);
    expect(plan).not.toContain("Seq Scan");
  });

  it("finds one activity by its key", async () => {
    const [row] = await db.owner.execute<{ id: string }>(
      sql`select id from activities where athlete_id = ${athleteId} limit 1`,
    );
    const plan = await planOf(
      athleteId,
      sql`select * from activities where id = ${row?.id} and athlete_id = ${athleteId}`,
    );
    expect(plan).toMatch(byAthlete);
  });
});

describe("a query that names no athlete", () => {
  it("reads only the rows the policy opens, by index, the list made once", async () => {
    const plan = await planOf(coachId, sql`select * from activities where local_date >= '2025-07-01'`);
    expect(plan).toMatch(byAthlete);
    expect(plan).toContain("InitPlan");
    expect(plan).not.toContain("Seq Scan");
  });

  it("makes the list of athletes once for a roster, not once a row", async () => {
    const plan = await planOf(coachId, sql`select * from athlete_states`);
    expect(plan).toContain("InitPlan");
    expect(plan).not.toContain("SubPlan");
  });

  it("shows nobody but the athlete to the athlete", async () => {
    const stranger = await makeAthlete(db.owner);
    const rows = await withActor(db.web, { userId: stranger }, (tx) =>
      tx.execute(sql`select 1 from athlete_states`),
    );
    expect(rows.length).toBe(0);
  });
});
