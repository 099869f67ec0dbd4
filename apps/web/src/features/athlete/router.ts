import { IsoDate } from "@repo/core/calendar";
import { getRevision } from "@repo/services/diary";
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

  /** How a day's load, fitness, fatigue and form were made. */
  explainDay: reading()
    .input(z.object({ date: IsoDate }))
    .query(({ ctx, input }) => explainDay(ctx.db, ctx.athleteId, input.date)),

  addComment: reading()
    .input(AddCommentInput)
    .mutation(({ ctx, input }) => addComment(ctx, input)),
});
