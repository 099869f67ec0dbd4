import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopEmbedded } from "../../packages/db/src/embedded/index.ts";
import { isAlive } from "../../packages/db/src/embedded/process-state.ts";
import { DATA } from "./paths.ts";

/** Folders of proofs and of browser tests carry the number of the process that made them. */
const GROUND = /^(?:prove-.+-(\d+)-[0-9a-f]{6}|e2e-(\d+)-.+)$/;

/** Stops the databases of proofs and browser tests that were killed before they could, and removes their folders. */
export async function removeLeftGrounds(dataDir = DATA): Promise<string[]> {
  const left = existsSync(dataDir) ? readdirSync(dataDir).filter(isLeft) : [];
  for (const name of left) {
    const folder = join(dataDir, name);
    if (existsSync(join(folder, "postgres"))) {
      rmSync(await stopEmbedded(join(folder, "postgres")), { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return left;
}

function isLeft(name: string): boolean {
  const [, prover, tester] = GROUND.exec(name) ?? [];
  const maker = Number(prover ?? tester);
  return Number.isInteger(maker) && maker > 0 && !isAlive(maker);
}
