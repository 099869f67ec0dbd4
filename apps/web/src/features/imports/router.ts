import {
  BeginImportInput,
  beginImport,
  finishImport,
  KeepBothInput,
  keepBoth,
  listImports,
  SameRunInput,
  sameRun,
  undoImport,
} from "@repo/services/imports";
import { recomputeLoad } from "@repo/services/load";
import { z } from "zod";
import { athleteProcedure, router } from "#trpc/init.ts";

const Batch = z.strictObject({ batchId: z.uuid() });

/** Many files at once, and taking them back. The files themselves come through /api/import-files. */
export const importsRouter = router({
  list: athleteProcedure.query(({ ctx }) => listImports(ctx)),
  begin: athleteProcedure.input(BeginImportInput).mutation(async ({ ctx, input }) => {
    const { id } = await beginImport(ctx, input);
    return { batchId: id };
  }),
  /** Closes the batch, computes the loads of what it brought and asks the night to judge those days. */
  finish: athleteProcedure.input(Batch).mutation(async ({ ctx, input }) => {
    const { files: _, ...counts } = await finishImport(ctx, input.batchId);
    await recomputeLoad(ctx.db, ctx.athleteId, { now: ctx.now });
    return counts;
  }),
  undo: athleteProcedure.input(Batch).mutation(async ({ ctx, input }) => {
    const { removed } = await undoImport(ctx, input.batchId);
    await recomputeLoad(ctx.db, ctx.athleteId, { now: ctx.now });
    return { removed };
  }),
  /** What looked like a session that is here comes in as one of its own. */
  keepBoth: athleteProcedure.input(KeepBothInput).mutation(async ({ ctx, input }) => {
    const { added } = await keepBoth(ctx, input);
    await recomputeLoad(ctx.db, ctx.athleteId, { now: ctx.now });
    return { added };
  }),
  /** What looked like a session that is here is that session: nobody asks again. */
  sameRun: athleteProcedure.input(SameRunInput).mutation(({ ctx, input }) => sameRun(ctx, input)),
});
