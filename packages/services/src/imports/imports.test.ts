import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { isoWeekOf } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { getAthleteState, getStreams, listActivities, listCheckIns, listLaps } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { checkIn, logActivity, separateFile } from "@repo/services/training";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import {
  beginImport,
  handOverImport,
  keepBoth,
  listImports,
  runImport,
  runOpenImports,
  sameRun,
  stagePiece,
  undoImport,
} from "./index.ts";

const SHARED = process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared");
const DATA = join(SHARED, "data");
const present = existsSync(DATA);
if (!present) console.warn("SKIPPED: real logs and files are not here, so none is imported");

const ALL = { from: "1990-01-01", to: "2100-01-01" };
let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) =>
    work({ db: tx, actor: { userId }, now: new Date("2026-11-22T12:00:00Z") }),
  );

type Sent = { name: string; bytes: Uint8Array };

/** Files as a page sends them: in pieces, handed over, read by a worker. */
async function importAll(athlete: string, files: Sent[], pieceBytes = 1_000_000) {
  const batchId = await sendAll(athlete, files, pieceBytes);
  await runOpenImports({ night: db.night, web: db.web }, TOOLS);
  return { batchId, result: await reportOf(athlete, batchId) };
}

async function sendAll(athlete: string, files: Sent[], pieceBytes = 1_000_000): Promise<string> {
  const batchId = newId();
  await as(athlete, (ctx) => beginImport(ctx, { batchId, total: files.length }));
  for (const [position, { name, bytes }] of files.entries()) {
    const pieces = Math.max(1, Math.ceil(bytes.length / pieceBytes));
    for (let piece = 0; piece < pieces; piece += 1) {
      const part = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
      await as(athlete, (ctx) => stagePiece(ctx, { batchId, position, piece, pieces, name, bytes: part }));
    }
  }
  await as(athlete, (ctx) => handOverImport(ctx, batchId));
  return batchId;
}

async function reportOf(athlete: string, batchId: string) {
  const batch = (await as(athlete, (ctx) => listImports(ctx))).find(({ id }) => id === batchId);
  if (!batch) throw new Error("the import is not listed");
  return batch;
}

const TOOLS = {
  now: () => new Date("2026-11-22T12:00:00Z"),
  onFailure: (error: unknown) => {
    throw error;
  },
};

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

test("a bad file leaves its sentence, and the good ones are kept", async () => {
  const athlete = await makeAthlete(db.owner);
  const { result } = await importAll(athlete, [
    text("broken.fit", "not a fit file at all, honestly"),
    text("log.csv", "Date,Type,Distance (km),Duration\n2026-01-05 07:00:00,Running,10,50:00\n"),
  ]);
  expect(result).toMatchObject({ added: 1, failed: 1 });
  expect(result.files[0]?.message).toMatch(/neither FIT, TCX nor GPX/);
  const [run] = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
  expect(run).toMatchObject({
    distanceM: 10_000,
    durationS: 3_000,
    startAt: new Date("2026-01-05T06:00:00Z"),
  });
});

test("undo takes back what was added, and asks for new numbers from its first day", async () => {
  const athlete = await makeAthlete(db.owner);
  const log = text(
    "log.csv",
    "Date,Type,Distance (km),Duration\n2026-01-05,Running,10,50:00\n2026-01-07,Running,8,40:00\n",
  );
  const { batchId } = await importAll(athlete, [log]);
  expect(await as(athlete, (ctx) => undoImport(ctx, batchId))).toEqual({ removed: 2, checkIns: 0 });
  expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).toEqual([]);
  expect((await as(athlete, (ctx) => getAthleteState(ctx.db, athlete)))?.dirtyFrom).toBe("2026-01-05");
});

test("undo leaves what was logged by hand, with what a file completed", async () => {
  const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
  const typed = { mutationId: newId(), id: newId(), localDate: "2026-03-01", sport: "run" as const };
  await as(athlete, (ctx) =>
    logActivity(ctx, { ...typed, distanceM: 6_000, durationS: 1_800, rpe: 4, feel: 4 }),
  );
  const { batchId, result } = await importAll(athlete, [text("run.gpx", gpx("2026-03-01"))]);
  expect(result).toMatchObject({ updated: 1 });
  expect((await as(athlete, (ctx) => getAthleteState(ctx.db, athlete)))?.dirtyFrom).toBeNull();
  await as(athlete, (ctx) => undoImport(ctx, batchId));
  const [run] = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
  expect(run).toMatchObject({ id: typed.id, rpe: 4 });
});

test("a file that completed what was typed is parted again when the athlete says that they are two", async () => {
  const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
  const typed = { mutationId: newId(), id: newId(), localDate: "2026-03-01", sport: "run" as const };
  const splits = { text: "1:38 1:37 1:39", repM: 400 };
  await as(athlete, (ctx) =>
    logActivity(ctx, { ...typed, distanceM: 6_000, durationS: 1_800, rpe: 4, feel: 4, splits }),
  );
  const lapsNow = () => as(athlete, (ctx) => listLaps(ctx.db, athlete, [typed.id]));
  const laps = await lapsNow();
  const { batchId } = await importAll(athlete, [text("run.gpx", gpx("2026-03-01"))]);
  const again = { mutationId: newId(), id: typed.id };
  await as(athlete, (ctx) => separateFile(ctx, again));
  await as(athlete, (ctx) => separateFile(ctx, again));
  const runs = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
  expect(runs).toHaveLength(2);
  expect(runs.find(({ id }) => id === typed.id)).toMatchObject({
    ...{ distanceM: 6_000, durationS: 1_800, rpe: 4, source: "manual", originalId: null, extra: null },
  });
  expect(laps.filter(({ kind }) => kind === "work")).toHaveLength(3);
  expect(await lapsNow()).toEqual(laps);
  expect(await as(athlete, (ctx) => getStreams(ctx.db, athlete, typed.id))).toBeNull();
  await expect(
    as(athlete, (ctx) => separateFile(ctx, { ...again, mutationId: newId() })),
  ).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await as(athlete, (ctx) => undoImport(ctx, batchId));
  expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).toMatchObject([{ id: typed.id }]);
});

function gpx(day: string): string {
  const point = (minute: number) =>
    `<trkpt lat="${59.9 + minute * 0.0018}" lon="10.7"><time>${day}T07:${String(minute).padStart(2, "0")}:00Z</time></trkpt>`;
  const points = Array.from({ length: 31 }, (_, minute) => point(minute)).join("");
  return `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points}</trkseg></trk></gpx>`;
}

describe("what looks like a session that is here", () => {
  const one = text("watch.gpx", gpx("2026-03-01"));
  const other = text("phone.gpx", gpx("2026-03-01").replace('lon="10.7"', 'lon="10.7001"'));

  async function asked(athlete: string) {
    const [batch] = await as(athlete, (ctx) => listImports(ctx));
    const file = batch?.files.find(({ twin }) => twin);
    return file && batch
      ? { ...file, place: { batchId: batch.id, position: file.position, entry: file.entry } }
      : null;
  }
  const runs = async (athlete: string) =>
    (await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).length;

  test("is left out and asked about; keeping both brings it in once, and undo takes it away", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
    const { batchId, result } = await importAll(athlete, [one, other]);
    expect(result).toMatchObject({ added: 1, duplicates: 0, twins: 1 });
    const question = await asked(athlete);
    if (!question?.twin) throw new Error("nothing was asked");
    const { originalId, localDate } = question.twin;
    const keep = { originalId, localDate, place: question.place };
    expect(await as(athlete, (ctx) => keepBoth(ctx, keep))).toEqual({ added: 1 });
    expect(await as(athlete, (ctx) => keepBoth(ctx, keep))).toEqual({ added: 0 });
    expect(await runs(athlete)).toBe(2);
    expect(await asked(athlete)).toBeNull();
    expect((await as(athlete, (ctx) => listImports(ctx)))[0]).toMatchObject({ added: 2, duplicates: 0 });
    await as(athlete, (ctx) => undoImport(ctx, batchId));
    expect(await runs(athlete)).toBe(0);
    await expect(as(athlete, (ctx) => keepBoth(ctx, keep))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is not asked about again once it is the same run", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
    await importAll(athlete, [one, other]);
    const question = await asked(athlete);
    if (!question) throw new Error("nothing was asked");
    await as(athlete, (ctx) => sameRun(ctx, question.place));
    expect(await asked(athlete)).toBeNull();
    expect(await runs(athlete)).toBe(1);
  });

  test("may be lines of a log, also when the recording came with an import before it", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
    await importAll(athlete, [one]);
    const [run] = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
    const km = ((run?.distanceM ?? 0) / 1_000).toFixed(2);
    const log = text(
      "log.csv",
      `Date,Type,Distance (km),Duration\n2026-03-01 08:00:10,Running,${km},30:00\n2026-03-01 18:00:00,Running,${km},30:10\n`,
    );
    await importAll(athlete, [log]);
    expect(await runs(athlete)).toBe(2);
    const question = await asked(athlete);
    expect(question).toMatchObject({ outcome: "added", twin: { count: 1 } });
    if (!question?.twin) throw new Error("nothing was asked");
    const { originalId } = question.twin;
    await as(athlete, (ctx) => keepBoth(ctx, { originalId, place: question.place }));
    expect(await runs(athlete)).toBe(3);
    expect((await importAll(athlete, [log])).result).toMatchObject({ added: 0, duplicates: 1 });
  });

  test("is not found by anybody else", async () => {
    const [mine, theirs] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await importAll(theirs, [one, other]);
    const question = await asked(theirs);
    if (!question?.twin) throw new Error("nothing was asked");
    const { originalId } = question.twin;
    const missing = { code: "NOT_FOUND" };
    await expect(as(mine, (ctx) => keepBoth(ctx, { originalId }))).rejects.toMatchObject(missing);
    await expect(as(mine, (ctx) => sameRun(ctx, question.place))).rejects.toMatchObject(missing);
  });
});

test("another athlete's import is not found", async () => {
  const [mine, theirs] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  const { batchId } = await importAll(theirs, [text("log.csv", "Date,Duration\n2026-01-05,50:00\n")]);
  await expect(as(mine, (ctx) => undoImport(ctx, batchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const piece = { batchId, position: 9, piece: 0, pieces: 1, ...text("a.csv", "Date,Duration\n") };
  await expect(as(mine, (ctx) => stagePiece(ctx, piece))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(mine, (ctx) => handOverImport(ctx, batchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an export with zips in it is read file by file, its table describes the recordings", async () => {
  const athlete = await makeAthlete(db.owner);
  const inner = await zip({ "UploadedFiles/run2.gpx": gpx("2026-03-02") });
  const table =
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätstyp,Verstrichene Zeit,Distanz,Dateiname\n" +
    '1,"1. März 2026, 07:00:00",Morgenlauf,Lauf,1800,"6,00",activities/run.gpx.gz\n' +
    '2,"5. Feb. 2026, 07:00:00",Ohne Uhr,Lauf,1500,"5,00",\n';
  const bytes = await zip({
    "activities.csv": table,
    "activities/run.gpx.gz": gzipSync(gpx("2026-03-01")),
    "more.zip": inner,
    "media/picture.jpg": "not a session",
    "../outside.gpx": gpx("2026-03-03"),
  });
  const { batchId, result } = await importAll(athlete, [{ name: "export.zip", bytes }], 700);
  expect(result).toMatchObject({ state: "done", added: 3, failed: 1 });
  expect(result.files.find((file) => file.outcome === "failed")?.message).toMatch(
    /points outside the archive/,
  );
  expect(result.files.find((file) => file.entry === 0)?.message).toMatch(/1 jpg/);
  const runs = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
  expect(runs.map(({ localDate, title }) => [localDate, title])).toEqual([
    ["2026-02-05", "Ohne Uhr"],
    ["2026-03-01", "Morgenlauf"],
    ["2026-03-02", null],
  ]);
  await as(athlete, (ctx) => undoImport(ctx, batchId));
  expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).toEqual([]);
});

function zip(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const made = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    const safe = name.replace("../", "__/");
    made.addBuffer(Buffer.from(content), safe);
  }
  made.end();
  return buffer(made.outputStream as Readable).then((bytes) =>
    // The writer refuses such a name; whoever means harm does not.
    Buffer.from(bytes.toString("latin1").replaceAll("__/outside", "../outside"), "latin1"),
  );
}

test("an import goes on where a worker died, and reads nothing twice", async () => {
  const athlete = await makeAthlete(db.owner);
  const files = Array.from({ length: 40 }, (_, index) =>
    text(`run${index}.gpx`, gpx(`2026-0${index < 28 ? 1 : 2}-${String((index % 28) + 1).padStart(2, "0")}`)),
  );
  const batchId = await sendAll(athlete, files);
  let written = 0;
  const dying = {
    ...TOOLS,
    now: () => {
      written += 1;
      if (written > 3) throw new Error("killed");
      return TOOLS.now();
    },
  };
  await expect(runImport(db.web, { id: batchId, athleteId: athlete }, dying)).rejects.toThrow(/killed/);
  expect((await reportOf(athlete, batchId)).read).toBeGreaterThan(0);
  expect(await runImport(db.web, { id: batchId, athleteId: athlete }, TOOLS)).toBeNull();
  const later = { ...TOOLS, now: () => new Date(TOOLS.now().getTime() + 30_000) };
  await runOpenImports({ night: db.night, web: db.web }, later);
  expect(await reportOf(athlete, batchId)).toMatchObject({ state: "done", added: 40, failed: 0 });
  expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).toHaveLength(40);
});

test("a table of measurements fills in what the athlete did not say, and can be taken back", async () => {
  const athlete = await makeAthlete(db.owner);
  const own = { mutationId: newId(), localDate: "2026-03-02", mood: 4, sleepHours: 7 };
  await as(athlete, (ctx) => checkIn(ctx, own));
  const hrv = text(
    "elite.csv",
    "\uFEFFMember,Date,Datetime,Type,HRV,lnRmssd,Rmssd,HR\nA,2026-03-01,2026-03-01 06:23:22,readiness,57,3.7,40.8,50.4\n" +
      "A,2026-03-02,2026-03-02 06:23:22,readiness,57,3.7,42.1,49\n",
  );
  const { batchId, result } = await importAll(athlete, [hrv]);
  expect(result.files[0]).toMatchObject({ outcome: "added", message: /1 check-ins added, 1 days completed/ });
  const days = await as(athlete, (ctx) =>
    listCheckIns(ctx.db, athlete, { from: "2026-03-01", to: "2026-03-02" }),
  );
  expect(days.map(({ checkIn: day }) => [day?.hrvRmssdMs, day?.restingHrBpm, day?.mood])).toEqual([
    [40.8, 50.4, null],
    [42.1, 49, 4],
  ]);
  await as(athlete, (ctx) => undoImport(ctx, batchId));
  expect(
    await as(athlete, (ctx) => listCheckIns(ctx.db, athlete, { from: "2026-03-01", to: "2026-03-01" })),
  ).toEqual([]);
});

describe.skipIf(!present)("what real runners exported", () => {
  test("seven years of Runkeeper, twice, give the weekly distances of the manifest once", async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Berlin" });
    const log = {
      name: "cardioActivities.csv",
      bytes: readFileSync(join(DATA, "logs/runkeeper_7y/cardioActivities.csv")),
    };
    await importAll(athlete, [log]);
    const again = await importAll(athlete, [log]);
    expect(again.result).toMatchObject({ added: 0, duplicates: 1 });
    const weeks = new Map<string, number>();
    for (const row of await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))) {
      if (row.sport !== "run" || !row.distanceM) continue;
      weeks.set(isoWeekOf(row.localDate), (weeks.get(isoWeekOf(row.localDate)) ?? 0) + row.distanceM / 1_000);
    }
    const listed = [...weeks].sort().map(([week, km]) => `${week}=${km.toFixed(2)}`);
    expect(createHash("sha1").update(listed.join(";")).digest("hex").slice(0, 12)).toBe("790868481ad7");
  });

  test("a month of files gives its daily totals, and is gone without a trace after undo", {
    timeout: 120_000,
  }, async () => {
    const athlete = await makeAthlete(db.owner, { timeZone: "Europe/London" });
    const folder = join(DATA, "activities/tcx/month_june2013");
    const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
    const { batchId, result } = await importAll(athlete, files);
    expect(result).toMatchObject({ added: files.length, failed: 0, duplicates: 0 });
    const rows = await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL));
    const of14th = rows
      .filter((row) => row.localDate === "2013-06-14")
      .reduce((sum, row) => sum + (row.distanceM ?? 0), 0);
    expect(of14th).toBeCloseTo(2206.49 + 10014.46 + 908.34, 0);
    await as(athlete, (ctx) => undoImport(ctx, batchId));
    expect(await as(athlete, (ctx) => listActivities(ctx.db, athlete, ALL))).toEqual([]);
  });
});
