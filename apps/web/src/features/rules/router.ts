import {
  LimitInput,
  listRules,
  previewLimit,
  ResetLimitInput,
  resetLimit,
  SetLimitInput,
  setLimit,
} from "@repo/services/plan";
import { coachOfProcedure, orgProcedure, router } from "#trpc/init.ts";

const STAFF = ["owner", "head-coach", "coach", "assistant"] as const;
const LEADING = ["owner", "head-coach"] as const;
const reading = () => coachOfProcedure({ scope: "training", write: false });
const writing = () => coachOfProcedure({ scope: "training", write: true });

/** The rules that plans are checked by, and the limits that a club or an athlete has in their place. */
export const rulesRouter = router({
  /** As they hold for an organisation. */
  list: orgProcedure({ roles: STAFF }).query(({ ctx }) => listRules(ctx, { orgId: ctx.orgId })),

  /** The limits of one athlete. */
  ofAthlete: reading().query(({ ctx }) => listRules(ctx, { athleteId: ctx.athleteId })),

  /** Which findings another limit would bring and take; nothing is stored. */
  preview: orgProcedure({ roles: LEADING })
    .input(LimitInput)
    .query(({ ctx, input }) => previewLimit(ctx, { orgId: ctx.orgId }, input)),

  previewOfAthlete: reading()
    .input(LimitInput)
    .query(({ ctx, input }) => previewLimit(ctx, { athleteId: ctx.athleteId }, input)),

  set: orgProcedure({ roles: LEADING })
    .input(SetLimitInput)
    .mutation(({ ctx, input }) => setLimit(ctx, { orgId: ctx.orgId }, input)),

  setOfAthlete: writing()
    .input(SetLimitInput)
    .mutation(({ ctx, input }) => setLimit(ctx, { athleteId: ctx.athleteId }, input)),

  reset: orgProcedure({ roles: LEADING })
    .input(ResetLimitInput)
    .mutation(({ ctx, input }) => resetLimit(ctx, { orgId: ctx.orgId }, input)),

  resetOfAthlete: writing()
    .input(ResetLimitInput)
    .mutation(({ ctx, input }) => resetLimit(ctx, { athleteId: ctx.athleteId }, input)),
});
