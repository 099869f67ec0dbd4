import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDb, type Db } from "./client.ts";
import { openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
let one: Db;
beforeAll(async () => {
  db = await openTestDb();
  one = createDb(db.urls.owner, { max: 1 });
});
afterAll(async () => {
  await one.close();
  await db.close();
});

const kept = async (mark: string) => {
  const like = `%${mark}%`;
  const rows = await one.execute<{ statement: string }>(
    sql`select statement from pg_prepared_statements where statement like ${like} and statement not like '%pg_prepared%'`,
  );
  return rows.length;
};

test("a connection plans a statement once, also in a transaction within a transaction; a batch it does not keep", async () => {
  const ask = (value: number) => sql`select ${value}::int as few`;
  for (const value of [1, 2, 3]) {
    const [row] = await one.transaction((outer) => outer.transaction((inner) => inner.execute(ask(value))));
    expect(row).toEqual({ few: value });
  }
  expect(await kept("as few")).toBe(1);
  const values = Array.from({ length: 41 }, (_, index) => sql`${index}::int`);
  await one.execute(sql`select array[${sql.join(values, sql`, `)}] as many`);
  expect(await kept("as many")).toBe(0);
});
