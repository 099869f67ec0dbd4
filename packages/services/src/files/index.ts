export {
  type ActivityFile,
  emptySamples,
  type FileLap,
  type FileSession,
  type FileWarning,
  type Samples,
} from "./activity-file.ts";
export { type ActivityLog, type LoggedActivity, type LogRemark, readActivityLog } from "./activity-log.ts";
export { writeFitWorkout } from "./fit/write-workout.ts";
export { readActivityFile } from "./read-activity-file.ts";
export { MAX_FILE_BYTES, unpack } from "./unpack.ts";
export { writeZwo } from "./zwo.ts";
