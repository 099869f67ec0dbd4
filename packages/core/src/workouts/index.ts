export { adjustSteps } from "./adjust-steps.ts";
export type { WorkoutTextError } from "./cursor.ts";
export { type BlockEdit, type BlockPath, blockAt, type EditedBlocks, editBlocks } from "./edit-blocks.ts";
export { formatTarget } from "./format-target.ts";
export { formatWorkout } from "./format-workout.ts";
export { EASY_DAY_KINDS, guessKind } from "./guess-kind.ts";
export { GUIDANCE, type Guidance, type GuidanceMoment, guidanceFor } from "./guidance.ts";
export { doseOf, libraryWorkout, startDoseOf, WORKOUT_LIBRARY } from "./library.ts";
export type {
  Dose,
  LibraryEvent,
  LibraryPhase,
  LibraryWorkout,
  ProgressionVariable,
} from "./library-schema.ts";
export { FRESHNESS, LIBRARY_EVENTS, LIBRARY_PHASES } from "./library-schema.ts";
export { type NamedSpeeds, namedSpeeds } from "./named-speeds.ts";
export { type NextStep, nextSteps, type WorkoutRun } from "./next-steps.ts";
export {
  formatStepLength,
  formatStepTarget,
  type ParsedPart,
  parseStepLength,
  parseStepTarget,
  type StepTarget,
} from "./parse-part.ts";
export { countSteps, LONGEST_TEXT, MOST_STEPS, type ParsedWorkout, parseWorkout } from "./parse-workout.ts";
export { SPEED_BLOCK, type SpeedBlock, WORKOUT_PRINCIPLES, type WorkoutPrinciple } from "./principles.ts";
export { type ProfileStep, profileOf } from "./profile-of.ts";
export { raceTarget } from "./race-target.ts";
export { resolveWorkout } from "./resolve-workout.ts";
export * from "./schema.ts";
export { formatStepLabel } from "./step-label.ts";
export { stepDistanceM, stepDurationS, summariseSteps, type WorkoutSummary } from "./summarise-steps.ts";
export { intensityAtRpe } from "./target-effort.ts";
export { defaultKindOf, isEasyTarget } from "./target-text.ts";
