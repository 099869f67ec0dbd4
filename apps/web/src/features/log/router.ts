import type { ServiceContext } from "@repo/services/context";
import { getActivityPage, lastExercises, SessionInput } from "@repo/services/diary";
import { recomputeLoad } from "@repo/services/load";
import {
  DeleteActivityInput,
  deleteActivity,
  EditActivityInput,
  editActivity,
  LogActivityInput,
  logActivity,
  PairActivityInput,
  pairActivity,
  RestoreActivityInput,
  restoreActivity,
  SeparateFileInput,
  SkipWorkoutInput,
  separateFile,
  skipWorkout,
  UnskipWorkoutInput,
  unskipWorkout,
} from "@repo/services/training";
import { athleteProcedure, router } from "#trpc/init.ts";

/** What was done: sessions logged, changed, paired and taken back. Loads are new in the same answer. */
export const logRouter = router({
  activity: athleteProcedure
    .input(SessionInput)
    .query(({ ctx, input }) => getActivityPage(ctx, { ...input, athleteId: ctx.actor.userId })),
  lastExercises: athleteProcedure.query(({ ctx }) => lastExercises(ctx)),
  log: athleteProcedure
    .input(LogActivityInput)
    .mutation(({ ctx, input }) => withNewLoad(ctx, logActivity(ctx, input))),
  edit: athleteProcedure
    .input(EditActivityInput)
    .mutation(({ ctx, input }) => withNewLoad(ctx, editActivity(ctx, input))),
  remove: athleteProcedure
    .input(DeleteActivityInput)
    .mutation(({ ctx, input }) => withNewLoad(ctx, deleteActivity(ctx, input))),
  restore: athleteProcedure
    .input(RestoreActivityInput)
    .mutation(({ ctx, input }) => withNewLoad(ctx, restoreActivity(ctx, input))),
  separate: athleteProcedure
    .input(SeparateFileInput)
    .mutation(({ ctx, input }) => withNewLoad(ctx, separateFile(ctx, input))),
  pair: athleteProcedure.input(PairActivityInput).mutation(({ ctx, input }) => pairActivity(ctx, input)),
  skip: athleteProcedure.input(SkipWorkoutInput).mutation(({ ctx, input }) => skipWorkout(ctx, input)),
  unskip: athleteProcedure.input(UnskipWorkoutInput).mutation(({ ctx, input }) => unskipWorkout(ctx, input)),
});

async function withNewLoad<T>(ctx: ServiceContext, saved: Promise<T>): Promise<T> {
  const answer = await saved;
  await recomputeLoad(ctx.db, ctx.actor.userId, { now: ctx.now });
  return answer;
}
