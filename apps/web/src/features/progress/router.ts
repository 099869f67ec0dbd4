import { IsoDate } from "@repo/core/calendar";
import { getProgress } from "@repo/services/diary";
import { explainDay } from "@repo/services/load";
import { z } from "zod";
import { athleteProcedure, router } from "#trpc/init.ts";

/** How training goes. */
export const progressRouter = router({
  get: athleteProcedure
    .input(z.strictObject({ days: z.number().int().min(28).max(36_500) }))
    .query(({ ctx, input }) => getProgress(ctx, input)),
  /** How one day's load, fitness, fatigue and form were made. */
  explainDay: athleteProcedure
    .input(z.strictObject({ date: IsoDate }))
    .query(({ ctx, input }) => explainDay(ctx.db, ctx.athleteId, input.date)),
});
