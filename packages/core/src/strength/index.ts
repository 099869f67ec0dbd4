export { doseText, formatExercises, type ParsedExercises, parseExercises } from "./exercise-text.ts";
export { FORM_CUES, type FormCue } from "./form-cues.ts";
export { STRENGTH_LIBRARY, strengthLibrarySession } from "./library.ts";
export {
  ExerciseSet,
  StrengthLoad,
  type StrengthPhase,
  StrengthPlace,
  StrengthSession,
} from "./schema.ts";
export { type StrengthGuard, strengthGuards } from "./strength-guards.ts";
export { strengthDurationS, strengthPerWeek, strengthPlaces, strengthSession } from "./strength-session.ts";
