import { recomputeLoad } from "@repo/services/load";
import { CheckInInput, checkIn } from "@repo/services/training";
import { athleteProcedure, router } from "#trpc/init.ts";

/** How the athlete woke up. */
export const checkInRouter = router({
  save: athleteProcedure.input(CheckInInput).mutation(async ({ ctx, input }) => {
    const saved = await checkIn(ctx, input);
    await recomputeLoad(ctx.db, ctx.athleteId, { now: ctx.now });
    return saved;
  }),
});
