export { checkInOfDay } from "./check-in-of-day.ts";
export { type ActivityPage, getActivityPage } from "./get-activity-page.ts";
export { getProgress, type ProgressPage } from "./get-progress.ts";
export { getRevision, getToday, type Today } from "./get-today.ts";
export { type Agenda, listAgenda } from "./list-agenda.ts";
export { type OwnBand, ownBand } from "./own-band.ts";
export { type ShownActivity, shownActivity } from "./shown-activity.ts";
export { type Split, splitsOf } from "./splits.ts";
export { type WorkoutLine, type WorkoutOfDay, workoutOfDay } from "./workout-of-day.ts";
