import { AppError } from "@repo/core/errors";
import {
  getActivity,
  getPlannedWorkout,
  markForJudging,
  updateActivity,
  writePairing,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { PairActivityInput } from "./inputs.ts";
import { releaseWorkout, settleWorkout } from "./settle-workout.ts";

/**
 * Says which planned workout a session was, or that it was none. The choice is a person's: matching leaves it alone.
 *
 * @throws {AppError} NOT_FOUND for a session or workout that is not the athlete's, CONFLICT for a stale version
 */
export async function pairActivity(ctx: ServiceContext, input: PairActivityInput) {
  const { mutationId, id, version, plannedWorkoutId } = PairActivityInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: { pair: id, plannedWorkoutId } }, async () => {
    const before = await getActivity(ctx.db, athleteId, id);
    if (!before) throw new AppError("NOT_FOUND", "This session is not there any more.");
    if (plannedWorkoutId && !(await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId)))
      throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
    const row = await updateActivity(
      ctx.db,
      athleteId,
      { id, version },
      { plannedWorkoutId, matchLocked: true, updatedAt: ctx.now },
    );
    if (!row) throw new AppError("CONFLICT", "This session was changed on another device. Look at it again.");
    const by = { actorId: athleteId, at: ctx.now };
    await writePairing(ctx.db, athleteId, { activityId: id, by });
    if (before.plannedWorkoutId && before.plannedWorkoutId !== plannedWorkoutId)
      await releaseWorkout(ctx, { athleteId, plannedWorkoutId: before.plannedWorkoutId });
    await settleWorkout(ctx, { athleteId, activityId: id, plannedWorkoutId, outcome: "done" });
    await markForJudging(ctx.db, athleteId);
    return { id, version: row.version };
  });
}
