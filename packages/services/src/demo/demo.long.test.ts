import { newId, withActor } from "@repo/db";
import { deleteDemo, listRoster } from "@repo/db/queries";
import { makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import { createDueNights, runNights } from "@repo/services/night";
import { countNeeds, listNeeds } from "@repo/services/warnings";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "./index.ts";

const NOW = new Date("2026-11-22T09:00:00Z");
let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

/** Rows of every table of ours. */
async function rowCounts(): Promise<Map<string, number>> {
  const tables = await db.owner.execute<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await db.owner.execute<{ count: number }>(
      `select count(*)::int as count from public.${name}`,
    );
    counts.set(name, row?.count ?? 0);
  }
  return counts;
}

test("the demo club has something true to say of everybody, and goes without a trace", async () => {
  const host = await makeUser(db.owner, { id: newId(), isOperator: true });
  const before = await rowCounts();
  const { athletes } = await seedDemo(db.web, { userId: host, now: NOW });
  expect(athletes).toBe(12);
  await expect(seedDemo(db.web, { userId: host, now: NOW })).rejects.toMatchObject({ code: "CONFLICT" });
  await createDueNights(db.night, { now: NOW });
  expect((await runNights(db.night, { now: NOW })).failed).toEqual([]);
  const roster = await withActor(db.web, { userId: host }, (tx) => listRoster(tx, host));
  expect(roster).toHaveLength(12);
  expect(roster.every((row) => row.isDemo)).toBe(true);
  const needing = roster.filter((row) => (row.state?.openWarnings ?? 0) > 0);
  expect(needing.length).toBeGreaterThanOrEqual(4);
  expect(needing.length).toBeLessThan(12);
  const asked = { coachId: host, now: NOW };
  const counted = await withActor(db.web, { userId: host }, (tx) => countNeeds(tx, asked));
  const listed = await withActor(db.web, { userId: host }, (tx) => listNeeds(tx, asked));
  expect(counted).toBe(listed.needs.length);
  expect(roster.filter((row) => row.state?.fitness != null).length).toBe(12);
  await withActor(db.web, { userId: host }, (tx) => deleteDemo(tx));
  const trace = new Map([...(await rowCounts())].filter(([name, count]) => count !== before.get(name)));
  trace.delete("audit_events");
  expect(trace).toEqual(new Map());
}, 300_000);
