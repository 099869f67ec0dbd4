import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stopEmbedded } from "../packages/db/src/embedded/index.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Names the run and its data directory. Nothing is started here: the first test that asks for a database
 * starts the server, and this ends it when the run is over.
 */
export default function setUpTestDatabase(): () => Promise<void> {
  const run = `test_${process.pid}`;
  const dataDir = join(ROOT, ".data", run, "postgres");
  process.env.MESOCYCLE_TEST_RUN = run;
  process.env.MESOCYCLE_TEST_DATA_DIR = dataDir;
  return async () => {
    const external = process.env.DATABASE_URL;
    if (external) {
      const { dropTestDatabases } = await import("../packages/db/src/testing/template.ts");
      return dropTestDatabases(external, run);
    }
    rmSync(await stopEmbedded(dataDir), { recursive: true, force: true });
    rmSync(dirname(dataDir), { recursive: true, force: true });
  };
}
