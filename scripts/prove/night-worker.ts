// One worker of the proof: takes pending runs until none is left. It may be killed at any moment.
import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../packages/db/src/client.ts";
import { nightStep } from "./night-step.ts";

const [url = ""] = process.argv.slice(2);
const db = createDb(url, { max: 2, applicationName: "prove" });
process.once("disconnect", () => process.exit(0));

for (;;) {
  try {
    const done = await nightStep(db, await noonOfLedger());
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

/** The noon of the latest day that is due: the nights of the days before it have been done. */
async function noonOfLedger(): Promise<Date> {
  const [row] = await db.execute<{ day: string | null }>(
    "select max(local_date)::text as day from nightly_runs",
  );
  return new Date(`${row?.day ?? "2026-01-01"}T12:00:00Z`);
}
