import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { ROOT } from "../setup/paths.ts";

/** What `npm test` looks at in part, in full: thousands of seasons, a thousand histories of consent, every zone. */
const DEEP = { SEASON_RUNS: "2000", MESOCYCLE_LONG: "1", MESOCYCLE_ALL_ZONES: "1" };
const FILES = [
  "packages/core/src/rules/laws.test.ts",
  "packages/core/src/season/build-season.test.ts",
  "packages/services/src/organisation/visibility.test.ts",
  "packages/services/src/night/due-nights.test.ts",
  "packages/services/src/demo/demo.test.ts",
  "packages/services/src/imports/hostile/hostile.test.ts",
];

/** The deep form of the tests that have one; takes some minutes. */
export async function testLong(args: string[]): Promise<number> {
  return await runInForeground(join(ROOT, "node_modules", ".bin", "vitest"), ["run", ...FILES, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...DEEP },
  });
}
