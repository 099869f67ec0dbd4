import { AppError } from "@repo/core/errors";
import {
  lockLastPlanEdit,
  lockPlannedWorkouts,
  markPlanEditUndone,
  updatePlannedWorkout,
  updateSeasonWeekTarget,
  updateWaiverEnd,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { answer, type EditedPlan } from "./edit-plan.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { planChanged } from "./plan-changed.ts";
import { restoreSeason } from "./season-snapshot.ts";
import { columnsOf, isAsLeft, type Snapshot } from "./snapshot.ts";

export const UndoLastEditInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  seasonId: z.uuid(),
});

/**
 * Takes back the actor's latest edit of a season: every row it touched is as it was before, order included.
 * @throws AppError NOT_FOUND; INVALID when nothing is left to undo; CONFLICT when what it made was changed or done since
 */
export function undoLastEdit(
  ctx: ServiceContext,
  input: z.input<typeof UndoLastEditInput>,
): Promise<EditedPlan> {
  const request = UndoLastEditInput.parse(input);
  const { athleteId, seasonId } = request;
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const edit = await lockLastPlanEdit(ctx.db, athleteId, { seasonId, authorId: ctx.actor.userId });
    if (!edit) throw new AppError("INVALID", "There is nothing left to undo in this season.");
    const dates = await restoreWorkouts(ctx, athleteId, edit);
    for (const was of edit.before) await restoreOther(ctx, loaded, was);
    await markPlanEditUndone(ctx.db, athleteId, { id: edit.id, at: ctx.now });
    await planChanged(ctx, loaded);
    return await answer(ctx, loaded, dates);
  });
}

type Sides = { before: Snapshot[]; after: Snapshot[] };

async function restoreWorkouts(
  ctx: ServiceContext,
  athleteId: string,
  { before, after }: Sides,
): Promise<string[]> {
  const ids = before.filter(({ table }) => table === "workout").map(({ id }) => String(id));
  if (ids.length === 0) return [];
  const rows = new Map((await lockPlannedWorkouts(ctx.db, athleteId, ids)).map((row) => [row.id, row]));
  const left = new Map(after.map((snapshot) => [snapshot.id, snapshot]));
  const dates: string[] = [];
  for (const was of before) {
    if (was.table !== "workout") continue;
    const row = rows.get(String(was.id));
    const asLeft = left.get(was.id);
    if (!row || !asLeft || !isAsLeft(row, asLeft)) throw changedSince(row?.title);
    await updatePlannedWorkout(ctx.db, athleteId, row, columnsOf(was));
    dates.push(row.localDate, String(was.localDate));
  }
  return dates;
}

async function restoreOther(ctx: ServiceContext, loaded: LoadedSeason, was: Snapshot): Promise<void> {
  const seasonId = loaded.outline.season.id;
  if (was.table === "week") {
    const targetKm = typeof was.targetKm === "number" ? was.targetKm : null;
    const week = { seasonId, startsOn: String(was.start), targetKm };
    await updateSeasonWeekTarget(ctx.db, loaded.athleteId, week);
  }
  if (was.table === "waiver") {
    const endedAt = was.holds ? null : ctx.now;
    await updateWaiverEnd(ctx.db, loaded.athleteId, { id: String(was.id), endedAt });
  }
  if (was.table === "season") await restoreSeason(ctx, loaded, was);
}

function changedSince(title: string | undefined): AppError {
  const what = title ? `“${title}” was` : "One of the workouts was";
  return new AppError(
    "CONFLICT",
    `${what} changed or done since, so this edit cannot be undone. Change it by hand instead.`,
  );
}
