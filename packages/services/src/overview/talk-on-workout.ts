import { AppError } from "@repo/core/errors";
import { getPlannedWorkout, listComments } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { addComment } from "./add-comment.ts";

export const TalkInput = z.strictObject({
  mutationId: z.uuid(),
  /** Made by the client: the id of the comment. */
  id: z.uuid(),
  plannedWorkoutId: z.uuid(),
  body: z.string().trim().min(1).max(5_000),
});

/**
 * What was said on a workout of the actor's, oldest first; what coaches say among themselves is not in it.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not in the actor's plan
 */
export async function listTalk(ctx: ServiceContext, plannedWorkoutId: string) {
  await requireWorkout(ctx, plannedWorkoutId);
  const said = await listComments(ctx.db, ctx.actor.userId, { plannedWorkoutId });
  return said
    .filter(({ isPrivate }) => !isPrivate)
    .reverse()
    .map(({ id, body, authorId, authorName, createdAt }) => ({
      ...{ id, body, authorName, createdAt },
      isMine: authorId === ctx.actor.userId,
    }));
}

/**
 * The athlete says something on a workout; every coach who sees their training reads it. Repeating it changes nothing.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not in the actor's plan
 */
export async function talk(ctx: ServiceContext, input: z.input<typeof TalkInput>): Promise<{ id: string }> {
  const said = TalkInput.parse(input);
  await requireWorkout(ctx, said.plannedWorkoutId);
  return await addComment(ctx, { ...said, athleteId: ctx.actor.userId, isPrivate: false });
}

async function requireWorkout(ctx: ServiceContext, id: string): Promise<void> {
  const row = await getPlannedWorkout(ctx.db, ctx.actor.userId, id);
  if (!row?.isAssigned) throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
}
