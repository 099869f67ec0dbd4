import { IsoDate } from "@repo/core/calendar";
import { listAgenda } from "@repo/services/diary";
import { z } from "zod";
import { athleteProcedure, router } from "#trpc/init.ts";

/** What was planned and done, day by day. */
export const calendarRouter = router({
  agenda: athleteProcedure
    .input(z.strictObject({ from: IsoDate, to: IsoDate }))
    .query(({ ctx, input }) => listAgenda(ctx, input)),
});
