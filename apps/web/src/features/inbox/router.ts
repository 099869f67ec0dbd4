import {
  countInbox,
  getThread,
  listInbox,
  MarkThreadInput,
  markThread,
  ThreadInput,
} from "@repo/services/inbox";
import { coachOfProcedure, router, signedInProcedure } from "#trpc/init.ts";

const reading = () => coachOfProcedure({ scope: "training", write: false });

/** What is said about a coach's athletes: on workouts and beside them. */
export const inboxRouter = router({
  list: signedInProcedure.query(({ ctx }) => listInbox(ctx)),

  /** How many conversations hold something new. */
  count: signedInProcedure.query(({ ctx }) => countInbox(ctx)),

  thread: reading()
    .input(ThreadInput)
    .query(({ ctx, input }) => getThread(ctx, input)),

  /** What was shown is not new any more. */
  mark: reading()
    .input(MarkThreadInput)
    .mutation(({ ctx, input }) => markThread(ctx, input)),
});
