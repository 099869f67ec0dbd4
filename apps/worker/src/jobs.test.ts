import { openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJobs } from "./jobs.ts";
import { createLog } from "./log.ts";
import { createTrustedClock } from "./trusted-clock.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const HOUR_MS = 3_600_000;

function jobsBy(clock: ReturnType<typeof createTrustedClock>) {
  const log = createLog("info", { write: () => {} });
  const mail = { send: async () => {}, close: () => {} };
  const tools = {
    db: db.night,
    web: db.web,
    log,
    mail,
    appUrl: "http://localhost",
    secret: null,
    name: "one",
  };
  return createJobs({ ...tools, clock });
}

test("a worker whose clock is a day off makes nothing due and sends nothing, in none of its jobs", async () => {
  const log = createLog("info", { write: () => {} });
  for (const off of [26 * HOUR_MS, -26 * HOUR_MS]) {
    const readings = { wall: () => Date.now() + off, running: () => performance.now() };
    for (const job of jobsBy(createTrustedClock(db.night, log, readings))) {
      await expect(job.run(), job.name).rejects.toThrow("an hour apart");
    }
  }
});

test("a clock that is set wrong while it is believed is found at the next look, one a minute off is said once", async () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  let [off, ran] = [0, 0];
  const began = Date.now();
  const clock = createTrustedClock(db.night, log, {
    wall: () => Date.now() + off,
    running: () => ran + Date.now() - began,
  });
  const now = await clock();
  expect(lines).toEqual([]);
  off = 26 * HOUR_MS;
  expect(now().getTime() - began).toBeLessThan(HOUR_MS);
  await expect(clock()).rejects.toThrow("an hour apart");
  off = 60_000;
  await clock();
  await clock();
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["the clocks are apart"]);
  // Both move together, as after some time: looked at again.
  [off, ran] = [off + 30_000, 30_000];
  await clock();
  expect(lines).toHaveLength(2);
});
