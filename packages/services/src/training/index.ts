export { type AddedFile, addActivityFile } from "./add-activity-file.ts";
export { checkIn } from "./check-in.ts";
export { deleteActivity, editActivity } from "./edit-activity.ts";
export {
  CheckInInput,
  DeleteActivityInput,
  EditActivityInput,
  LogActivityInput,
  SKIP_REASONS,
  SkipWorkoutInput,
} from "./inputs.ts";
export { localDayOf } from "./local-day.ts";
export { type LoggedActivity, logActivity } from "./log-activity.ts";
export { packSamples, unpackSamples } from "./pack-samples.ts";
export { skipWorkout } from "./skip-workout.ts";
