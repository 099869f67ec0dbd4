import { AppError } from "@repo/core/errors";
import {
  getPlannedWorkout,
  insertActivities,
  markDirty,
  replaceLaps,
  upsertMedicalCheckIn,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { LogActivityInput } from "./inputs.ts";
import { lapsOfSplits } from "./laps-of-splits.ts";
import { readSane } from "./sane-activity.ts";
import { settleWorkout } from "./settle-workout.ts";

/** What was saved, and how the planned workout stands now. */
export type LoggedActivity = { id: string; localDate: string; status: "done" | "changed" | null };

/**
 * Saves what the athlete did: the activity, what became of the planned workout, pain where it was felt, and the
 * need to compute again, all or nothing. Repeating it changes nothing.
 *
 * @throws {AppError} INVALID for impossible values, NOT_FOUND for a workout that is not the athlete's
 */
export async function logActivity(ctx: ServiceContext, input: LogActivityInput): Promise<LoggedActivity> {
  const entry = readSane(LogActivityInput.parse(input), ctx.now);
  const athleteId = ctx.actor.userId;
  const laps = lapsOfSplits(entry);
  return await once(ctx, { mutationId: entry.mutationId, athleteId, request: entry }, async () => {
    const { mutationId: _, outcome, pain, startAt, splits: __, ...fields } = entry;
    if (fields.plannedWorkoutId && !(await getPlannedWorkout(ctx.db, athleteId, fields.plannedWorkoutId))) {
      throw new AppError(
        "NOT_FOUND",
        "The planned workout is not there any more. Log the session without it.",
      );
    }
    const row = { ...fields, startAt: startAt ? new Date(startAt) : null, source: "manual" as const };
    const [added] = await insertActivities(ctx.db, athleteId, [{ ...row, sourceKey: `manual:${entry.id}` }]);
    if (!added) throw new AppError("CONFLICT", "This session was saved before. Open it to change it.");
    if (laps.length > 0) await replaceLaps(ctx.db, athleteId, entry.id, laps);
    if (pain) {
      await upsertMedicalCheckIn(ctx.db, athleteId, entry.localDate, {
        painSite: pain.site,
        painLevel: pain.level,
      });
    }
    await markDirty(ctx.db, athleteId, entry.localDate);
    const status = await settleWorkout(ctx, {
      athleteId,
      activityId: entry.id,
      plannedWorkoutId: fields.plannedWorkoutId,
      outcome,
    });
    return { id: entry.id, localDate: entry.localDate, status };
  });
}
