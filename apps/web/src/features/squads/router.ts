import {
  listSquads,
  RemoveSquadInput,
  removeSquad,
  SaveSquadInput,
  saveSquad,
  WriteToManyInput,
  writeToMany,
} from "@repo/services/squads";
import { orgProcedure, router, signedInProcedure } from "#trpc/init.ts";

const planning = () => orgProcedure({ roles: ["owner", "head-coach", "coach"] });

/** Athletes who are planned for together, and what is done for many of them at once. */
export const squadsRouter = router({
  list: signedInProcedure.query(({ ctx }) => listSquads(ctx)),

  save: planning()
    .input(SaveSquadInput)
    .mutation(({ ctx, input }) => saveSquad(ctx, { ...input, orgId: ctx.orgId })),

  remove: planning()
    .input(RemoveSquadInput)
    .mutation(({ ctx, input }) => removeSquad(ctx, { ...input, orgId: ctx.orgId })),

  /** A word of its own to each of them; says whom it did not reach. */
  write: orgProcedure({ roles: ["owner", "head-coach", "coach", "assistant"] })
    .input(WriteToManyInput)
    .mutation(({ ctx, input }) => writeToMany(ctx, input)),
});
