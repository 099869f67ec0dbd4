import { AppError } from "@repo/core/errors";
import { getPlannedWorkout } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { writeFitWorkout } from "@repo/services/files";
import { getPacing } from "@repo/services/plan";
import { blocksOf } from "./workout-of-day.ts";

/**
 * A planned workout as a FIT file for a watch, in the athlete's own ranges of today.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not the athlete's, INVALID for one without steps to run
 */
export async function exportWorkout(
  ctx: ServiceContext,
  id: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const athleteId = ctx.actor.userId;
  const row = await getPlannedWorkout(ctx.db, athleteId, id);
  if (!row?.isAssigned) throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
  const blocks = blocksOf(row);
  if (!blocks) throw new AppError("INVALID", "This workout has no steps that a watch could count.");
  const { pacing } = await getPacing(ctx, { athleteId });
  const bytes = writeFitWorkout({ title: row.title, blocks, pacing, createdAt: ctx.now });
  return { name: `${row.localDate}-${slugOf(row.title)}.fit`, bytes };
}

function slugOf(title: string): string {
  const plain = title.normalize("NFKD").toLowerCase().replaceAll("×", "x");
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "workout"
  );
}
