import { Activity } from "@repo/core/activities";
import { Athlete } from "@repo/core/athlete";
import { Result } from "@repo/core/results";
import { PlannedWorkout, Season } from "@repo/core/season";
import { CheckIn } from "@repo/core/wellness";
import { z } from "zod";

/** The athlete history file (`mesocycle/athlete-history`, version 1): everything one athlete owns. */
export const AthleteHistory = z.looseObject({
  format: z.literal("mesocycle/athlete-history"),
  version: z.literal(1),
  athlete: Athlete.default({}),
  activities: z.array(Activity).max(100_000).default([]),
  wellness: z.array(CheckIn).max(40_000).default([]),
  results: z.array(Result).max(10_000).default([]),
  season: Season.nullish(),
  /** Workouts planned beside the season: before or after its weeks, or without any. */
  planned: z.array(PlannedWorkout).max(20_000).nullish(),
});
export type AthleteHistory = z.infer<typeof AthleteHistory>;
