import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import type { AthleteHistory } from "@repo/core/history";
import { type Db, type Tx, withActor } from "@repo/db";
import {
  getOriginal,
  insertAuditEvent,
  listOriginals,
  listPersonalRows,
  personalTables,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { ZipFile } from "yazl";
import { exportHistory } from "./export-history.ts";
import { writeCsv } from "./write-csv.ts";

const README = `What Mesocycle keeps of you.

history.json         everything that can be read back in: add this whole archive on the Import page of any Mesocycle
csv/                 sessions, check-ins and results as tables
originals/           the files you uploaded, as they were
rows/                every row of the database that belongs to you or tells of you, as it is stored
`;

/**
 * Everything of whoever asks as one zip, streamed: originals are read one at a time, when the reader is ready for
 * them. It can be imported again, into this server or another, with nothing lost.
 *
 * @throws {AppError} NOT_FOUND when the actor has no athlete profile
 */
export async function exportArchive(ctx: ServiceContext, web: Db): Promise<Readable> {
  const userId = ctx.actor.userId;
  const history = await exportHistory(ctx);
  const originals = await listOriginals(ctx.db, userId);
  const zip = new ZipFile();
  const options = { mtime: ctx.now, mode: 0o100644 };
  // First, so that who reads it back knows the sessions before their recordings.
  zip.addBuffer(Buffer.from(JSON.stringify(history)), "history.json", options);
  zip.addBuffer(Buffer.from(README), "README.txt", options);
  for (const [name, text] of tables(history)) zip.addBuffer(Buffer.from(text), `csv/${name}.csv`, options);
  for (const { name, ...table } of personalTables()) {
    const rows = await listPersonalRows(ctx.db, userId, table);
    if (rows.length > 0)
      zip.addBuffer(Buffer.from(JSON.stringify(rows, null, 1)), `rows/${name}.json`, options);
  }
  const as = <T>(work: (db: Tx) => Promise<T>) => withActor(web, { userId }, work);
  for (const [index, { id, label, createdAt }] of originals.entries()) {
    const name = `originals/${String(index + 1).padStart(5, "0")}-${label.replace(/[\\/:]/g, "_")}`;
    zip.addReadStreamLazy(name, { mtime: createdAt, mode: 0o100644, compress: false }, (give) => {
      as((db) => getOriginal(db, userId, id)).then(
        (row) => give(null, Readable.from([row ? plainBytes(row) : Buffer.alloc(0)])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  await insertAuditEvent(ctx.db, { kind: "exported", actorId: userId, athleteId: userId });
  return zip.outputStream as Readable;
}

function plainBytes({ encoding, bytes }: { encoding: string; bytes: Uint8Array }): Buffer {
  return encoding === "gzip" ? gunzipSync(bytes) : Buffer.from(bytes);
}

function tables({ activities, wellness, results }: AthleteHistory): [string, string][] {
  const sessions = activities.map((row) => [
    row.date,
    row.startTime,
    row.sport,
    row.title,
    row.distanceM,
    row.durationS,
    row.elevationGainM,
    row.avgHr,
    row.maxHr,
    row.rpe,
    row.feel,
    row.notes,
  ]);
  const days = wellness.map((row) => [
    row.date,
    row.sleepHours,
    row.sleepQuality,
    row.restingHr,
    row.hrvRmssd,
    row.fatigue,
    row.soreness,
    row.stress,
    row.mood,
    row.legs,
    row.ill,
    row.notes,
  ]);
  const races = results.map((row) => [row.date, row.kind, row.distanceM, row.timeS, row.temperatureC]);
  return [
    [
      "sessions",
      writeCsv(
        "date,start,sport,title,distance_m,duration_s,climb_m,avg_hr,max_hr,rpe,feel,notes".split(","),
        sessions,
      ),
    ],
    [
      "check-ins",
      writeCsv(
        "date,sleep_h,sleep_quality,resting_hr,hrv_rmssd_ms,fatigue,soreness,stress,mood,legs,ill,notes".split(
          ",",
        ),
        days,
      ),
    ],
    ["results", writeCsv("date,kind,distance_m,time_s,temperature_c".split(","), races)],
  ];
}
