import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { binary, POSTGRES_MAJOR } from "./find-binaries.ts";
import { runAs, type ServerAccount } from "./server-account.ts";

/** /var/tmp is emptied by some systems after a month: it is only the second choice. */
const SHARED_ROOTS = ["/var/lib/mesocycle", "/var/tmp/mesocycle"];

/**
 * The data directory the server will really use: the one asked for, or a stable place outside, named after
 * it, when the server's account cannot reach it (a checkout under /root).
 */
export function reachableDataDir(dataDir: string, account: ServerAccount): string {
  const wanted = resolve(dataDir);
  if (!account) return wanted;
  mkdirSync(dirname(wanted), { recursive: true });
  if (canReach(dirname(wanted), account)) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  return join(sharedRoot(), name, "postgres");
}

/** The binaries where the account can run them: in place, or copied once outside. */
export function reachableBinaries(home: string, account: ServerAccount): string {
  if (!account || canRun(home, account)) return home;
  const source = statSync(binary(home, "postgres"));
  const copy = join(sharedRoot(), `postgres-${POSTGRES_MAJOR}-${source.size}`);
  if (!existsSync(copy)) copyBinaries(home, copy);
  if (!canRun(copy, account)) {
    throw new Error(
      `The account with uid ${account.uid} cannot run ${binary(copy, "postgres")}. ` +
        `Check that ${copy} is readable and its disk is not mounted noexec.`,
    );
  }
  return copy;
}

/** Makes a folder that belongs to the server's account and to nobody else. */
export function makeOwnDir(path: string, account: ServerAccount): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

function canReach(dir: string, account: NonNullable<ServerAccount>): boolean {
  return spawnSync("test", ["-x", realpathSync(dir)], { ...account, cwd: "/" }).status === 0;
}

function canRun(home: string, account: ServerAccount): boolean {
  return spawnSync(binary(home, "postgres"), ["--version"], runAs(account)).status === 0;
}

/** `cp -RL`: Node's own copy leaves links that lead back into the folder the account cannot reach. */
function copyBinaries(home: string, copy: string): void {
  const half = `${copy}.${process.pid}`;
  const result = spawnSync("cp", ["-RL", home, half], { encoding: "utf8" });
  if (result.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`Copying PostgreSQL to ${copy} failed: ${result.stderr.trim()}`);
  }
  spawnSync("chmod", ["-R", "a+rX", half]);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another starter was first
  }
}

function sharedRoot(): string {
  for (const root of SHARED_ROOTS) {
    try {
      mkdirSync(root, { recursive: true, mode: 0o755 });
      accessSync(root, constants.W_OK);
      if (lstatSync(root).isDirectory() && lstatSync(root).uid === 0) return root;
    } catch {}
  }
  throw new Error(`Neither ${SHARED_ROOTS.join(" nor ")} can be written. Move the checkout out of /root.`);
}
