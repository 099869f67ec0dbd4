export { ApplyFixInput, applyPlanFix } from "./apply-plan-fix.ts";
export {
  ArchiveSeasonInput,
  type Assigned,
  AssignSeasonInput,
  archiveSeason,
  assignSeason,
} from "./assign-season.ts";
export { requireReadable } from "./calendar-content.ts";
export {
  CalendarDaysInput,
  CalendarOp,
  ChangeCalendarInput,
  LastTimesInput,
  TryCalendarInput,
  UndoCalendarInput,
} from "./calendar-inputs.ts";
export { type ChangedCalendar, changeCalendar } from "./change-calendar.ts";
export { ChangePhasesInput, changePhases, PreviewPhasesInput, previewPhases } from "./change-phases.ts";
export { ChangeRacesInput, changeRaces, PreviewRacesInput, previewRaces } from "./change-races.ts";
export type { EditedPlan } from "./edit-plan.ts";
export {
  AddWorkoutInput,
  addWorkout,
  DeleteWorkoutInput,
  deleteWorkout,
  EditWorkoutInput,
  editWorkout,
  MoveWorkoutInput,
  moveWorkout,
} from "./edit-workout.ts";
export { getCalendar, getCalendarOutline, getCalendarWeeks } from "./get-calendar.ts";
export { GroupCalendarInput, getGroupCalendar } from "./get-group-calendar.ts";
export { getPacing, pacingAsOf } from "./get-pacing.ts";
export { getSeason } from "./get-season.ts";
export { type LastTime, lastTimes } from "./last-times.ts";
export { type LatestEdit, latestEdit } from "./latest-edit.ts";
export { listPlans } from "./list-plans.ts";
export { daysUnder, limitsOf, loadSeason, minutesOf, pacingOfAthlete } from "./load-season.ts";
export { assignmentMail } from "./mails.ts";
export { MoveRaceInput, moveRace, PreviewRaceMoveInput, previewRaceMove } from "./move-race.ts";
export { previewSeason } from "./preview-season.ts";
export { outlineRows, workoutRows } from "./rows-of-season.ts";
export {
  LimitInput,
  type LimitOwner,
  listRules,
  previewLimit,
  ResetLimitInput,
  resetLimit,
  SetLimitInput,
  setLimit,
} from "./rule-limits.ts";
export { SaveSeasonInput, saveSeason } from "./save-season.ts";
export { seasonOfFix } from "./season-of-fix.ts";
export type { ShownFinding, ShownWorkout } from "./shown-season.ts";
export { StartEmptyInput, StartFromSeasonInput, startEmpty, startFromSeason } from "./start-season.ts";
export { suggestRequest } from "./suggest-request.ts";
export { tryCalendar } from "./try-calendar.ts";
export { undoCalendar } from "./undo-calendar.ts";
export { UndoLastEditInput, undoLastEdit } from "./undo-last-edit.ts";
export { UnwaiveFindingInput, unwaiveFinding, WaiveFindingInput, waiveFinding } from "./waive-finding.ts";
export type { WeekFigures } from "./week-figures.ts";
