import { AppError } from "@repo/core/errors";
import { getPlannedWorkout, markForJudging, updatePlannedWorkout } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { UnskipWorkoutInput } from "./inputs.ts";

/**
 * Takes "couldn't" back: the workout is planned again.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not the athlete's
 */
export async function unskipWorkout(ctx: ServiceContext, input: UnskipWorkoutInput) {
  const { mutationId, plannedWorkoutId } = UnskipWorkoutInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: { unskip: plannedWorkoutId } }, async () => {
    const workout = await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId);
    if (!workout) throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
    if (workout.status === "excused" || workout.status === "missed") {
      const planned = { status: "planned" as const, statusReason: null, grade: null };
      await updatePlannedWorkout(ctx.db, athleteId, workout, planned);
      await markForJudging(ctx.db, athleteId);
    }
    return { id: plannedWorkoutId };
  });
}
