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

test("a transaction that loses its backend is rejected, and the pool serves those after it", async () => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  const lost = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await killBackend(row?.pid);
    await tx`select 1`;
  });
  await expect(lost).rejects.toThrow();
  let told = 0;
  for (let i = 0; i < 20; i += 1) {
    const asked = sql.begin((tx) => [tx`select ${i}::int as n`]).then((results) => results[0] ?? []);
    const [row] = await asked.catch((error) => {
      // Begun between the server's last word on the connection and its close: told of the same end, once.
      if (!["57P01", "CONNECTION_CLOSED"].includes(error.code)) throw error;
      told += 1;
      return [{ n: i }];
    });
    expect(row?.n).toBe(i);
  }
  expect(told).toBeLessThanOrEqual(1);
  await sql.end({ timeout: 1 });
});

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
