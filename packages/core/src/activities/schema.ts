import { IsoDate } from "@repo/core/calendar";
import { DoneExercise } from "@repo/core/strength";
import { z } from "zod";

export const Sport = z.enum(["run", "ride", "swim", "walk", "hike", "strength", "mobility", "other"]);
export type Sport = z.infer<typeof Sport>;

const Bpm = z.number().min(20).max(250);
const DurationS = z
  .number()
  .min(0)
  .max(40 * 86_400);
const DistanceM = z.number().min(0).max(2_000_000);

export const Lap = z.looseObject({
  kind: z.enum(["warmup", "work", "rest", "cooldown"]).nullish(),
  durationS: DurationS.nullish(),
  distanceM: DistanceM.nullish(),
  avgHr: Bpm.nullish(),
});
export type Lap = z.infer<typeof Lap>;

/** What was done. `rpe` is CR10 (0–10), `feel` runs 1 (poor) to 5 (great); null or absent means not recorded. */
export const Activity = z.looseObject({
  id: z.string().min(1).max(200),
  date: IsoDate,
  startTime: z.string().max(40).nullish(),
  sport: Sport,
  title: z.string().max(500).nullish(),
  distanceM: DistanceM.nullish(),
  durationS: DurationS,
  elevationGainM: z.number().min(0).max(30_000).nullish(),
  avgHr: Bpm.nullish(),
  maxHr: Bpm.nullish(),
  rpe: z.number().min(0).max(10).nullish(),
  feel: z.number().min(1).max(5).nullish(),
  plannedWorkoutId: z.string().max(200).nullish(),
  /** A person said that it was none of the plan: it is paired with no workout, however well one fits. */
  unpaired: z.boolean().nullish(),
  notes: z.string().max(20_000).nullish(),
  laps: z.array(Lap).max(5_000).nullish(),
  /** What was lifted, held or drilled, exercise by exercise. */
  exercises: z.array(DoneExercise).max(60).nullish(),
});
export type Activity = z.infer<typeof Activity>;
