import { createHash } from "node:crypto";
import { daysBetween } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  type ActivityRow,
  getActivityBySourceKey,
  getAthlete,
  getPlannedWorkout,
  insertActivities,
  insertLaps,
  listActivities,
  markDirty,
  replaceLaps,
  updateActivity,
  upsertStreams,
  writePairing,
} from "@repo/db/queries";
import { requireEntryDay, type ServiceContext } from "@repo/services/context";
import { readActivityFile } from "@repo/services/files";
import { keepOriginal } from "./keep-original.ts";
import { type PackedFile, type PackedSession, packFile } from "./pack-file.ts";
import { pairDays } from "./pair-days.ts";
import { isSameSession } from "./same-session.ts";
import { dayOf, fieldsOf, lapsOf, type SessionFields } from "./session-fields.ts";
import { settleWorkout } from "./settle-workout.ts";
import { typedOf } from "./typed-session.ts";

/** A workout may be done this many days early or late. */
const PAIRED_DAYS = 2;

export type FileUpload = {
  name: string;
  bytes: Uint8Array;
  /** What the bytes hold, where they were read before. */
  file?: PackedFile;
  /** The workout it was dropped on, if any. */
  plannedWorkoutId?: string | null;
  /** The day to use when the device's clock was not set. */
  localDate?: string | null;
  importBatchId?: string | null;
  /** The athlete said that a recording which looks like another is a session of its own. */
  keepTwins?: boolean;
};

/** What became of one session of a file. */
export type AddedSession =
  | { state: "added" | "updated"; activityId: string; localDate: string; plannedWorkoutId: string | null }
  | { state: "duplicate"; activityId: string; localDate: string; because: "same-file" }
  | {
      state: "duplicate";
      activityId: string;
      localDate: string;
      because: "same-session";
      /** The recording that was left out: with it `keepBoth` makes it a session of its own. */
      originalId: string;
    };

export type AddedFile = {
  sessions: AddedSession[];
  warnings: { code: string; text: string }[];
  device: string | null;
};

/**
 * Stores every session of an activity file: the original, laps, samples, and the pairing with the plan. The same
 * file again changes nothing; what looks like a second recording of a session is kept as a file, named and
 * left out until the athlete says that it is one of its own: nothing is merged in silence.
 *
 * @throws {AppError} INVALID with the fault and the fix for a file that holds no activity or no usable day;
 * NOT_FOUND for a workout that is not the athlete's
 */
export async function addActivityFile(ctx: ServiceContext, upload: FileUpload): Promise<AddedFile> {
  const file = upload.file ?? packFile(readActivityFile(upload.bytes));
  const sha256 = createHash("sha256").update(upload.bytes).digest("hex");
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete)
    throw new AppError("NOT_FOUND", "Finish your profile first, so that days begin in your time zone.");
  const workout = await chosenWorkout(ctx, upload.plannedWorkoutId ?? null);
  const sessions: AddedSession[] = [];
  let originalId: string | null = null;
  for (const [index, session] of file.sessions.entries()) {
    const sourceKey = `file:${sha256}:${index}`;
    const known = await getActivityBySourceKey(ctx.db, athlete.athleteId, sourceKey);
    if (known && known.deletedAt === null && known.originalId !== null) {
      sessions.push({
        state: "duplicate",
        activityId: known.id,
        localDate: known.localDate,
        because: "same-file",
      });
      continue;
    }
    const localDate = dayOf(session, athlete.timeZone, upload.localDate ?? null);
    requireEntryDay(localDate, ctx.now);
    originalId ??= await keepOriginal(ctx, upload, { sha256, kind: file.format });
    const fields = fieldsOf(session, {
      file,
      sourceKey,
      localDate,
      timeZone: athlete.timeZone,
      originalId,
      importBatchId: upload.importBatchId ?? null,
    });
    // Dropped on a workout that it cannot be from: the file is believed, the pairing is not.
    const isOther = upload.localDate != null && upload.localDate !== localDate;
    const isNear =
      workout !== null && !isOther && Math.abs(daysBetween(workout.localDate, localDate)) <= PAIRED_DAYS;
    const plannedWorkoutId = isNear ? workout.id : null;
    if (known && known.deletedAt === null) {
      await completeRestored(ctx, session, known, originalId);
      sessions.push({
        state: "updated",
        activityId: known.id,
        localDate,
        plannedWorkoutId: known.plannedWorkoutId,
      });
      continue;
    }
    const keepTwins = upload.keepTwins ?? false;
    sessions.push(await addSession(ctx, session, { fields, known, plannedWorkoutId, keepTwins }));
  }
  return { sessions, warnings: file.warnings, device: file.device };
}

/** A session that a history brought back gets its recording again; what the history says of it stays. */
async function completeRestored(
  ctx: ServiceContext,
  session: PackedSession,
  row: ActivityRow,
  originalId: string,
): Promise<void> {
  await updateActivity(ctx.db, ctx.actor.userId, row, { originalId });
  if (session.packed) await upsertStreams(ctx.db, ctx.actor.userId, row.id, session.packed);
}

async function chosenWorkout(ctx: ServiceContext, id: string | null) {
  if (id === null) return null;
  const workout = await getPlannedWorkout(ctx.db, ctx.actor.userId, id);
  if (!workout)
    throw new AppError("NOT_FOUND", "This workout is not in your plan any more. Add the file without it.");
  return workout;
}

type SessionPlace = {
  fields: SessionFields & { originalId: string };
  known: ActivityRow | null;
  plannedWorkoutId: string | null;
  keepTwins: boolean;
};

async function addSession(
  ctx: ServiceContext,
  session: PackedSession,
  place: SessionPlace,
): Promise<AddedSession> {
  const athleteId = ctx.actor.userId;
  const { fields, known } = place;
  const twin = known || place.keepTwins ? null : await findTwin(ctx, fields);
  if (twin && twin.source !== "manual") {
    const { id: activityId, localDate } = twin;
    const { originalId } = fields;
    return { state: "duplicate", activityId, localDate, because: "same-session", originalId };
  }
  const target = known ?? twin;
  const said = place.plannedWorkoutId ?? target?.plannedWorkoutId ?? null;
  // Dropped on a workout, it was paired by a person.
  const matchLocked = place.plannedWorkoutId !== null || (target?.matchLocked ?? false);
  const id = target?.id ?? newId();
  const laps = lapsOf(session);
  if (target) {
    await enrich(ctx, target, { ...fields, plannedWorkoutId: said, matchLocked });
    await replaceLaps(ctx.db, athleteId, id, laps);
  } else {
    await insertActivities(ctx.db, athleteId, [{ ...fields, id, plannedWorkoutId: said, matchLocked }]);
    const rows = laps.map((lap) => ({ ...lap, activityId: id }));
    if (rows.length > 0) await insertLaps(ctx.db, athleteId, rows);
  }
  if (session.packed) await upsertStreams(ctx.db, athleteId, id, session.packed);
  // An import asks once, at its end: the worker would hold the athlete's state again and again in between.
  if (!fields.importBatchId) await markDirty(ctx.db, athleteId, fields.localDate);
  if (place.plannedWorkoutId !== null)
    await writePairing(ctx.db, athleteId, { activityId: id, by: { actorId: athleteId, at: ctx.now } });
  const paired = await pairDays(ctx, athleteId, [fields.localDate]);
  const plannedWorkoutId = paired.has(id) ? (paired.get(id) ?? null) : said;
  await settleWorkout(ctx, { athleteId, activityId: id, plannedWorkoutId, outcome: null });
  return {
    state: target ? "updated" : "added",
    activityId: id,
    localDate: fields.localDate,
    plannedWorkoutId,
  };
}

/** What the device measured replaces what was typed, which is kept for `separateFile`; what the athlete felt stays. */
async function enrich(ctx: ServiceContext, target: ActivityRow, fields: SessionFields): Promise<void> {
  const { rpe: _r, feel: _f, notes: _n, importBatchId, ...measured } = fields;
  // What was here before an import stays when the import is taken back.
  const batch = target.deletedAt === null ? target.importBatchId : (importBatchId ?? null);
  const title = target.title ?? fields.title ?? null;
  const joined = target.source === "manual" && target.deletedAt === null;
  const typed = joined ? { typed: await typedOf(ctx, target, importBatchId ?? null) } : {};
  const extra = { ...target.extra, ...measured.extra, ...typed };
  const change = {
    ...measured,
    title,
    extra: Object.keys(extra).length > 0 ? extra : null,
    importBatchId: batch,
    deletedAt: null,
  };
  const row = await updateActivity(ctx.db, ctx.actor.userId, target, change);
  if (!row)
    throw new AppError(
      "CONFLICT",
      "This session was changed on another device just now. Add the file again.",
    );
}

/** The recording, or typed log, that is this session already. */
async function findTwin(ctx: ServiceContext, fields: SessionFields): Promise<ActivityRow | null> {
  const sameDay = await listActivities(ctx.db, ctx.actor.userId, {
    from: fields.localDate,
    to: fields.localDate,
  });
  return (
    sameDay.find(
      (row) =>
        row.sport === fields.sport &&
        (row.source === "manual" ? isTyped(row, fields) : isSameSession(row, fields)),
    ) ?? null
  );
}

/** Typed from memory, and not yet measured: the same length, give or take a fifth. */
function isTyped(row: ActivityRow, fields: SessionFields): boolean {
  return row.originalId === null && Math.abs(row.durationS - fields.durationS) <= 0.2 * fields.durationS;
}
