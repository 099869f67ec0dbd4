import { addDays } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { listActivities, listLaps, listOriginals, listStreams } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { readActivityFile } from "@repo/services/files";
import { beginImport } from "@repo/services/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gpxRun, tcxRun } from "../imports/hostile/sound-files.ts";
import { addActivityFile, addPlainFiles, logActivity, packFile } from "./index.ts";

const ALL = { from: "1990-01-01", to: "2100-01-01" };
const NOW = new Date("2026-11-22T12:00:00Z");
let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function uploadsOf(athlete: string, texts: readonly string[]) {
  const importBatchId = newId();
  await as(athlete, (ctx) => beginImport(ctx, { batchId: importBatchId, total: texts.length }));
  return texts.map((text, at) => {
    const bytes = new TextEncoder().encode(text);
    return { name: `run-${at}`, bytes, file: packFile(readActivityFile(bytes)), importBatchId };
  });
}

/** Everything that is kept, without what differs between two athletes. */
async function keptOf(athlete: string) {
  return await as(athlete, async (ctx) => {
    const activities = await listActivities(ctx.db, athlete, ALL);
    const ids = activities.map(({ id }) => id);
    const [laps, streams] = [await listLaps(ctx.db, athlete, ids), await listStreams(ctx.db, athlete, ids)];
    const originals = await listOriginals(ctx.db, athlete);
    const place = (id: string) => ids.indexOf(id);
    const about = ({
      id: _i,
      athleteId: _a,
      createdAt: _c,
      updatedAt: _u,
      ...rest
    }: Record<string, unknown>) => rest;
    return {
      activities: activities.map((row) => ({ ...about(row), originalId: null, importBatchId: null })),
      laps: laps
        .map((row) => ({ ...about(row), activityId: place(row.activityId) }))
        .sort((a, b) => a.activityId - b.activityId),
      streams: streams
        .map((row) => ({ ...about(row), activityId: place(row.activityId) }))
        .sort((a, b) => a.activityId - b.activityId),
      originals: originals.map(({ sha256, kind, sizeBytes }) => `${sha256} ${kind} ${sizeBytes}`).sort(),
    };
  });
}

const tcxOf = (day: string) => tcxRun().replaceAll("2026-03-01", day);

test("recordings stored together are stored as one after the other", async () => {
  const texts = [0, 1, 2, 3].map((at) => gpxRun({ day: addDays("2026-03-02", at) }));
  texts.push(...[5, 6].map((at) => tcxOf(addDays("2026-03-02", at))));
  const [together, alone] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  const added = await as(together, async (ctx) => addPlainFiles(ctx, await uploadsOf(together, texts)));
  expect(added.map((one) => one?.sessions.map(({ state }) => state))).toEqual(texts.map(() => ["added"]));
  for (const upload of await uploadsOf(alone, texts)) await as(alone, (ctx) => addActivityFile(ctx, upload));
  const kept = await keptOf(together);
  expect(kept).toEqual(await keptOf(alone));
  expect(kept.activities).toHaveLength(6);
  expect(kept.streams).toHaveLength(6);
  expect(kept.laps).toHaveLength(2);
});

test("what shares its day, is here already or has no day is left to be looked at by itself", async () => {
  const athlete = await makeAthlete(db.owner);
  await as(athlete, (ctx) =>
    logActivity(ctx, {
      mutationId: newId(),
      id: newId(),
      localDate: "2026-03-05",
      sport: "run",
      durationS: 1800,
      distanceM: null,
      rpe: null,
      feel: null,
    }),
  );
  const before = await uploadsOf(athlete, [gpxRun({ day: "2026-03-07" })]);
  for (const upload of before) await as(athlete, (ctx) => addActivityFile(ctx, upload));
  const texts = [
    gpxRun({ day: "2026-03-01" }),
    tcxRun(),
    gpxRun({ day: "2026-03-05" }),
    gpxRun({ day: "2026-03-07" }),
    gpxRun({ day: "1990-03-07" }),
    gpxRun({ day: "2026-03-09" }),
  ];
  const added = await as(athlete, async (ctx) => addPlainFiles(ctx, await uploadsOf(athlete, texts)));
  expect(added.map((one) => one !== null)).toEqual([false, false, false, false, false, true]);
});
