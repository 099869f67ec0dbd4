import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { POSTGRES_MAJOR } from "./find-binaries.ts";
import type { ServerAccount } from "./server-account.ts";

/** Refuses a data directory the server must not or could not use, and says how to put it right. */
export function checkDataDir(dataDir: string, account: ServerAccount): void {
  const stat = statSync(dataDir);
  const expected = account?.uid ?? process.getuid?.();
  if (expected !== undefined && stat.uid !== expected) {
    throw new Error(
      `The database folder ${dataDir} belongs to the account with uid ${stat.uid}, not to ${expected}. ` +
        `Start as that account, or run: sudo chown -R ${expected} '${dataDir}'`,
    );
  }
  const mode = stat.mode & 0o777;
  if (process.platform !== "win32" && mode & 0o027) {
    throw new Error(
      `The database folder ${dataDir} is open to others (mode ${mode.toString(8)}). ` +
        `Run: chmod 700 '${dataDir}'`,
    );
  }
  checkVersion(dataDir);
}

function checkVersion(dataDir: string): void {
  const version = readVersion(dataDir);
  if (version === POSTGRES_MAJOR) return;
  throw new Error(
    version > POSTGRES_MAJOR
      ? `The database in ${dataDir} was made by PostgreSQL ${version}; this release brings ${POSTGRES_MAJOR} ` +
          "and never touches a newer one. Go back to the release that made it, or restore a backup."
      : `The database in ${dataDir} was made by PostgreSQL ${version}; this release brings ${POSTGRES_MAJOR}. ` +
          "Make a backup with the release that made it, move the folder away, start again and restore.",
  );
}

function readVersion(dataDir: string): number {
  const version = Number(contentOf(join(dataDir, "PG_VERSION")));
  if (Number.isInteger(version) && version > 0) return version;
  throw new Error(
    `The database in ${dataDir} is damaged: its file PG_VERSION does not hold a version. Copy the folder before ` +
      `anything else. If only that file is broken, this puts it right: echo ${POSTGRES_MAJOR} > '${join(dataDir, "PG_VERSION")}'. ` +
      "Otherwise move the folder away, start again and restore a backup.",
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new Error(
      `${dirname(file)} holds no PostgreSQL database (PG_VERSION cannot be read). ` +
        "Restore a backup there, or move the folder away to begin with an empty database.",
      { cause },
    );
  }
}
