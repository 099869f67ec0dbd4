import {
  ArchiveCycleInput,
  AssignCycleInput,
  archiveCycle,
  assignCycle,
  CycleOfSeasonInput,
  GetCycleInput,
  getCycle,
  listCycles,
  PreviewCycleInput,
  PreviewRollOutInput,
  previewCycle,
  previewRollOut,
  ReadPlanInput,
  RollOutInput,
  readPlan,
  rollOutCycle,
  SaveCycleInput,
  SaveVersionInput,
  saveCycle,
  saveCycleVersion,
  seasonAsCycle,
  UndoRollOutInput,
  undoRollOut,
} from "@repo/services/cycles";
import { coachOfProcedure, orgProcedure, router } from "#trpc/init.ts";

const reading = () => orgProcedure({ roles: ["owner", "head-coach", "coach", "assistant"] });
const planning = () => orgProcedure({ roles: ["owner", "head-coach", "coach"] });

/** Reusable blocks of weeks: kept by an organisation, versioned, given to many athletes at once. */
export const cyclesRouter = router({
  list: reading().query(({ ctx }) => listCycles(ctx, ctx.orgId)),

  get: reading()
    .input(GetCycleInput)
    .query(({ ctx, input }) => getCycle(ctx, { orgId: ctx.orgId, cycle: input.cycle })),

  /** A season or some of its weeks as a cycle, to be looked at before it is kept. */
  ofSeason: coachOfProcedure({ scope: "training", write: false })
    .input(CycleOfSeasonInput)
    .query(({ ctx, input }) => seasonAsCycle(ctx, input)),

  save: planning()
    .input(SaveCycleInput)
    .mutation(({ ctx, input }) => saveCycle(ctx, { ...input, orgId: ctx.orgId })),

  /** A plan's file as a cycle, to be looked at before it is kept. A mutation for its length alone: it stores nothing. */
  readPlan: planning()
    .input(ReadPlanInput)
    .mutation(({ input }) => readPlan(input)),

  saveVersion: planning()
    .input(SaveVersionInput)
    .mutation(({ ctx, input }) => saveCycleVersion(ctx, { ...input, orgId: ctx.orgId })),

  archive: planning()
    .input(ArchiveCycleInput)
    .mutation(({ ctx, input }) => archiveCycle(ctx, { ...input, orgId: ctx.orgId })),

  /** For each of some athletes; those whom the caller may not plan for are only counted. */
  preview: planning()
    .input(PreviewCycleInput)
    .query(({ ctx, input }) => previewCycle(ctx, { ...input, orgId: ctx.orgId })),

  assign: planning()
    .input(AssignCycleInput)
    .mutation(({ ctx, input }) =>
      assignCycle(ctx, { ...input, orgId: ctx.orgId }, { urlOf: () => `${ctx.appUrl}/today` }),
    ),

  previewRollOut: planning()
    .input(PreviewRollOutInput)
    .query(({ ctx, input }) => previewRollOut(ctx, { ...input, orgId: ctx.orgId })),

  rollOut: planning()
    .input(RollOutInput)
    .mutation(({ ctx, input }) => rollOutCycle(ctx, { ...input, orgId: ctx.orgId })),

  /** Takes a whole roll-out back, but for what was begun or changed since. */
  undoRollOut: planning()
    .input(UndoRollOutInput)
    .mutation(({ ctx, input }) => undoRollOut(ctx, { ...input, orgId: ctx.orgId })),
});
