import { gunzipSync } from "node:zlib";
import { AppError } from "@repo/core/errors";
import {
  type ActivityRow,
  deleteSamples,
  getActivity,
  getOriginal,
  markDirty,
  replaceLaps,
  requestRejudging,
  updateActivity,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { addActivityFile } from "./add-activity-file.ts";
import { SeparateFileInput } from "./inputs.ts";
import { settleWorkout } from "./settle-workout.ts";
import { type TypedSession, typedBefore } from "./typed-session.ts";

/**
 * A file completed a session that was typed, and the athlete says that they are two: what was typed is as before, and
 * the file is a session of its own.
 *
 * @throws {AppError} NOT_FOUND for a session or file that is not there any more; CONFLICT where no file completed it
 */
export async function separateFile(ctx: ServiceContext, input: SeparateFileInput): Promise<{ id: string }> {
  const { mutationId, id } = SeparateFileInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: { separate: id } }, async () => {
    const row = await getActivity(ctx.db, athleteId, id);
    if (!row) throw new AppError("NOT_FOUND", "This session is not there any more.");
    const typed = typedBefore(row);
    if (!typed)
      throw new AppError("CONFLICT", "No file completed this session, so there is nothing to part.");
    const original = row.originalId ? await getOriginal(ctx.db, athleteId, row.originalId) : null;
    if (!original) throw new AppError("NOT_FOUND", "The file is not kept any more. Add it once more.");
    await asTyped(ctx, row, typed);
    const bytes = original.encoding === "gzip" ? gunzipSync(original.bytes) : original.bytes;
    const { sessions } = await addActivityFile(ctx, {
      name: original.label,
      bytes,
      localDate: row.localDate,
      importBatchId: typed.fileBatchId,
      keepTwins: true,
    });
    await markDirty(ctx.db, athleteId, row.localDate);
    await requestRejudging(ctx.db, athleteId, row.localDate);
    const fresh = sessions.find(({ state }) => state === "added");
    if (!fresh) throw new AppError("CONFLICT", "The file holds no session of its own any more.");
    return { id: fresh.activityId };
  });
}

async function asTyped(ctx: ServiceContext, row: ActivityRow, typed: TypedSession): Promise<void> {
  const { laps, startAt, fileBatchId: _, ...said } = typed;
  const { typed: __, fileWarnings: ___, ...extra } = row.extra ?? {};
  const isSaved = await updateActivity(ctx.db, ctx.actor.userId, row, {
    ...said,
    startAt: startAt ? new Date(startAt) : null,
    source: "manual",
    elapsedS: null,
    movingS: null,
    elevationGainM: null,
    avgHrBpm: null,
    maxHrBpm: null,
    device: null,
    originalId: null,
    extra: Object.keys(extra).length > 0 ? extra : null,
    updatedAt: ctx.now,
  });
  if (!isSaved) throw new AppError("CONFLICT", "This session was changed on another device just now.");
  await replaceLaps(ctx.db, ctx.actor.userId, row.id, laps);
  await deleteSamples(ctx.db, ctx.actor.userId, row.id);
  const { plannedWorkoutId } = row;
  const { athleteId } = row;
  await settleWorkout(ctx, { athleteId, activityId: row.id, plannedWorkoutId, outcome: null });
}
