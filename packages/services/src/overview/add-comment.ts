import { AppError } from "@repo/core/errors";
import { getAthlete, getCoachingOrg, insertComment } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";

export const AddCommentInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  /** Made by the client: the id of the comment. */
  id: z.uuid(),
  body: z.string().trim().min(1).max(5_000),
  /** For the athlete's coaches alone. */
  isPrivate: z.boolean(),
  plannedWorkoutId: z.uuid().nullable().default(null),
});

/**
 * Says something about an athlete: to everybody who sees their training, or to their coaches alone.
 * @throws AppError NOT_FOUND
 */
export function addComment(
  ctx: ServiceContext,
  input: z.input<typeof AddCommentInput>,
): Promise<{ id: string }> {
  const request = AddCommentInput.parse(input);
  const { athleteId, id, body, isPrivate, plannedWorkoutId } = request;
  return once(ctx, { ...request, request }, async () => {
    if (!(await getAthlete(ctx.db, athleteId))) throw new AppError("NOT_FOUND", "There is no such athlete.");
    const orgId = await getCoachingOrg(ctx.db, athleteId, ctx.actor.userId);
    const said = { id, orgId, authorId: ctx.actor.userId, body, isPrivate, plannedWorkoutId };
    await insertComment(ctx.db, athleteId, said);
    return { id };
  });
}
