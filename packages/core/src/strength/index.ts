export { type AdvisedDay, adviceOfDay, type DayAdvice } from "./advice-of-day.ts";
export { compareDose, type DoseRow } from "./compare-dose.ts";
export { doseText, formatExercises, type ParsedExercises, parseExercises } from "./exercise-text.ts";
export { FORM_CUES, type FormCue } from "./form-cues.ts";
export { STRENGTH_LIBRARY, strengthLibrarySession } from "./library.ts";
export {
  DoneExercise,
  ExerciseSet,
  StrengthLoad,
  type StrengthPhase,
  StrengthPlace,
  StrengthSession,
} from "./schema.ts";
export { strengthDurationS, strengthSession } from "./strength-session.ts";
