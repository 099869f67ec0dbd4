import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** The account the server runs as. Null means: the account we run as ourselves. */
export type ServerAccount = { uid: number; gid: number } | null;

const ACCOUNT_NAMES = ["postgres", "_postgres", "mesocycle"];

/**
 * PostgreSQL refuses to run as root. Root therefore hands the server to whoever owns the data already,
 * else to an unprivileged account of the system, which is made if there is none.
 */
export function serverAccount(dataDir: string): ServerAccount {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ACCOUNT_NAMES) {
    const account = lookUp(name);
    if (account) return account;
  }
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "mesocycle"]);
  const account = lookUp("mesocycle") ?? lookUp("nobody");
  if (!account) {
    throw new Error(
      "PostgreSQL does not run as root, and no other account could be made. Start as an ordinary user.",
    );
  }
  return account;
}

/** What `child_process` needs to run a program as that account, from a folder everybody can reach. */
export function runAs(account: ServerAccount): { uid?: number; gid?: number; cwd?: string } {
  return account ? { ...account, cwd: "/" } : {};
}

function lookUp(name: string): ServerAccount {
  const uid = askId("-u", name);
  const gid = askId("-g", name);
  return uid && gid ? { uid, gid } : null;
}

function askId(flag: string, name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout) : null;
}
