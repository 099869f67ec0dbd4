import { getRevision, getToday } from "@repo/services/diary";
import { athleteProcedure, router } from "#trpc/init.ts";

/** The athlete's day. */
export const todayRouter = router({
  get: athleteProcedure.query(({ ctx }) => getToday(ctx)),
  /** Whether newer numbers are there than those shown. */
  revision: athleteProcedure.query(({ ctx }) => getRevision(ctx, ctx.athleteId)),
});
