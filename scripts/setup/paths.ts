import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything this installation owns: database, secrets, logs. Never in git. */
export const DATA = process.env.MESOCYCLE_DATA_DIR ?? join(ROOT, ".data");

export const WEB = join(ROOT, "apps", "web");
export const WORKER = join(ROOT, "apps", "worker");
