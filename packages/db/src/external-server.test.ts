import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeBackup } from "./backup/index.ts";
import { startEmbedded, stopEmbedded } from "./embedded/index.ts";
import { migrate } from "./migrate.ts";

const PASSWORDS = { web: "web-1", auth: "auth-1", night: "night-1", backup: "backup-1" };

let folder: string;
let superUrl: string;

// A server of somebody else's, as DATABASE_URL would name it: another data folder, another superuser.
beforeAll(async () => {
  folder = mkdtempSync("/var/tmp/mesocycle external ");
  chmodSync(folder, 0o755);
  superUrl = (await startEmbedded({ dataDir: join(folder, "postgres"), durable: false })).url;
});

afterAll(async () => {
  await stopEmbedded(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

async function run(...statements: string[]): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
}

function urlOf(account: string, database: string): string {
  const url = new URL(superUrl);
  url.username = account;
  url.password = "pw";
  url.pathname = `/${database}`;
  return url.href;
}

it("an ordinary owner of an empty database is told what to grant, and with that it works, again and again", async () => {
  await run("create role club login password 'pw'", "create database club");
  const url = urlOf("club", "club");
  await expect(migrate(url, PASSWORDS)).rejects.toThrow(
    /ALTER DATABASE club OWNER TO club;\n.*ALTER ROLE club CREATEROLE;\n/,
  );
  await run("alter database club owner to club", "alter role club createrole");
  await migrate(url, PASSWORDS);
  await migrate(url, PASSWORDS);
});

it("a backup that row-level security would thin out is not made, and says what would allow it", async () => {
  const url = new URL(urlOf("app_backup", "club"));
  url.password = PASSWORDS.backup;
  const file = join(folder, "club.backup");
  await expect(writeBackup(url.href, file, new Date())).rejects.toThrow("ALTER ROLE app_backup BYPASSRLS");
  expect(existsSync(file)).toBe(false);
});

it("another owner is told of the accounts that are there already, and with the grant it works", async () => {
  await run("create role other login password 'pw' createrole", "create database other owner other");
  const url = urlOf("other", "other");
  await expect(migrate(url, PASSWORDS)).rejects.toThrow(
    "GRANT app_auth, app_backup, app_ctx, app_night, app_web TO other WITH ADMIN OPTION;",
  );
  await run("grant app_auth, app_backup, app_ctx, app_night, app_web to other with admin option");
  await migrate(url, PASSWORDS);
});

it("an owner who did not make the tables is told who did", async () => {
  await run("grant app_auth, app_backup, app_ctx, app_night, app_web to other with admin option");
  await run("alter database club owner to other");
  await expect(migrate(urlOf("other", "club"), PASSWORDS)).rejects.toThrow("Put club into DATABASE_URL");
  await run("alter database club owner to club");
});

it("a second installation does not lock out the first", async () => {
  await expect(migrate(urlOf("other", "other"), { ...PASSWORDS, web: "web-2" })).rejects.toThrow(
    /already serves another Mesocycle \(database club\)/,
  );
  await migrate(urlOf("club", "club"), PASSWORDS);
});
