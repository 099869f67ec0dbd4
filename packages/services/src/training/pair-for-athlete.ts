import { AppError } from "@repo/core/errors";
import {
  getActivity,
  getPlannedWorkout,
  insertAuditEvent,
  markForJudging,
  pairActivityRow,
  writePairing,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { PairForAthleteInput } from "./inputs.ts";
import { releaseWorkout, settleWorkout } from "./settle-workout.ts";

/** What an activity is paired with now, and what with before. */
type Paired = {
  activityId: string;
  was: string | null;
  wasLocked: boolean;
  plannedWorkoutId: string | null;
};

/**
 * Says which planned workout an athlete's session was, or that it was none, as whoever plans for them. The workout is
 * graded by what it was for, the one it was before goes back to the plan, and who said it is written down.
 *
 * @throws {AppError} NOT_FOUND for a session or workout that is not this athlete's; CONFLICT where it was paired otherwise meanwhile
 */
export async function pairForAthlete(ctx: ServiceContext, input: PairForAthleteInput): Promise<Paired> {
  const request = PairForAthleteInput.parse(input);
  const { mutationId, athleteId, activityId, was, plannedWorkoutId, isLocked } = request;
  return await once(ctx, { mutationId, athleteId, request }, async () => {
    const before = await getActivity(ctx.db, athleteId, activityId);
    if (!before) throw new AppError("NOT_FOUND", "This session is not there any more.");
    if (plannedWorkoutId && !(await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId)))
      throw new AppError("NOT_FOUND", "This workout is not in the plan any more.");
    const pairing = { activityId, was, workoutId: plannedWorkoutId, isLocked, at: ctx.now };
    if (!(await pairActivityRow(ctx.db, athleteId, pairing)))
      throw new AppError("CONFLICT", "Somebody else paired this session meanwhile. Look at it again.");
    const by = isLocked ? { actorId: ctx.actor.userId, at: ctx.now } : null;
    await writePairing(ctx.db, athleteId, { activityId, by });
    if (was && was !== plannedWorkoutId) await releaseWorkout(ctx, { athleteId, plannedWorkoutId: was });
    await settleWorkout(ctx, { athleteId, activityId, plannedWorkoutId, outcome: "done" });
    await markForJudging(ctx.db, athleteId);
    await insertAuditEvent(ctx.db, {
      kind: "activity-paired",
      actorId: ctx.actor.userId,
      athleteId,
      detail: { activityId, from: was, to: plannedWorkoutId },
    });
    return { activityId, was, wasLocked: before.matchLocked, plannedWorkoutId };
  });
}
