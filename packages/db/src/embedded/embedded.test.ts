import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findBinaries } from "./find-binaries.ts";
import { startEmbedded, stopEmbedded } from "./index.ts";
import { launchServer } from "./launch-server.ts";
import { isAlive, waitForEnd } from "./process-state.ts";
import { serverAccount } from "./server-account.ts";
import { reachableBinaries } from "./server-home.ts";

const MODULE = fileURLToPath(new URL("./index.ts", import.meta.url));

const pattern = mkdtempSync("/var/tmp/mesocycle pattern ");
let folder: string;
let dataDir: string;

beforeAll(async () => {
  chmodSync(pattern, 0o755);
  await (await startEmbedded({ dataDir: join(pattern, "postgres"), durable: true })).stop();
});
afterAll(() => rmSync(pattern, { recursive: true, force: true }));

/** For what happens to a database that is there: making each anew would take most of the time. */
function layDown(path = dataDir): void {
  execFileSync("cp", ["-a", join(pattern, "postgres"), path]);
}

beforeEach(() => {
  folder = mkdtempSync("/var/tmp/mesocycle test ");
  chmodSync(folder, 0o755); // the server's account must be able to pass through
  dataDir = join(folder, "postgres");
});

afterEach(async () => {
  await stopEmbedded(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

async function withSql<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("a new server is private: loopback, no socket, checksums, SCRAM, secrets readable by nobody else", async () => {
  const server = await startEmbedded({ dataDir, durable: true });
  expect(server.adopted).toBe(false);
  const settings = await withSql(server.url, async (sql) => {
    const rows = await sql<{ name: string; setting: string }[]>`select name, setting from pg_settings`;
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  });
  expect(settings).toMatchObject({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    data_checksums: "on",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    password_encryption: "scram-sha-256",
    TimeZone: "UTC",
  });
  expect(statSync(join(server.dataDir, "superuser-password")).mode & 0o077).toBe(0);
  expect(statSync(server.dataDir).mode & 0o077).toBe(0);
});

test("nobody gets in without the password", async () => {
  layDown();
  const server = await startEmbedded({ dataDir, durable: false });
  const guess = new URL(server.url);
  guess.password = "postgres";
  await expect(withSql(guess.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  guess.password = "";
  await expect(withSql(guess.href, (sql) => sql`select 1`)).rejects.toThrow();
});

test("the server outlives a killed launcher and is adopted by the next start", async () => {
  layDown();
  const launcher = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `const { startEmbedded } = await import(process.argv[1]);
     const server = await startEmbedded({ dataDir: process.argv[2], durable: true });
     console.log(server.pid);
     setInterval(() => {}, 1000);`,
    MODULE,
    dataDir,
  ]);
  const pid = Number(await new Promise((resolve) => launcher.stdout.once("data", resolve)));
  launcher.kill("SIGKILL");
  await new Promise((resolve) => launcher.once("close", resolve));

  const server = await startEmbedded({ dataDir, durable: true });
  expect(server).toMatchObject({ adopted: true, pid });
  expect(isAlive(pid)).toBe(true);
});

test("data survive a kill -9 of the server, and the next start waits out its remains", async () => {
  layDown();
  const first = await startEmbedded({ dataDir, durable: true });
  await withSql(first.url, async (sql) => {
    await sql`create table kept (n int)`;
    await sql`insert into kept select generate_series(1, 1000)`;
  });
  process.kill(first.pid, "SIGKILL");
  const second = await startEmbedded({ dataDir, durable: true, port: first.port });
  expect(second.adopted).toBe(false);
  expect(second.port).toBe(first.port);
  const [row] = await withSql(second.url, (sql) => sql`select count(*)::int as n from kept`);
  expect(row?.n).toBe(1000);
});

test("a server that had not written its number yet when it was looked for is taken over, not waited out", async () => {
  layDown();
  const server = await startEmbedded({ dataDir, durable: true });
  const account = serverAccount(dataDir);
  const home = reachableBinaries(findBinaries(), account);
  const launched = await launchServer({ home, dataDir, account, durable: true, port: undefined });
  expect(launched.pid).toBe(server.pid);
});

test("two starts at the same moment end with one server", async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir, durable: false })));
  expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
  expect(servers.filter((server) => !server.adopted)).toHaveLength(1);
});

test("stopping leaves nothing running, and the data stay", async () => {
  layDown();
  const first = await startEmbedded({ dataDir, durable: true });
  await withSql(first.url, (sql) => sql`create table kept ()`);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await startEmbedded({ dataDir, durable: true });
  await withSql(second.url, (sql) => sql`select * from kept`);
});

test("a folder that another server's number is written into is refused, by that number", async () => {
  layDown();
  layDown(join(folder, "other"));
  const other = await startEmbedded({ dataDir: join(folder, "other"), durable: false });
  try {
    const server = await startEmbedded({ dataDir, durable: false });
    await server.stop();
    copyFileSync(join(other.dataDir, "postmaster.pid"), join(dataDir, "postmaster.pid"));
    await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(`Stop process ${other.pid}`);
    expect(isAlive(other.pid)).toBe(true);
    rmSync(join(dataDir, "postmaster.pid"));
  } finally {
    await other.stop();
  }
});

test("a number that was given to another program since does not keep the server from starting", async () => {
  layDown();
  const first = await startEmbedded({ dataDir, durable: true });
  const claim = readFileSync(join(dataDir, "postmaster.pid"), "utf8");
  await first.stop();
  writeFileSync(join(dataDir, "postmaster.pid"), claim.replace(String(first.pid), String(process.pid)));
  const second = await startEmbedded({ dataDir, durable: true });
  expect(second.adopted).toBe(false);
});

test("a folder open to others, or made by a newer PostgreSQL, is refused with the fix", async () => {
  layDown();
  const server = await startEmbedded({ dataDir, durable: false });
  await server.stop();
  chmodSync(dataDir, 0o755);
  await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(`chmod 700 '${dataDir}'`);
  chmodSync(dataDir, 0o700);
  writeFileSync(join(dataDir, "PG_VERSION"), "19\n");
  await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(
    /PostgreSQL 19.*never touches a newer/,
  );
  writeFileSync(join(dataDir, "PG_VERSION"), "");
  await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(/is damaged.*PG_VERSION/);
});

test("a start that was killed while making the database leaves nothing in the way of the next", async () => {
  const launcher = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `const { startEmbedded } = await import(process.argv[1]);
     process.kill(process.pid, 0);
     setTimeout(() => process.kill(process.pid, "SIGKILL"), 0);
     await startEmbedded({ dataDir: process.argv[2], durable: true });`,
    MODULE,
    dataDir,
  ]);
  await new Promise((resolve) => launcher.once("close", resolve));
  const server = await startEmbedded({ dataDir, durable: true });
  await withSql(server.url, (sql) => sql`select 1`);
  expect(await waitForEnd(launcher.pid ?? 0, 0)).toBe(true);
});
