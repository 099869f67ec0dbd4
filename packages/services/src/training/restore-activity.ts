import { AppError } from "@repo/core/errors";
import { getDeletedActivity, markDirty, updateActivity } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { RestoreActivityInput } from "./inputs.ts";
import { settleWorkout } from "./settle-workout.ts";

/**
 * Brings a deleted session back, with the workout that it was.
 *
 * @throws {AppError} NOT_FOUND when it is not there to come back
 */
export async function restoreActivity(ctx: ServiceContext, input: RestoreActivityInput) {
  const { mutationId, id } = RestoreActivityInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: { restore: id } }, async () => {
    const row = await getDeletedActivity(ctx.db, athleteId, id);
    if (!row) throw new AppError("NOT_FOUND", "This session cannot be brought back any more.");
    await updateActivity(ctx.db, athleteId, row, { deletedAt: null, updatedAt: ctx.now });
    await markDirty(ctx.db, athleteId, row.localDate);
    const { plannedWorkoutId } = row;
    await settleWorkout(ctx, { athleteId, activityId: id, plannedWorkoutId, outcome: null });
    return { id };
  });
}
