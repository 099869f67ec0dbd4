import { Level } from "@repo/core/athlete";
import { PhaseKind, RacePriority } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import { z } from "zod";

const Day = z.number().int().min(0).max(6);

/** A workout of a cycle: its day counts from Monday, its text holds intents and is resolved for each athlete. */
export const CycleWorkout = z.strictObject({
  day: Day,
  /** Library id, null for a workout of one's own. */
  workout: z.string().max(100).nullable(),
  kind: WorkoutKind,
  hard: z.boolean(),
  title: z.string().min(1).max(300),
  text: z.string().max(10_000),
  /** Minutes of what is not run, seconds; runs are worked out from their text. */
  durationS: z.number().min(0).max(200_000).nullable(),
  /** Of what is not run; a run's is worked out. */
  load: z.number().min(0).max(20_000).nullable(),
  /** Of a race; metres. */
  distanceM: z.number().min(0).max(300_000).nullable(),
});
export type CycleWorkout = z.infer<typeof CycleWorkout>;

export const CycleWeek = z.strictObject({
  phase: PhaseKind,
  /** Running of the week as its author meant it, kilometres. */
  targetKm: z.number().min(0).max(2_000).nullable(),
  cutback: z.boolean(),
  workouts: z.array(CycleWorkout).max(60),
});
export type CycleWeek = z.infer<typeof CycleWeek>;

export const CycleRace = z.strictObject({
  /** From 0. */
  week: z.number().int().min(0).max(155),
  day: Day,
  distanceM: z.number().min(100).max(250_000),
  priority: RacePriority,
  name: z.string().max(200).nullable(),
});
export type CycleRace = z.infer<typeof CycleRace>;

/** A reusable block of weeks without dates (`mesocycle/cycle`, version 1). */
export const Cycle = z.strictObject({
  format: z.literal("mesocycle/cycle"),
  version: z.literal(1),
  /** For whom it was made; null: for anybody. */
  level: Level.nullable(),
  weeks: z.array(CycleWeek).min(1).max(156),
  races: z.array(CycleRace).max(40),
});
export type Cycle = z.infer<typeof Cycle>;
