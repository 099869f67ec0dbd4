// One worker of the proof: takes pending runs until none is left. It may be killed at any moment.
import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../packages/db/src/client.ts";
import { nightStep } from "./night-step.ts";

const [url = "", now = ""] = process.argv.slice(2);
const db = createDb(url, { max: 2, applicationName: "prove" });
process.once("disconnect", () => process.exit(0));

for (;;) {
  try {
    const done = await nightStep(db, new Date(now));
    if (done === 0) await pause(50); // another worker may hold the rest; the parent ends us when all is done
  } catch (error) {
    if (isMistake(error)) throw error;
    await pause(50);
  }
}

/** A fault of the program, not of the connection: repeating would not help. */
function isMistake(error: unknown): boolean {
  return error instanceof TypeError || (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND";
}
