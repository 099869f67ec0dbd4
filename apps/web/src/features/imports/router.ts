import {
  BeginImportInput,
  beginImport,
  handOverImport,
  importProgress,
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

/** Many files at once, and taking them back. The files themselves come through /api/import-files; the worker reads them. */
export const importsRouter = router({
  list: athleteProcedure.query(({ ctx }) => listImports(ctx)),
  progress: athleteProcedure.input(Batch).query(({ ctx, input }) => importProgress(ctx, input.batchId)),
  begin: athleteProcedure.input(BeginImportInput).mutation(async ({ ctx, input }) => {
    const { id } = await beginImport(ctx, input);
    return { batchId: id };
  }),
  /** Everything arrived: the worker reads from here on. */
  finish: athleteProcedure.input(Batch).mutation(({ ctx, input }) => handOverImport(ctx, input.batchId)),
  undo: athleteProcedure.input(Batch).mutation(async ({ ctx, input }) => {
    const gone = await undoImport(ctx, input.batchId);
    await recomputeLoad(ctx.db, ctx.athleteId, { now: ctx.now });
    return gone;
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
