import {
  getActivity,
  getPlannedWorkout,
  listActivitiesOfWorkout,
  updatePlannedWorkout,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { gradeWorkout } from "./grade-workout.ts";

type Settled = {
  athleteId: string;
  activityId: string;
  plannedWorkoutId: string | null;
  /** What the athlete said; null leaves what was said before. */
  outcome: "done" | "changed" | null;
};

/** Marks the planned workout of an activity as done or changed, and grades it; null when the activity has none. */
export async function settleWorkout(
  ctx: ServiceContext,
  settled: Settled,
): Promise<"done" | "changed" | null> {
  const { athleteId } = settled;
  if (settled.plannedWorkoutId === null) return null;
  const [workout, activity] = [
    await getPlannedWorkout(ctx.db, athleteId, settled.plannedWorkoutId),
    await getActivity(ctx.db, athleteId, settled.activityId),
  ];
  if (!workout || !activity) return null;
  const said = settled.outcome ?? (workout.status === "changed" ? "changed" : "done");
  const grade = await gradeWorkout(ctx, { workout, activity, said });
  await updatePlannedWorkout(ctx.db, athleteId, workout, { status: said, statusReason: null, grade });
  return said;
}

/** Gives a planned workout back to the plan when what was done for it is gone; another activity may still stand for it. */
export async function releaseWorkout(
  ctx: ServiceContext,
  { athleteId, plannedWorkoutId }: { athleteId: string; plannedWorkoutId: string },
): Promise<void> {
  const [other] = await listActivitiesOfWorkout(ctx.db, athleteId, plannedWorkoutId);
  if (other) {
    await settleWorkout(ctx, { athleteId, activityId: other.id, plannedWorkoutId, outcome: null });
    return;
  }
  const workout = await getPlannedWorkout(ctx.db, athleteId, plannedWorkoutId);
  if (!workout) return;
  await updatePlannedWorkout(ctx.db, athleteId, workout, {
    status: "planned",
    statusReason: null,
    grade: null,
  });
}
