import { listTalk, TalkInput, talk } from "@repo/services/overview";
import { z } from "zod";
import { athleteProcedure, router } from "#trpc/init.ts";

/** What an athlete and their coaches say on a workout. */
export const talkRouter = router({
  list: athleteProcedure
    .input(z.strictObject({ plannedWorkoutId: z.uuid() }))
    .query(({ ctx, input }) => listTalk(ctx, input.plannedWorkoutId)),
  say: athleteProcedure.input(TalkInput).mutation(({ ctx, input }) => talk(ctx, input)),
});
