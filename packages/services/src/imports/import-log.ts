import { createHash } from "node:crypto";
import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  getAthlete,
  type ImportFileRow,
  insertActivities,
  listActivities,
  type NewActivity,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type LoggedActivity, readActivityLog } from "@repo/services/files";
import { instantOf } from "./instant-of.ts";

const ROWS_PER_STATEMENT = 500;
const SAME_DISTANCE = 0.03;

/**
 * Imports a log of many sessions. Sessions that are there already, from the same log or recorded by a device, are
 * counted and left alone.
 *
 * @throws {AppError} INVALID for a table that is no log of sessions
 */
export async function importLog(
  ctx: ServiceContext,
  file: { batchId: string; name: string; bytes: Uint8Array },
): Promise<Pick<ImportFileRow, "state" | "message" | "isPartial" | "activityId" | "detail">> {
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete)
    throw new AppError("NOT_FOUND", "Finish your profile first, so that days begin in your time zone.");
  const log = readActivityLog(file.bytes);
  const days = log.activities.map((activity) => activity.date).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined)
    throw new AppError("INVALID", "This table holds no session that could be read.");
  const here = await listActivities(ctx.db, athlete.athleteId, { from, to });
  const fresh = log.activities.filter((activity) => !here.some((row) => isThere(row, activity)));
  const rows = fresh.map((activity) => rowOf(activity, athlete.timeZone, file.batchId));
  let added = 0;
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const ids = await insertActivities(ctx.db, athlete.athleteId, rows.slice(at, at + ROWS_PER_STATEMENT));
    added += ids.length;
  }
  const duplicates = log.activities.length - added;
  const leftOut = log.remarks.filter((remark) => remark.code === "left-out").length;
  return {
    state: added > 0 ? "added" : "duplicate",
    message: `${added} sessions added, ${duplicates} were here already, ${leftOut} lines left out`,
    isPartial: leftOut > 0,
    activityId: null,
    detail: {
      added,
      duplicates,
      from,
      to,
      remarks: log.remarks.slice(0, 500),
      remarkCount: log.remarks.length,
    },
  };
}

type Here = { localDate: string; sport: string; distanceM: number | null; durationS: number; source: string };

/** The same session, recorded by something else: day, sport and length agree. The log's own lines have their key. */
function isThere(row: Here, activity: LoggedActivity): boolean {
  if (row.localDate !== activity.date || row.sport !== activity.sport || row.source === "import")
    return false;
  const [a, b] = [row.distanceM, activity.distanceM];
  if (a === null || b === null) return Math.abs(row.durationS - activity.durationS) <= 60;
  return Math.abs(a - b) <= Math.max(a, b) * SAME_DISTANCE;
}

function rowOf(activity: LoggedActivity, timeZone: string, importBatchId: string): NewActivity {
  const { key, date, time, avgHr, maxHr, ...fields } = activity;
  return {
    ...fields,
    id: newId(),
    localDate: date,
    startAt: time === null ? null : instantOf(date, time, timeZone),
    timeZone,
    avgHrBpm: avgHr,
    maxHrBpm: maxHr,
    source: "import",
    sourceKey: `log:${createHash("sha256").update(key).digest("hex").slice(0, 32)}`,
    importBatchId,
  };
}
