import { Level } from "@repo/core/athlete";
import { z } from "zod";

/** One exercise of a session and its dose: sets of repetitions, of seconds or of metres, per side where it says so. */
export const ExerciseSet = z.strictObject({
  exercise: z.string().min(1).max(80),
  sets: z.number().int().min(1).max(20),
  reps: z.number().int().min(1).max(200).nullable(),
  /** Upper end where the dose is a range, such as 12–15. */
  repsHigh: z.number().int().min(1).max(200).nullish(),
  durationS: z.number().int().min(1).max(3_600).nullable(),
  distanceM: z.number().min(1).max(1_000).nullable(),
  perSide: z.boolean(),
  note: z.string().max(200).nullish(),
});
export type ExerciseSet = z.infer<typeof ExerciseSet>;

/** What was done of one exercise: its sets as a dose, the weight lifted in kilograms, the effort (CR10, 0–10). */
export const DoneExercise = ExerciseSet.extend({
  weightKg: z.number().min(0).max(500).nullish(),
  rpe: z.number().min(0).max(10).nullish(),
});
export type DoneExercise = z.infer<typeof DoneExercise>;

/** Where a session can be done. */
export const StrengthPlace = z.enum(["gym", "home", "track"]);
export type StrengthPlace = z.infer<typeof StrengthPlace>;

/** Heavy: 4–8 repetitions, the last one tough; light: 12–15 or body weight (two templates, by level). */
export const StrengthLoad = z.enum(["heavy", "light"]);
export type StrengthLoad = z.infer<typeof StrengthLoad>;

/** The same names as a season's phases. */
export type StrengthPhase = "base" | "build" | "speed" | "peak" | "race" | "recovery" | "free";

/** A dosed session without running: strength, plyometrics, drills, activation, mobility or prehab (M82–M105). */
export const StrengthSession = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(["strength", "plyometrics", "drills", "mobility"]),
  place: StrengthPlace,
  load: StrengthLoad,
  level: Level,
  purpose: z.string(),
  sets: z.array(ExerciseSet).min(1),
  /** Rest between sets, seconds. */
  restS: z.number(),
  perWeekLow: z.number(),
  perWeekHigh: z.number(),
  /** Only on legs that did nothing hard the day before (M95). */
  fresh: z.boolean(),
  source: z.array(z.string()),
  ownNumbers: z.boolean(),
});
export type StrengthSession = z.infer<typeof StrengthSession>;
