import { createHash } from "node:crypto";
import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  type AthleteRow,
  findBusyDays,
  getAthlete,
  insertActivities,
  insertLaps,
  insertOriginals,
  insertStreams,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { AddedFile } from "./add-activity-file.ts";
import { originalOf } from "./keep-original.ts";
import type { PackedFile, PackedSession } from "./pack-file.ts";
import { dayOf, fieldsOf, lapsOf } from "./session-fields.ts";

export type PlainUpload = { name: string; bytes: Uint8Array; file: PackedFile; importBatchId: string };

type Recording = PlainUpload & { sha256: string; sessions: { session: PackedSession; day: string }[] };

/** Another transaction brought the same file at the same moment. */
const MET_ANOTHER = Symbol("the same file came twice at once");

/**
 * Stores those of several recordings that nothing else could be, all in the same few statements: their days hold no
 * other session, of this athlete or among them, and nothing planned, so there is no twin to find and nothing to pair.
 * Null for each that `addActivityFile` must look at by itself. An import's, which asks for the loads at its end.
 */
export async function addPlainFiles(
  ctx: ServiceContext,
  uploads: readonly PlainUpload[],
): Promise<(AddedFile | null)[]> {
  const none = uploads.map(() => null);
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete || uploads.length < 2) return none;
  const read = uploads.map((upload) => recordingOf(upload, athlete));
  const plain = await plainOnes(ctx, read);
  if (plain.size === 0) return none;
  try {
    const added = await ctx.db.transaction((db) => addAll({ ...ctx, db }, athlete, [...plain]));
    return read.map((recording) => (recording ? (added.get(recording) ?? null) : null));
  } catch (error) {
    if (error === MET_ANOTHER) return none;
    throw error;
  }
}

/** A file with the days of its sessions; null for one that cannot be stored as it is. */
function recordingOf(upload: PlainUpload, athlete: AthleteRow): Recording | null {
  try {
    const sessions = upload.file.sessions.map((session) => ({
      session,
      day: dayOf(session, athlete.timeZone, null),
    }));
    if (sessions.some(({ session }) => !((session.timerS ?? session.elapsedS ?? 0) > 0))) return null;
    return { ...upload, sha256: createHash("sha256").update(upload.bytes).digest("hex"), sessions };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function plainOnes(ctx: ServiceContext, read: readonly (Recording | null)[]): Promise<Set<Recording>> {
  const all = read.filter((recording) => recording !== null);
  const days = all.flatMap(({ sessions }) => sessions.map(({ day }) => day));
  if (days.length === 0) return new Set();
  const busy = await findBusyDays(ctx.db, ctx.actor.userId, {
    days,
    sourceKeys: all.flatMap(({ sha256, sessions }) => sessions.map((_, at) => keyOf(sha256, at))),
  });
  const count = new Map<string, number>();
  for (const day of days) count.set(day, (count.get(day) ?? 0) + 1);
  return new Set(
    all.filter(({ sha256, sessions }) =>
      sessions.every(
        ({ day }, at) =>
          count.get(day) === 1 && !busy.days.has(day) && !busy.sourceKeys.has(keyOf(sha256, at)),
      ),
    ),
  );
}

async function addAll(
  ctx: ServiceContext,
  athlete: AthleteRow,
  recordings: readonly Recording[],
): Promise<Map<Recording, AddedFile>> {
  const { athleteId, timeZone } = athlete;
  const originals = await insertOriginals(
    ctx.db,
    athleteId,
    recordings.map((each) => originalOf(each, { sha256: each.sha256, kind: each.file.format })),
  );
  const rows = recordings.flatMap((recording) =>
    recording.sessions.map(({ session, day }, at) => {
      const { file, importBatchId, sha256 } = recording;
      const originalId = originals.get(sha256);
      if (!originalId) throw MET_ANOTHER;
      const sourceKey = keyOf(sha256, at);
      const origin = { file, importBatchId, sourceKey, localDate: day, timeZone, originalId };
      return { recording, session, row: { ...fieldsOf(session, origin), id: newId() } };
    }),
  );
  const added = await insertActivities(
    ctx.db,
    athleteId,
    rows.map(({ row }) => row),
  );
  if (added.length < rows.length) throw MET_ANOTHER;
  await insertLaps(
    ctx.db,
    athleteId,
    rows.flatMap(({ session, row }) => lapsOf(session).map((lap) => ({ ...lap, activityId: row.id }))),
  );
  await insertStreams(
    ctx.db,
    athleteId,
    rows.flatMap(({ session: { packed }, row }) => (packed ? [{ activityId: row.id, ...packed }] : [])),
  );
  return new Map(
    recordings.map((recording) => [
      recording,
      {
        sessions: rows
          .filter((each) => each.recording === recording)
          .map(({ row }) => ({
            state: "added" as const,
            activityId: row.id,
            localDate: row.localDate,
            plannedWorkoutId: null,
          })),
        warnings: recording.file.warnings,
        device: recording.file.device,
      },
    ]),
  );
}

function keyOf(sha256: string, session: number): string {
  return `file:${sha256}:${session}`;
}
