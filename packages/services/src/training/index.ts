export { type AddedFile, addActivityFile } from "./add-activity-file.ts";
export { addPlainFiles } from "./add-plain-files.ts";
export { checkIn } from "./check-in.ts";
export { deleteActivity, editActivity } from "./edit-activity.ts";
export {
  CheckInInput,
  DeleteActivityInput,
  EditActivityInput,
  LogActivityInput,
  PairActivityInput,
  PairForAthleteInput,
  RestoreActivityInput,
  SeparateFileInput,
  SKIP_REASONS,
  SkipWorkoutInput,
  UnskipWorkoutInput,
} from "./inputs.ts";
export { keepOriginal } from "./keep-original.ts";
export { cleanLabel, labelOf } from "./label-of.ts";
export { type LoggedActivity, logActivity } from "./log-activity.ts";
export { type PackedFile, packFile } from "./pack-file.ts";
export { effortOf, packSamples, unpackSamples } from "./pack-samples.ts";
export { pairActivity } from "./pair-activity.ts";
export { pairDays } from "./pair-days.ts";
export { pairForAthlete } from "./pair-for-athlete.ts";
export { restoreActivity } from "./restore-activity.ts";
export { isSameSession } from "./same-session.ts";
export { separateFile } from "./separate-file.ts";
export { releaseWorkout } from "./settle-workout.ts";
export { skipWorkout } from "./skip-workout.ts";
export { typedBefore } from "./typed-session.ts";
export { unskipWorkout } from "./unskip-workout.ts";
