import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { startEmbedded } from "../embedded/index.ts";
import { createTestDatabase, dropTestDatabases } from "./template.ts";

const folder = mkdtempSync(join(tmpdir(), "mesocycle-external-"));
chmodSync(folder, 0o755); // the server's account must be able to pass through

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules(); // the files tested after this one must not get the server chosen here
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rows(url: string, question: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("every test database is migrated, empty and apart from the others", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await rows(one.ownerUrl, "create table only_here ()");
  expect(await rows(one.ownerUrl, "select * from users")).toEqual([]);
  await expect(rows(other.ownerUrl, "select * from only_here")).rejects.toMatchObject({ code: "42P01" });
  expect(await rows(one.appUrl, "select current_user as role")).toEqual([{ role: "app_web" }]);
  expect(await rows(one.authUrl, "select current_user as role")).toEqual([{ role: "app_auth" }]);
  expect(await rows(one.workerUrl, "select current_user as role")).toEqual([{ role: "app_night" }]);
  await Promise.all([one.drop(), other.drop()]);
});

test("DATABASE_URL uses a server of somebody else's, and leaves no database behind on it", async () => {
  const external = await startEmbedded({ dataDir: join(folder, "postgres"), durable: false });
  try {
    vi.stubEnv("DATABASE_URL", external.url);
    vi.resetModules(); // the server is chosen once per process
    const fresh = await import("./template.ts");
    const database = await fresh.createTestDatabase();
    expect(new URL(database.ownerUrl).port).toBe(String(external.port));
    expect(await rows(database.ownerUrl, "select * from users")).toEqual([]);
    await dropTestDatabases(external.url, process.env.MESOCYCLE_TEST_RUN ?? "");
    const left = await rows(external.url, "select datname from pg_database where datname like 'test%'");
    expect(left).toEqual([]);
  } finally {
    await external.stop();
  }
});
