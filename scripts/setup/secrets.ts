import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RolePasswords } from "../../packages/db/src/embedded/index.ts";

export type Secrets = {
  /** Signs the cookies of people who are signing in. */
  authSecret: string;
  /** One for each account of the database. */
  passwords: RolePasswords;
};

/** The secrets of an installation, made once and readable by its owner alone. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept = readKept(file);
  if (kept) return kept;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 }); // the database's account must pass through
  const fresh: Secrets = {
    authSecret: secret(),
    passwords: { web: secret(), auth: secret(), night: secret(), backup: secret() },
  };
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(fresh, null, 2), { mode: 0o600 });
  renameSync(half, file);
  return fresh;
}

function readKept(file: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const kept = parse(text);
  if (kept) return kept;
  throw new Error(
    `${file} is damaged. Restore it from a backup, or delete it: new secrets are made, and everybody signs in again.`,
  );
}

/** Null unless every secret is there. */
function parse(text: string): Secrets | null {
  try {
    const { authSecret, passwords } = JSON.parse(text) as Secrets;
    const all = [authSecret, passwords.web, passwords.auth, passwords.night, passwords.backup];
    return all.every((one) => typeof one === "string" && one.length >= 32) ? { authSecret, passwords } : null;
  } catch {
    return null;
  }
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
