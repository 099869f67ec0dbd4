import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { ROOT } from "../setup/paths.ts";

const BENCHES = join(ROOT, "scripts", "bench");

/** Runs one measurement: a file of scripts/bench, by its name. */
export async function bench([name, ...args]: string[]): Promise<number> {
  const file = join(BENCHES, `${name}.ts`);
  if (name && /^[a-z0-9-]+$/.test(name) && existsSync(file)) {
    return runInForeground(process.execPath, ["--disable-warning=ExperimentalWarning", file, ...args]);
  }
  const names = existsSync(BENCHES) ? readdirSync(BENCHES).filter((entry) => entry.endsWith(".ts")) : [];
  console.error(
    `npm run bench <name>. There are: ${names.map((entry) => entry.slice(0, -3)).join(", ") || "none"}`,
  );
  return 2;
}
