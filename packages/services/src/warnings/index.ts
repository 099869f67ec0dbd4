export {
  ApplyRemedyInput,
  applyRemedy,
  JudgeWarningInput,
  judgeWarning,
  ReopenWarningInput,
  reopenWarning,
  SnoozeWarningInput,
  snoozeWarning,
} from "./act-on-warning.ts";
export { listNeeds, lively, type Need, type Roster } from "./list-needs.ts";
