import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { binary } from "./find-binaries.ts";
import { isAlive } from "./process-state.ts";
import { runAs, type ServerAccount } from "./server-account.ts";
import { makeOwnDir } from "./server-home.ts";

export const SUPERUSER = "postgres";
export const PASSWORD_FILE = "superuser-password";

/**
 * Makes a new database folder. It is built beside its place and renamed when complete, so that a start that
 * was killed half way leaves nothing that looks like a database.
 */
export function createDataDir(home: string, dataDir: string, account: ServerAccount, durable: boolean): void {
  removeAbandoned(dataDir);
  const workshop = `${dataDir}.making-${process.pid}`;
  rmSync(workshop, { recursive: true, force: true });
  makeOwnDir(dirname(dataDir), null);
  makeOwnDir(workshop, account);
  try {
    const password = randomBytes(24).toString("base64url");
    const passwordFile = join(workshop, PASSWORD_FILE);
    writeSecret(passwordFile, password, account);
    const fresh = join(workshop, "data");
    runInitdb(home, fresh, passwordFile, account, durable);
    renameSync(passwordFile, join(fresh, PASSWORD_FILE));
    renameSync(fresh, dataDir);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function runInitdb(
  home: string,
  fresh: string,
  passwordFile: string,
  account: ServerAccount,
  durable: boolean,
) {
  const args = ["-D", fresh, "-U", SUPERUSER, "--pwfile", passwordFile, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--data-checksums");
  if (!durable) args.push("--no-sync");
  const result = spawnSync(binary(home, "initdb"), args, {
    ...runAs(account),
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: "production" },
  });
  if (result.status !== 0) {
    const reason = result.error?.message ?? `${result.stderr}${result.stdout}`.trim();
    throw new Error(`PostgreSQL could not make its database in ${fresh}: ${reason}`, { cause: result.error });
  }
}

function writeSecret(path: string, secret: string, account: ServerAccount): void {
  writeFileSync(path, secret, { mode: 0o600, flag: "wx" });
  if (account) chownSync(path, account.uid, account.gid);
}

function removeAbandoned(dataDir: string): void {
  const parent = dirname(dataDir);
  if (!existsSync(parent)) return;
  const prefix = `${basename(dataDir)}.making-`;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}
