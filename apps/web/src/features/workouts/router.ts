import { getPacing } from "@repo/services/plan";
import { coachOfProcedure, router } from "#trpc/init.ts";

/** The library itself is part of the program; what it needs from the server is whom the paces are for. */
export const workoutsRouter = router({
  /** What an athlete's targets are resolved from today. */
  pacing: coachOfProcedure({ scope: "training", write: false, orSelf: true }).query(({ ctx, input }) =>
    getPacing(ctx, input),
  ),
});
