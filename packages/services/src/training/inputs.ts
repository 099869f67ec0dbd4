import { Sport } from "@repo/core/activities";
import { IsoDate } from "@repo/core/calendar";
import { DoneExercise } from "@repo/core/strength";
import { CheckIn } from "@repo/core/wellness";
import { z } from "zod";

const Text = z
  .string()
  .trim()
  .max(5_000)
  .refine((text) => !text.includes("\u0000"), "must not hold NUL characters");
const Uuid = z.uuid();
const Exercises = z.array(DoneExercise).max(60).nullable();

/** Reasons that excuse a workout that was not done: none of them is a fault. */
export const SKIP_REASONS = [
  "ill",
  "injured",
  "tired",
  "travel",
  "work",
  "family",
  "weather",
  "other",
] as const;

/** What an athlete says of a session. Distances in metres, durations in seconds; null means not recorded. */
export const LogActivityInput = z.strictObject({
  mutationId: Uuid,
  id: Uuid,
  localDate: IsoDate,
  startAt: z.iso.datetime({ offset: true }).nullable().default(null),
  sport: Sport,
  title: Text.max(300).nullable().default(null),
  distanceM: z.number().min(0).max(400_000).nullable(),
  durationS: z.number().min(1).max(200_000),
  rpe: z.number().min(0).max(10).nullable(),
  feel: z.number().int().min(1).max(5).nullable(),
  notes: Text.nullable().default(null),
  plannedWorkoutId: Uuid.nullable().default(null),
  /** Whether the planned workout was done as meant or changed. */
  outcome: z.enum(["done", "changed"]).default("done"),
  pain: CheckIn.shape.pain.default(null),
  /** What was lifted, held or drilled; null where nothing was written down. */
  exercises: Exercises.default(null),
  /** The times of repetitions as they were typed, and how long each was in metres. */
  splits: z
    .strictObject({ text: Text.max(1_000), repM: z.number().min(50).max(5_000) })
    .nullable()
    .default(null),
});
export type LogActivityInput = z.input<typeof LogActivityInput>;

/** A change of an activity; only the fields that are given change. */
export const EditActivityInput = z.strictObject({
  mutationId: Uuid,
  id: Uuid,
  version: z.int32().positive(),
  localDate: IsoDate.optional(),
  sport: Sport.optional(),
  title: Text.max(300).nullish(),
  distanceM: z.number().min(0).max(400_000).nullish(),
  durationS: z.number().min(1).max(200_000).optional(),
  rpe: z.number().min(0).max(10).nullish(),
  feel: z.number().int().min(1).max(5).nullish(),
  notes: Text.nullish(),
  exercises: Exercises.optional(),
});
export type EditActivityInput = z.input<typeof EditActivityInput>;

export const DeleteActivityInput = z.strictObject({ mutationId: Uuid, id: Uuid });
export type DeleteActivityInput = z.input<typeof DeleteActivityInput>;

export const SkipWorkoutInput = z.strictObject({
  mutationId: Uuid,
  plannedWorkoutId: Uuid,
  reason: z.enum(SKIP_REASONS),
  note: Text.nullable().default(null),
});
export type SkipWorkoutInput = z.input<typeof SkipWorkoutInput>;

/** A day's check-in: every field but the day may be left out, which keeps what was saved before. */
export const CheckInInput = z.strictObject({
  mutationId: Uuid,
  localDate: IsoDate,
  sleepHours: CheckIn.shape.sleepHours,
  sleepQuality: CheckIn.shape.sleepQuality,
  restingHr: CheckIn.shape.restingHr,
  hrvRmssd: CheckIn.shape.hrvRmssd,
  fatigue: CheckIn.shape.fatigue,
  soreness: CheckIn.shape.soreness,
  stress: CheckIn.shape.stress,
  mood: CheckIn.shape.mood,
  motivation: CheckIn.shape.motivation,
  appetite: CheckIn.shape.appetite,
  legs: CheckIn.shape.legs,
  ill: CheckIn.shape.ill,
  pain: CheckIn.shape.pain,
  cyclePhase: CheckIn.shape.cyclePhase,
  medicalNotes: Text.nullish(),
  notes: Text.nullish(),
});
export type CheckInInput = z.input<typeof CheckInInput>;

/** Brings a deleted session back. */
export const RestoreActivityInput = z.strictObject({ mutationId: Uuid, id: Uuid });
export type RestoreActivityInput = z.input<typeof RestoreActivityInput>;

/** Parts a file from the typed session that it completed. */
export const SeparateFileInput = z.strictObject({ mutationId: Uuid, id: Uuid });
export type SeparateFileInput = z.input<typeof SeparateFileInput>;

/** Which planned workout a session was; null: none. */
export const PairActivityInput = z.strictObject({
  mutationId: Uuid,
  id: Uuid,
  version: z.int32().positive(),
  plannedWorkoutId: Uuid.nullable(),
});
export type PairActivityInput = z.input<typeof PairActivityInput>;

/** The same, said by whoever plans for the athlete. */
export const PairForAthleteInput = z.strictObject({
  athleteId: Uuid,
  mutationId: Uuid,
  activityId: Uuid,
  /** What it was paired with when it was looked at; null: with none. */
  was: Uuid.nullable(),
  plannedWorkoutId: Uuid.nullable(),
  /** Kept whatever fits better; false only to put a pairing back that nobody had made by hand. */
  isLocked: z.boolean().default(true),
});
export type PairForAthleteInput = z.input<typeof PairForAthleteInput>;

export const UnskipWorkoutInput = z.strictObject({ mutationId: Uuid, plannedWorkoutId: Uuid });
export type UnskipWorkoutInput = z.input<typeof UnskipWorkoutInput>;
