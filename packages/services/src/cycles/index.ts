export { assignCycle, type CycleResult } from "./assign-cycle.ts";
export {
  ArchiveCycleInput,
  AssignCycleInput,
  CycleOfSeasonInput,
  GetCycleInput,
  PreviewCycleInput,
  PreviewRollOutInput,
  ReadPlanInput,
  RollOutInput,
  SaveCycleInput,
  SaveVersionInput,
  UndoRollOutInput,
} from "./cycle-inputs.ts";
export { getCycle, listCycles } from "./list-cycles.ts";
export { previewCycle } from "./preview-cycle.ts";
export { type BroughtPlan, readPlan } from "./read-plan.ts";
export { previewRollOut, type RolledOut, rollOutCycle } from "./roll-out-cycle.ts";
export { archiveCycle, saveCycle, saveCycleVersion, seasonAsCycle } from "./save-cycle.ts";
export { undoRollOut } from "./undo-roll-out.ts";
