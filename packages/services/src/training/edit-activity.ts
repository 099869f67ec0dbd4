import { minDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { lapsFit } from "@repo/core/history";
import { formatDuration } from "@repo/core/units";
import { getActivity, listLaps, markDirty, updateActivity } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { DeleteActivityInput, EditActivityInput } from "./inputs.ts";
import { pairDays } from "./pair-days.ts";
import { readSane } from "./sane-activity.ts";
import { releaseWorkout, settleWorkout } from "./settle-workout.ts";

/**
 * Changes what was said of an activity.
 *
 * @throws {AppError} NOT_FOUND; CONFLICT with the current row when somebody changed it in between
 */
export async function editActivity(ctx: ServiceContext, input: EditActivityInput) {
  const entry = EditActivityInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId: entry.mutationId, athleteId, request: entry }, async () => {
    const { mutationId: _, id, version, ...change } = entry;
    const before = await ownActivity(ctx, id);
    readSane({ ...before, ...withoutUndefined(change) }, ctx.now);
    if (change.durationS !== undefined) await refuseLongerLaps(ctx, before, change.durationS);
    const row = await updateActivity(ctx.db, athleteId, { id, version }, { ...change, updatedAt: ctx.now });
    if (!row)
      throw new AppError("CONFLICT", "This session was changed on another device. Both versions are shown.", {
        current: before,
      });
    await markDirty(ctx.db, athleteId, minDate(before.localDate, row.localDate));
    const { plannedWorkoutId } = row;
    await settleWorkout(ctx, { athleteId, activityId: id, plannedWorkoutId, outcome: null });
    return { id, version: row.version, localDate: row.localDate };
  });
}

/** What is shorter than its own laps could not be exported and read back. */
async function refuseLongerLaps(
  ctx: ServiceContext,
  { id }: { id: string },
  durationS: number,
): Promise<void> {
  const laps = await listLaps(ctx.db, ctx.actor.userId, [id]);
  const lapsS = laps.reduce((sum, lap) => sum + (lap.durationS ?? 0), 0);
  if (lapsFit(lapsS, durationS)) return;
  throw new AppError(
    "INVALID",
    `The laps of this session take ${formatDuration(lapsS)} together, so it cannot have taken ${formatDuration(durationS)}. Log what was done as a session of its own and delete this one.`,
    { field: "durationS" },
  );
}

/** Takes an activity out of every figure. It is kept for 30 days, so that it can come back. */
export async function deleteActivity(
  ctx: ServiceContext,
  input: DeleteActivityInput,
): Promise<{ id: string }> {
  const { mutationId, id } = DeleteActivityInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: { delete: id } }, async () => {
    const row = await ownActivity(ctx, id);
    await updateActivity(ctx.db, athleteId, row, { deletedAt: ctx.now });
    await markDirty(ctx.db, athleteId, row.localDate);
    if (row.plannedWorkoutId)
      await releaseWorkout(ctx, { athleteId, plannedWorkoutId: row.plannedWorkoutId });
    await pairDays(ctx, athleteId, [row.localDate]);
    return { id };
  });
}

async function ownActivity(ctx: ServiceContext, id: string) {
  const row = await getActivity(ctx.db, ctx.actor.userId, id);
  if (!row) throw new AppError("NOT_FOUND", "This session is not there any more.");
  return row;
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
