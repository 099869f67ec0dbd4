import { createHash, randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { type RolePasswords, type RoleUrls, roleUrls, startEmbedded } from "../embedded/index.ts";
import { migrate } from "../migrate.ts";

export type TestDatabase = RoleUrls & {
  /** Owner of every table: for setting up and looking behind the scenes. */
  ownerUrl: string;
  drop(): Promise<void>;
};

/** Names of one test run's databases begin with this; set by the run's set-up. */
const RUN_VARIABLE = "MESOCYCLE_TEST_RUN";
const DATA_DIR_VARIABLE = "MESOCYCLE_TEST_DATA_DIR";

/** Any number will do, as long as nothing else locks it. */
const TEMPLATE_LOCK = 5_417_203;

let server: Promise<string> | null = null;

/**
 * A migrated, empty database of its own, cloned from a template that is migrated once per run. The server is
 * started by the first call of the run, so tests that need no database never wait for one.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  server ??= startTestServer();
  const adminUrl = await server;
  const run = runName();
  const name = `${run}_${randomBytes(6).toString("hex")}`;
  await withAdmin(adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    await ensureTemplate(sql, adminUrl, run);
    await sql.unsafe(`create database ${name} template ${run}_template strategy file_copy`);
  });
  const ownerUrl = withDatabase(adminUrl, name);
  return {
    ownerUrl,
    ...roleUrls(ownerUrl, passwordsOf(adminUrl)),
    drop: () =>
      withAdmin(
        adminUrl,
        async (sql) => void (await sql.unsafe(`drop database if exists ${name} with (force)`)),
      ),
  };
}

/** Removes every database of the run from a server that is kept (DATABASE_URL). */
export async function dropTestDatabases(adminUrl: string, run: string): Promise<void> {
  await withAdmin(adminUrl, async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${`${run}_`})`;
    for (const { name } of rows) await sql.unsafe(`drop database if exists ${name} with (force)`);
  });
}

async function startTestServer(): Promise<string> {
  const external = process.env.DATABASE_URL;
  if (external) return external;
  const dataDir = process.env[DATA_DIR_VARIABLE];
  if (!dataDir)
    throw new Error(`${DATA_DIR_VARIABLE} is not set. Run these tests with vitest from the project's root.`);
  return (await startEmbedded({ dataDir, durable: false })).url;
}

function runName(): string {
  const run = process.env[RUN_VARIABLE];
  if (!run)
    throw new Error(`${RUN_VARIABLE} is not set. Run these tests with vitest from the project's root.`);
  return run;
}

/** The template gets its name only when complete: a run that was killed half way is not mistaken for one. */
async function ensureTemplate(sql: Sql, adminUrl: string, run: string): Promise<void> {
  const template = `${run}_template`;
  const [found] = await sql`select 1 from pg_database where datname = ${template}`;
  if (found) return;
  const half = `${run}_half`;
  await sql.unsafe(`drop database if exists ${half} with (force)`);
  await sql.unsafe(`create database ${half}`);
  await migrate(withDatabase(adminUrl, half), passwordsOf(adminUrl));
  await sql.unsafe(`alter database ${half} rename to ${template}`);
}

/** The same for every run on a server: accounts belong to the whole server, and runs may overlap. */
function passwordsOf(adminUrl: string): RolePasswords {
  const of = (role: string) => createHash("sha256").update(`${role}:${adminUrl}`).digest("base64url");
  return { web: of("web"), auth: of("auth"), night: of("night"), backup: of("backup") };
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function withAdmin<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
