import { existsSync } from "node:fs";
import { join } from "node:path";
import { newId, withActor } from "@repo/db";
import { getAthleteState, listWarningsSince } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { beginImport, importLocalFiles } from "@repo/services/imports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDueNights, runNights } from "./index.ts";

const SHARED = process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared");
const LOG = join(SHARED, "data/logs/runkeeper_7y/cardioActivities.csv");
const present = existsSync(LOG);
if (!present) console.warn("SKIPPED: the seven-year log is not here, so no night catches up with it");

const NOW = new Date("2018-12-01T05:00:00Z");
let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

describe.skipIf(!present)("an import of seven years", () => {
  test("is judged day by day, each as of itself, and once", async () => {
    const userId = await makeAthlete(db.owner, { timeZone: "Europe/Berlin" });
    const batchId = newId();
    await withActor(db.web, { userId }, async (tx) => {
      const ctx = { db: tx, actor: { userId }, now: NOW };
      await beginImport(ctx, { batchId, total: 1 });
    });
    const files = [{ path: LOG, name: "cardioActivities.csv" }];
    await importLocalFiles(db.web, { batchId, athleteId: userId, files }, { now: () => NOW });
    await createDueNights(db.night, { now: NOW });
    const summary = await runNights(db.night, { now: NOW });
    expect(summary.failed).toEqual([]);
    expect(summary.done).toBeGreaterThan(2_200);
    const warnings = await withActor(db.web, { userId }, (tx) => listWarningsSince(tx, userId, "2000-01-01"));
    expect(warnings.some((warning) => warning.kind === "plateau" && warning.openedOn < "2017")).toBe(true);
    for (const warning of warnings) expect(warning.openedOn <= (warning.closedOn ?? "2199")).toBe(true);
    const state = await withActor(db.web, { userId }, (tx) => getAthleteState(tx, userId));
    expect(state).toMatchObject({ judgedThrough: "2018-11-30", rejudgeFrom: null });
    expect(await runNights(db.night, { now: NOW })).toMatchObject({ done: 0 });
  });
});
