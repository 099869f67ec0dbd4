import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { ROOT } from "../setup/paths.ts";
import { e2e } from "./e2e.ts";

/**
 * What `npm test` looks at in part, in full: thousands of seasons and of hostile files, a thousand histories of
 * consent, every width in both themes.
 *
 * @param args for Vitest, which then runs alone; without any, all tests and all journeys run
 */
export async function testLong(args: string[]): Promise<number> {
  process.env.MESOCYCLE_LONG = "1";
  const units = await runInForeground(join(ROOT, "node_modules", ".bin", "vitest"), ["run", ...args], {
    cwd: ROOT,
  });
  const journeys = args.length > 0 ? 0 : await e2e([]);
  return Math.max(units, journeys);
}
