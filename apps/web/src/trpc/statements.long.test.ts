import { appendFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { SeasonRequest } from "@repo/core/season";
import { newId } from "@repo/db";
import { openTestDb, sql, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { procedureSubjects } from "./matrix/subjects.ts";
import { mayCall } from "./matrix/visibility.ts";
import { type Ids, makeWorld, type World } from "./matrix/world.ts";
import { MATRIX_INPUTS, TOO_HEAVY } from "./matrix.inputs.ts";
import { makeClubOf } from "./statements/club-of.ts";
import { openCounter } from "./statements/count-statements.ts";

/** `npm run bench queries` reads what is measured here from a file of this name. */
const REPORT = process.env.MESOCYCLE_BENCH_REPORT;
const NOW = new Date("2026-03-02T09:00:00Z");
const [FEW, MANY] = [10, 200];
const COACH = "coachall";

let db: TestDb;
let world: World;
let counter: ReturnType<typeof openCounter>;
let few: string[];
beforeAll(async () => {
  db = await openTestDb();
  world = await makeWorld(db.owner);
  counter = openCounter(db.urls);
  few = await makeClubOf(db.owner, FEW, around());
  // A new connection asks the server about itself first: that is no procedure's.
  await countAll(few);
});
afterAll(async () => {
  await counter.close();
  await db.close();
});

function around() {
  const { orgId, day } = world.ids.target;
  return { orgId, coachId: world.users[COACH], day };
}

/** Inputs that name athletes name all of them. */
function inputOf(name: string, ids: Ids, athleteIds: readonly string[]): unknown {
  const input = MATRIX_INPUTS[name]?.(ids);
  if (!input || typeof input !== "object") return input;
  if ("athletes" in input) return { ...input, athletes: athleteIds.map((athleteId) => ({ athleteId })) };
  return "athleteIds" in input ? { ...input, athleteIds } : input;
}

async function countAll(athleteIds: readonly string[]) {
  const counts = new Map<string, { statements: number; bytes: number }>();
  for (const { name, authz, callWith } of procedureSubjects()) {
    if (!authz || !mayCall(COACH, authz) || TOO_HEAVY.has(name)) continue;
    const input = inputOf(name, world.ids.target, athleteIds);
    const { statements, answer } = await counter.count(world.users[COACH], NOW, (ctx) =>
      callWith(ctx, input),
    );
    counts.set(name, { statements, bytes: gzipSync(answer).length });
  }
  return counts;
}

test("no procedure says more to the database for two hundred athletes than for ten", async () => {
  const ten = await countAll(few);
  const more = await makeClubOf(db.owner, MANY - FEW, around());
  const all = await countAll([...few, ...more]);
  const grown = [...all].filter(([name, { statements }]) => statements !== ten.get(name)?.statements);
  report({
    id: "W7",
    counts: Object.fromEntries([...all].map(([name, of]) => [name, { ten: ten.get(name), all: of }])),
  });
  expect(all.size).toBeGreaterThan(80);
  expect(
    grown.map(([name, { statements }]) => `${name}: ${ten.get(name)?.statements} → ${statements}`),
  ).toEqual([]);
});

test("a roster of two hundred and a year of calendar are a few kilobytes", async () => {
  const call = async (name: string, input: unknown) => {
    const subject = procedureSubjects().find((each) => each.name === name);
    const { answer, error } = await counter.count(world.users[COACH], NOW, async (ctx) =>
      subject?.callWith(ctx, input),
    );
    expect(error).toBeNull();
    if (process.env.DUMP) appendFileSync(`${process.env.DUMP}-${name}.json`, `${answer}\n`);
    return gzipSync(answer).length;
  };
  const roster = await call("squads.table", undefined);
  const [athleteId = ""] = few;
  await makeYear(athleteId);
  // The four weeks it opens with are in the page itself; the next four come with the year.
  const year = await call("coachCalendar.outline", { athleteId, from: "2025-09-01", weeks: 52 });
  const weeks = await call("coachCalendar.weeks", { athleteId, from: "2026-03-23", weeks: 4 });
  report({ id: "W5", bytes: roster });
  report({ id: "W4", bytes: year + weeks, year, weeks });
  expect(roster).toBeLessThanOrEqual(8_192);
  expect(year + weeks).toBeLessThanOrEqual(5_120);
});

/** A year planned by the planner's own hand, half of it done. */
async function makeYear(athleteId: string): Promise<void> {
  const request = SeasonRequest.parse({
    format: "mesocycle/season-request",
    version: 1,
    start: "2025-09-01",
    level: "intermediate",
    runsPerWeek: 5,
    currentWeeklyKm: 40,
    races: [
      { date: "2026-01-18", distanceM: 10_000, priority: "A" },
      { date: "2026-08-23", distanceM: 21_097, priority: "A" },
    ],
  });
  const { saveSeason, assignSeason } = await import("@repo/services/plan");
  const { withActor } = await import("@repo/db");
  const userId = world.users[COACH];
  const id = newId();
  await withActor(db.web, { userId }, async (tx) => {
    const ctx = { db: tx, actor: { userId }, now: NOW };
    await saveSeason(ctx, { athleteId, mutationId: newId(), id, name: "A year", request } as never);
  });
  void assignSeason;
  await db.owner.execute(
    sql`delete from planned_workouts where athlete_id = ${athleteId} and season_id <> ${id}`,
  );
  await db.owner.execute(sql`update planned_workouts set is_assigned = true where season_id = ${id}`);
  await db.owner.execute(sql`update seasons set status = 'assigned' where id = ${id}`);
  await db.owner.execute(sql`insert into activities (id, athlete_id, local_date, sport, title, distance_m, duration_s, source,
      load_x10, planned_workout_id, rpe)
    select gen_random_uuid(), athlete_id, local_date, 'run', title, distance_m * (0.95 + (position + 7) % 11 / 100.0),
      coalesce(duration_s, 3000), 'file', load_x10, id, 4
    from planned_workouts where season_id = ${id} and local_date < '2026-03-02' and distance_m is not null`);
  await db.owner.execute(sql`update planned_workouts set status = 'done', grade = '{"grade": "done"}'
    where season_id = ${id} and local_date < '2026-03-02'`);
}

function report(line: object): void {
  if (REPORT) appendFileSync(REPORT, `${JSON.stringify(line)}\n`);
}
