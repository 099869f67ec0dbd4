import {
  listAthletesTable,
  listSquads,
  listViews,
  RemoveSquadInput,
  RemoveViewInput,
  removeSquad,
  removeView,
  SaveSquadInput,
  SaveViewInput,
  saveSquad,
  saveView,
  WriteToManyInput,
  writeToMany,
} from "@repo/services/squads";
import { ExportManyInput, previewExport } from "@repo/services/transfer";
import { orgProcedure, router, signedInProcedure } from "#trpc/init.ts";

const planning = () => orgProcedure({ roles: ["owner", "head-coach", "coach"] });

/** Athletes who are planned for together, and what is done for many of them at once. */
export const squadsRouter = router({
  /** Everybody whose training the caller may see, as columns. */
  table: signedInProcedure.query(({ ctx }) => listAthletesTable(ctx)),

  list: signedInProcedure.query(({ ctx }) => listSquads(ctx)),

  save: planning()
    .input(SaveSquadInput)
    .mutation(({ ctx, input }) => saveSquad(ctx, { ...input, orgId: ctx.orgId })),

  remove: planning()
    .input(RemoveSquadInput)
    .mutation(({ ctx, input }) => removeSquad(ctx, { ...input, orgId: ctx.orgId })),

  /** The coach's own views of their athletes. */
  views: signedInProcedure.query(({ ctx }) => listViews(ctx)),
  saveView: signedInProcedure.input(SaveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
  removeView: signedInProcedure.input(RemoveViewInput).mutation(({ ctx, input }) => removeView(ctx, input)),

  /** What an export would hold of each; asked by POST, for there may be hundreds. */
  previewExport: orgProcedure({ roles: ["owner", "head-coach", "coach", "assistant"] })
    .input(ExportManyInput)
    .mutation(({ ctx, input }) => previewExport(ctx, input)),

  /** A word of its own to each of them; says whom it did not reach. */
  write: orgProcedure({ roles: ["owner", "head-coach", "coach", "assistant"] })
    .input(WriteToManyInput)
    .mutation(({ ctx, input }) => writeToMany(ctx, input)),
});
