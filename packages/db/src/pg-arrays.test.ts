import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseArray, writeArray } from "./pg-arrays.ts";
import { athleteStates } from "./schema/index.ts";
import { makeAthlete, openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

test.each([
  [[]],
  [[null]],
  [["NULL", null, "null", ""]],
  [["a, b", 'say "x"', "back\\slash", "{brace}", "line\nbreak", " space "]],
])("%j comes back from an array as it was", (values: (string | null)[]) => {
  expect(parseArray(writeArray(values), String)).toEqual(values);
});

test("a number that is missing in a stored array is missing when read, not NaN", async () => {
  const athleteId = await makeAthlete(db.owner);
  const row = {
    spark: [1.5, null, 3],
    ribbonPhases: ["base", null, 'a "b", c\\d'],
    ribbonDoneKm: [null],
  } as never;
  await db.owner.insert(athleteStates).values({ athleteId, ...(row as object) });
  const [read] = await db.owner.select().from(athleteStates);
  expect(read).toMatchObject({
    spark: [1.5, null, 3],
    ribbonPhases: ["base", null, 'a "b", c\\d'],
    ribbonDoneKm: [null],
  });
});

test("arrays go in as parameters too", async () => {
  const ids = ["0b7a1f6e-3c1d-4f63-9a52-000000000001", "0b7a1f6e-3c1d-4f63-9a52-000000000002"];
  const [row] = await db.owner.execute(
    sql`select ${sql.param(ids)}::uuid[] as ids, ${sql.param([1, null, 3])}::int[] as numbers,
               array[]::text[] as nothing`,
  );
  expect(row).toEqual({ ids, numbers: [1, null, 3], nothing: [] });
});
