export {
  archiveWorkout,
  fileWorkout,
  keepWorkouts,
  libraryVersions,
  listLibrary,
  reviseWorkout,
} from "./keep-workouts.ts";
export {
  ArchiveWorkoutInput,
  FileWorkoutInput,
  KeepWorkoutsInput,
  LibraryFacets,
  ReadWorkoutsInput,
  ReviseWorkoutInput,
} from "./library-inputs.ts";
export { type BroughtWorkout, type BroughtWorkouts, readWorkouts } from "./read-workouts.ts";
