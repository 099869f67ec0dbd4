// A process of its own that keeps transactions open under load, as the web process does. It catches what a
// query rejects with and nothing else: an exception that escapes the driver ends it, and the proof fails.
import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../packages/db/src/client.ts";
import { withActor } from "../../packages/db/src/context.ts";
import { newId } from "../../packages/db/src/new-id.ts";
import { insertActivities, listRecentActivities } from "../../packages/db/src/queries/activities.ts";

const [url = "", userId = ""] = process.argv.slice(2);
const LOOPS = 24;
const REPORT_MS = 50;

const db = createDb(url, { max: 10, applicationName: "prove" });
const counts = { served: 0, rejected: 0 };

for (let loop = 0; loop < LOOPS; loop += 1) void serveForever();
setInterval(() => process.send?.(counts), REPORT_MS);
process.once("disconnect", () => process.exit(0));

async function serveForever(): Promise<never> {
  for (;;) {
    try {
      await withActor(db, { userId }, async (tx) => {
        await insertActivities(tx, userId, [activity()]);
        await pause(5); // the transaction stays open while the program does something else
        await Promise.all([1, 2, 3].map(() => listRecentActivities(tx, userId, 5)));
      });
      counts.served += 1;
    } catch {
      counts.rejected += 1;
      await pause(5);
    }
  }
}

function activity() {
  return {
    id: newId(),
    localDate: "2026-01-05",
    sport: "run" as const,
    source: "manual" as const,
    durationS: 1_800,
    distanceM: 6_000,
    title: "x".repeat(600),
  };
}
