import { AppError } from "@repo/core/errors";
import { getPlannedWorkout, markForJudging, updatePlannedWorkout } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { SkipWorkoutInput } from "./inputs.ts";

/** Reasons that excuse; being tired is information for the coach, not an excuse the plan can ignore. */
const EXCUSES: ReadonlySet<string> = new Set(["ill", "injured", "travel", "work", "family", "weather"]);

/**
 * Says that a planned workout was not done, and why: excused where the reason excuses, else missed.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not the athlete's
 */
export async function skipWorkout(ctx: ServiceContext, input: SkipWorkoutInput) {
  const { mutationId, plannedWorkoutId, reason, note } = SkipWorkoutInput.parse(input);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId, athleteId, request: input }, async () => {
    const workout = await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId);
    if (!workout) throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
    const status = EXCUSES.has(reason) ? ("excused" as const) : ("missed" as const);
    const statusReason = note ? `${reason}: ${note}` : reason;
    const changed = await updatePlannedWorkout(ctx.db, athleteId, workout, { status, statusReason });
    if (!changed)
      throw new AppError("CONFLICT", "Your coach changed this workout just now. Look at it again.");
    await markForJudging(ctx.db, athleteId);
    return { id: workout.id, status };
  });
}
