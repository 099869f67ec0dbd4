import { IsoDate } from "@repo/core/calendar";
import { getActivityPage, getRevision, SessionInput } from "@repo/services/diary";
import { explainDay } from "@repo/services/load";
import { AddCommentInput, addComment, getAthleteOverview } from "@repo/services/overview";
import { z } from "zod";
import { coachOfProcedure, router } from "#trpc/init.ts";

const reading = () => coachOfProcedure({ scope: "training", write: false });

/** One athlete as their coach sees them. */
export const athleteRouter = router({
  /** Whether newer numbers are there than those shown. */
  revision: reading().query(({ ctx }) => getRevision(ctx, ctx.athleteId)),

  overview: reading().query(({ ctx, input }) => getAthleteOverview(ctx, input)),

  /** A session in full, as the athlete sees it. */
  session: reading()
    .input(SessionInput)
    .query(({ ctx, input }) => getActivityPage(ctx, { ...input, athleteId: ctx.athleteId })),

  /** How a day's load, fitness, fatigue and form were made. */
  explainDay: reading()
    .input(z.object({ date: IsoDate }))
    .query(({ ctx, input }) => explainDay(ctx.db, ctx.athleteId, input.date)),

  addComment: reading()
    .input(AddCommentInput)
    .mutation(({ ctx, input }) => addComment(ctx, input)),
});
