import { AppError } from "@repo/core/errors";
import { lockLastPlanEdit, markPlanEditUndone, wakeWarningsOfEdit } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { answer, type EditedPlan } from "./edit-plan.ts";
import { loadSeason } from "./load-season.ts";
import { planChanged } from "./plan-changed.ts";
import { restoreEdit } from "./restore-edit.ts";

export const UndoLastEditInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  seasonId: z.uuid(),
});

/**
 * Takes back the actor's latest edit of a season: every row it touched is as it was before, order included; warnings
 * that rested because of it stand again, but where the caller sees to that.
 * @throws AppError NOT_FOUND; INVALID when nothing is left to undo; CONFLICT when what it made was changed or done since
 */
export function undoLastEdit(
  ctx: ServiceContext,
  input: z.input<typeof UndoLastEditInput>,
  { wakes = true }: { wakes?: boolean } = {},
): Promise<EditedPlan> {
  const request = UndoLastEditInput.parse(input);
  const { athleteId, seasonId } = request;
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const edit = await lockLastPlanEdit(ctx.db, athleteId, { seasonId, authorId: ctx.actor.userId });
    if (!edit) throw new AppError("INVALID", "There is nothing left to undo in this season.");
    const dates = await restoreEdit(ctx, { athleteId, edit, loaded });
    await markPlanEditUndone(ctx.db, athleteId, { id: edit.id, at: ctx.now });
    if (wakes) await wakeWarningsOfEdit(ctx.db, athleteId, edit.id);
    await planChanged(ctx, loaded);
    return await answer(ctx, loaded, dates);
  });
}
