import { withActor } from "@repo/db";
import { deleteDemo, sumRevisions } from "@repo/db/queries";
import { seedDemo } from "@repo/services/demo";
import {
  ApplyRemedyInput,
  applyRemedy,
  countNeeds,
  JudgeWarningInput,
  judgeWarning,
  listNeeds,
  ReopenWarningInput,
  reopenWarning,
  SnoozeWarningInput,
  snoozeWarning,
  UndoRemedyInput,
  undoRemedy,
} from "@repo/services/warnings";
import { coachOfProcedure, operatorProcedure, router, signedInProcedure } from "#trpc/init.ts";

const coaching = () => coachOfProcedure({ scope: "training", write: true });

/** The coach's morning: who needs them and why, and what to do about it. */
export const rosterRouter = router({
  /** Everybody whose training the caller may see, in order of need. Two statements, whatever their number. */
  list: signedInProcedure.query(({ ctx }) => listNeeds(ctx.db, { coachId: ctx.actor.userId, now: ctx.now })),

  /** Whether something is new of any of them: grows with every recomputation and judgement. */
  revision: signedInProcedure.query(async ({ ctx }) => ({ rev: await sumRevisions(ctx.db) })),

  /** How many of them need the caller: the figure beside the way to the roster. */
  count: signedInProcedure.query(({ ctx }) =>
    countNeeds(ctx.db, { coachId: ctx.actor.userId, now: ctx.now }),
  ),

  snooze: coaching()
    .input(SnoozeWarningInput)
    .mutation(({ ctx, input }) => snoozeWarning(ctx, input)),

  judge: coaching()
    .input(JudgeWarningInput)
    .mutation(({ ctx, input }) => judgeWarning(ctx, input)),

  reopen: coaching()
    .input(ReopenWarningInput)
    .mutation(({ ctx, input }) => reopenWarning(ctx, input)),

  applyRemedy: coaching()
    .input(ApplyRemedyInput)
    .mutation(({ ctx, input }) => applyRemedy(ctx, input)),

  undoRemedy: coaching()
    .input(UndoRemedyInput)
    .mutation(({ ctx, input }) => undoRemedy(ctx, input)),

  /** Fills a demo club. Many transactions, one for each athlete, so it opens its own. */
  addDemo: operatorProcedure.mutation(({ ctx }) => {
    return seedDemo(ctx.appDb, { userId: ctx.actor.userId, now: ctx.now });
  }),

  /** Removes the demo club and everybody in it, without a trace. */
  removeDemo: operatorProcedure.mutation(async ({ ctx }) => {
    return { removed: await withActor(ctx.appDb, ctx.actor, (tx) => deleteDemo(tx)) };
  }),
});
