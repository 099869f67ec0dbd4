export {
  type ActivityFile,
  emptySamples,
  type FileLap,
  type FileSession,
  type FileWarning,
  type Samples,
} from "./activity-file.ts";
export { type ActivityLog, type LoggedActivity, type LogRemark, readActivityLog } from "./activity-log.ts";
export { type ArchiveEntry, walkArchive } from "./archive.ts";
export { type CheckInTable, type LoggedCheckIn, readCheckInTable } from "./check-in-table.ts";
export { decodeText } from "./decode-text.ts";
export { type JsonLog, readJsonLog } from "./json-log.ts";
export { readActivityFile } from "./read-activity-file.ts";
export { readPlanFile } from "./read-plan-file.ts";
export { MAX_FILE_BYTES, unpack, unpackAsFar } from "./unpack.ts";
export { readWorkoutFile } from "./workout/read-workout-file.ts";
export type { WorkoutFile } from "./workout/workout-file.ts";
export { writeFitWorkout } from "./workout/write-fit-workout.ts";
export { writeTcxWorkout } from "./workout/write-tcx-workout.ts";
export { writeZwo } from "./workout/write-zwo.ts";
