import { AppError } from "@repo/core/errors";
import {
  countUnreadThreads,
  getAthlete,
  getPlannedWorkout,
  listThread,
  listThreads,
  markThreadRead,
  type Thread,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

export const ThreadInput = z.strictObject({
  athleteId: z.uuid(),
  plannedWorkoutId: z.uuid().nullable().default(null),
});
export const MarkThreadInput = z.strictObject({
  ...ThreadInput.shape,
  /** The instant of the latest word that was shown: what came later stays new. */
  readAt: z.iso.datetime(),
});

/** How far back the inbox reaches, in days, and how many threads it shows. Ours. */
const DAYS_BACK = 120;
const MOST = 100;

/** What was said before is not new to anybody: the instant from which on words are told apart as new. */
export function newSince(now: Date): string {
  return new Date(now.getTime() - DAYS_BACK * 86_400_000).toISOString();
}

/** What athletes and colleagues said about the athletes the actor coaches, what is new first. */
export function listInbox(ctx: ServiceContext): Promise<Thread[]> {
  return listThreads(ctx.db, { ...reach(ctx), most: MOST });
}

/** How many threads hold something new. */
export function countInbox(ctx: ServiceContext): Promise<number> {
  return countUnreadThreads(ctx.db, reach(ctx));
}

/**
 * One thread, oldest word first.
 * @throws AppError NOT_FOUND for an athlete or a workout that is not the actor's to see
 */
export async function getThread(ctx: ServiceContext, thread: z.output<typeof ThreadInput>) {
  await requireThread(ctx, thread);
  const said = await listThread(ctx.db, ctx.actor.userId, thread);
  return said.map(({ authorId, ...word }) => ({ ...word, isMine: authorId === ctx.actor.userId }));
}

/**
 * What was shown of a thread is not new any more.
 * @throws AppError NOT_FOUND
 */
export async function markThread(
  ctx: ServiceContext,
  { athleteId, plannedWorkoutId, readAt }: z.output<typeof MarkThreadInput>,
): Promise<void> {
  await requireThread(ctx, { athleteId, plannedWorkoutId });
  const upTo = new Date(Math.min(Date.parse(readAt), ctx.now.getTime()));
  await markThreadRead(ctx.db, {
    athleteId,
    readerId: ctx.actor.userId,
    subjectId: plannedWorkoutId ?? athleteId,
    readAt: upTo,
  });
}

function reach(ctx: ServiceContext) {
  return { actorId: ctx.actor.userId, since: new Date(newSince(ctx.now)) };
}

async function requireThread(ctx: ServiceContext, thread: z.output<typeof ThreadInput>): Promise<void> {
  const { athleteId, plannedWorkoutId } = thread;
  const there =
    plannedWorkoutId === null
      ? await getAthlete(ctx.db, athleteId)
      : await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId);
  if (!there) throw new AppError("NOT_FOUND", "This conversation is not there any more.");
}
