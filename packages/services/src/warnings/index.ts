export {
  ApplyRemedyInput,
  applyRemedy,
  JudgeWarningInput,
  judgeWarning,
  ReopenWarningInput,
  reopenWarning,
  SnoozeWarningInput,
  snoozeWarning,
  UndoRemedyInput,
  undoRemedy,
} from "./act-on-warning.ts";
export {
  countNeeds,
  listNeeds,
  lively,
  type Need,
  type Roster,
  type SaidWarning,
  untold,
} from "./list-needs.ts";
export { listTrust } from "./list-trust.ts";
export { dayWords } from "./words/read-evidence.ts";
export { sayWarning, type WarningWords } from "./words/say-warning.ts";
