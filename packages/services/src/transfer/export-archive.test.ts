import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { newId, withActor } from "@repo/db";
import { eraseMe, getStreams, listActivities, listOriginals } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb, tablesNaming } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { beginImport, importLocalFiles } from "@repo/services/imports";
import { addActivityFile, checkIn, logActivity } from "@repo/services/training";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvLog, fitRun } from "../imports/hostile/sound-files.ts";
import { exportArchive, exportHistory, writeCsv } from "./index.ts";

const NOW = new Date("2026-03-10T12:00:00Z");
const EVER = { from: "1900-01-01", to: "2199-01-01" };

let here: TestDb;
let elsewhere: TestDb;
let folder: string;
beforeAll(async () => {
  [here, elsewhere] = [await openTestDb(), await openTestDb()];
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([here.close(), elsewhere.close()]);
});

const as = <T>(db: TestDb, userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function importFile(db: TestDb, athlete: string, name: string, bytes: Uint8Array | string) {
  const path = join(folder, "upload");
  writeFileSync(path, bytes);
  const batchId = newId();
  await as(db, athlete, (ctx) => beginImport(ctx, { batchId, total: 1 }));
  const onFailure = (error: unknown) => {
    throw error;
  };
  return await importLocalFiles(
    db.web,
    { batchId, athleteId: athlete, files: [{ path, name }] },
    { now: () => NOW, onFailure },
  );
}

/** A runner with a recording, a log, a session by hand and a check-in. */
async function runnerWithHistory(): Promise<string> {
  const athlete = await makeAthlete(here.owner, { timeZone: "Europe/Oslo" });
  await as(here, athlete, (ctx) => addActivityFile(ctx, { name: "run.fit", bytes: fitRun() }));
  await importFile(here, athlete, "log.csv", csvLog);
  await as(here, athlete, async (ctx) => {
    const own = { mutationId: newId(), id: newId(), localDate: "2026-03-05", sport: "run" as const };
    await logActivity(ctx, { ...own, distanceM: 5_000, durationS: 1_500, rpe: 5, feel: 4, notes: "=cmd()" });
    await checkIn(ctx, { mutationId: newId(), localDate: "2026-03-05", mood: 4, sleepHours: 7.5 });
  });
  return athlete;
}

async function archiveOf(db: TestDb, athlete: string): Promise<Buffer> {
  const stream = await as(db, athlete, (ctx) => exportArchive(ctx, db.web));
  return await buffer(stream);
}

test("exported, and imported into an empty server, everything is there again: recordings and files too", async () => {
  const athlete = await runnerWithHistory();
  const archive = await archiveOf(here, athlete);
  const other = await makeAthlete(elsewhere.owner, { timeZone: "UTC" });
  const { failed } = await importFile(elsewhere, other, "mesocycle.zip", archive);
  expect(failed).toBe(0);
  const historyOf = async (db: TestDb, who: string) => {
    const { athlete: _, ...rest } = await as(db, who, (ctx) => exportHistory(ctx));
    return rest;
  };
  expect(await historyOf(elsewhere, other)).toEqual(await historyOf(here, athlete));
  const originals = (db: TestDb, who: string) =>
    as(db, who, async (ctx) =>
      (await listOriginals(ctx.db, who)).map(({ sha256, label }) => sha256 + label.slice(-7)),
    );
  expect(await originals(elsewhere, other)).toEqual(await originals(here, athlete));
  const [run] = await as(elsewhere, other, (ctx) =>
    listActivities(ctx.db, other, { from: "2026-03-01", to: "2026-03-01" }),
  );
  const streams = await as(elsewhere, other, (ctx) => getStreams(ctx.db, other, run?.id ?? ""));
  expect(streams?.sampleCount).toBe(31);
  const again = await importFile(elsewhere, other, "mesocycle.zip", await archiveOf(here, athlete));
  expect(again).toMatchObject({ added: 0, updated: 0, failed: 0 });
  expect(await as(elsewhere, other, (ctx) => listActivities(ctx.db, other, EVER))).toHaveLength(5);
});

test("an erased person leaves no row behind, and nobody else loses one", async () => {
  const [athlete, stays] = [await runnerWithHistory(), await runnerWithHistory()];
  expect((await tablesNaming(here.owner, athlete)).length).toBeGreaterThan(5);
  expect(await as(here, athlete, ({ db }) => eraseMe(db))).toBe(true);
  expect(await tablesNaming(here.owner, athlete)).toEqual([]);
  expect(await as(here, stays, (ctx) => listActivities(ctx.db, stays, EVER))).toHaveLength(5);
});

test("a cell that a spreadsheet would run is a text, and a number stays a number", () => {
  expect(
    writeCsv(
      ["a", "b"],
      [
        ["=cmd|' /C calc'!A0", -5.5],
        ["+1", null],
        ['say "hi", he', "@sum"],
      ],
    ),
  ).toBe(`a,b\r\n'=cmd|' /C calc'!A0,-5.5\r\n'+1,\r\n"say ""hi"", he",'@sum\r\n`);
});
