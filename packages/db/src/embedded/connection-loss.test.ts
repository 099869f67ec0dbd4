import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/template.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function killBackend(pid: number): Promise<void> {
  const killer = postgres(database.ownerUrl, { max: 1 });
  await killer`select pg_terminate_backend(${pid})`;
  await killer.end();
}

test("a query on a connection whose backend died is rejected, and the process lives", async () => {
  const sql = postgres(database.ownerUrl, { max: 2 });
  const reserved = await sql.reserve();
  const [row] = await reserved`select pg_backend_pid() as pid`;
  await killBackend(row?.pid);
  await expect(reserved`select 1`).rejects.toThrow();
  await expect(reserved`select 1`).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await sql.end({ timeout: 1 });
});

test("a transaction that loses its backend is rejected once, and the pool serves the next one", async () => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  const lost = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await killBackend(row?.pid);
    await tx`select 1`;
  });
  await expect(lost).rejects.toThrow();
  await expectServed(sql);
  await sql.end({ timeout: 1 });
});

test("what a dying server says to a query under way is not told to the next transaction", async () => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  const lost = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await Promise.all([tx`select pg_sleep(60)`, untilAsleep(row?.pid).then(() => killBackend(row?.pid))]);
  });
  await expect(lost).rejects.toThrow();
  await expectServed(sql);
  await sql.end({ timeout: 1 });
});

async function expectServed(sql: postgres.Sql): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    const [row] = await sql.begin((tx) => [tx`select ${i}::int as n`]).then((results) => results[0] ?? []);
    expect(row?.n).toBe(i);
  }
}

/** Until the backend has begun to sleep: then its query is under way. */
async function untilAsleep(pid: number): Promise<void> {
  const watcher = postgres(database.ownerUrl, { max: 1 });
  const asleep = () => watcher`select 1 from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`;
  while ((await asleep()).length === 0);
  await watcher.end();
}

test("what a lost transaction still asks never reaches the connection's next user", async () => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  const late = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<unknown>();
  const lost = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await killBackend(row?.pid);
    await late.promise;
    await tx`create table written_too_late ()`.then(asked.reject, asked.resolve);
  });
  await expect(lost).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await sql.begin(async (tx) => {
    await tx`select 1`;
    late.resolve();
    expect(await asked.promise).toMatchObject({ code: "CONNECTION_CLOSED" });
    const [row] = await tx`select to_regclass('written_too_late') as name`;
    expect(row?.name).toBeNull();
  });
  await sql.end({ timeout: 1 });
});
