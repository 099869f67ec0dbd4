import type { Activity } from "@repo/core/activities";
import { type Compliance, compareActivity } from "@repo/core/compliance";
import { pacingOf } from "@repo/core/paces";
import {
  type ActivityRow,
  getAthlete,
  listLaps,
  listResults,
  type PlannedWorkoutRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { activityOf, plannedOf } from "@repo/services/history";

type Pair = {
  workout: PlannedWorkoutRow;
  activity: ActivityRow;
  /** What the athlete said of it: a change on purpose is never graded as a fault. */
  said: "done" | "changed";
};

/** What was done held against what was meant, with the paces and heart rates known on that day. */
export async function gradeWorkout(
  ctx: ServiceContext,
  { workout, activity, said }: Pair,
): Promise<Compliance> {
  const { athleteId } = workout;
  const athlete = await getAthlete(ctx.db, athleteId);
  const results = await listResults(ctx.db, athleteId);
  const done: Activity = activityOf(activity, await listLaps(ctx.db, athleteId, [activity.id]));
  const pacing = pacingOf({
    asOf: workout.localDate,
    results: results.map(({ localDate: date, kind, distanceM, timeS }) => ({ date, kind, distanceM, timeS })),
    athlete: {
      maxHr: athlete?.maxHrBpm,
      restingHr: athlete?.restingHrBpm,
      thresholdHr: athlete?.thresholdHrBpm,
      thresholdPaceSPerKm: athlete?.thresholdPaceSPerKm,
    },
  });
  const note = said === "changed" ? ({ kind: "adapted" } as const) : null;
  return compareActivity(plannedOf(workout), done, done.laps ?? [], { pacing, note });
}
