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
import { isSameSession, keepOriginal } from "@repo/services/training";
import { instantOf } from "./instant-of.ts";

const ROWS_PER_STATEMENT = 500;

/**
 * Imports a log of many sessions. Lines that were imported before are counted and left alone. Lines that look like a
 * session from elsewhere are left out and named, until the athlete says that they are sessions of their own.
 *
 * @throws {AppError} INVALID for a table that is no log of sessions
 */
export async function importLog(
  ctx: ServiceContext,
  file: { batchId: string; name: string; bytes: Uint8Array; keepTwins?: boolean },
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
  const known = new Set(here.map(({ sourceKey }) => sourceKey));
  const all = log.activities.map((activity) => rowOf(activity, athlete.timeZone, file.batchId));
  const unknown = all.filter(({ sourceKey }) => !known.has(sourceKey ?? null));
  const own = new Set(all.map(({ sourceKey }) => sourceKey ?? null));
  const others = here.filter(({ sourceKey }) => !own.has(sourceKey));
  const isTwin = (row: NewActivity) => !file.keepTwins && others.some((other) => isSameSession(other, row));
  const rows = unknown.filter((row) => !isTwin(row));
  const twins = unknown.length - rows.length;
  // Kept so that the lines left out can still come in.
  const originalId =
    twins > 0
      ? await keepOriginal(ctx, file, {
          sha256: createHash("sha256").update(file.bytes).digest("hex"),
          kind: "csv",
        })
      : null;
  let added = 0;
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const ids = await insertActivities(ctx.db, athlete.athleteId, rows.slice(at, at + ROWS_PER_STATEMENT));
    added += ids.length;
  }
  const duplicates = log.activities.length - added - twins;
  const leftOut = log.remarks.filter((remark) => remark.code === "left-out").length;
  return {
    state: added > 0 ? "added" : "duplicate",
    message: [
      `${added} sessions added, ${duplicates} were here already, ${leftOut} lines left out`,
      ...(twins > 0 ? [`${twins} look like sessions recorded elsewhere and were left out`] : []),
    ].join("; "),
    isPartial: leftOut > 0,
    activityId: null,
    detail: {
      added,
      duplicates,
      twins,
      originalId,
      from,
      to,
      remarks: log.remarks.slice(0, 500),
      remarkCount: log.remarks.length,
    },
  };
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
