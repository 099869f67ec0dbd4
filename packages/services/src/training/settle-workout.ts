import { getActivity, getPlannedWorkout, updatePlannedWorkout } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

type Settled = {
  activityId: string;
  plannedWorkoutId: string | null;
  /** What the athlete said; null leaves what was said before. */
  outcome: "done" | "changed" | null;
};

/** Marks the planned workout of an activity as done or changed; null when the activity has none. */
export async function settleWorkout(
  ctx: ServiceContext,
  settled: Settled,
): Promise<"done" | "changed" | null> {
  const athleteId = ctx.actor.userId;
  if (settled.plannedWorkoutId === null) return null;
  const [workout, activity] = [
    await getPlannedWorkout(ctx.db, athleteId, settled.plannedWorkoutId),
    await getActivity(ctx.db, athleteId, settled.activityId),
  ];
  if (!workout || !activity) return null;
  const said = settled.outcome ?? (workout.status === "changed" ? "changed" : "done");
  await updatePlannedWorkout(ctx.db, athleteId, workout, { status: said, statusReason: null });
  return said;
}

/** Gives a planned workout back to the plan when what was done for it is gone. */
export async function releaseWorkout(ctx: ServiceContext, plannedWorkoutId: string): Promise<void> {
  const workout = await getPlannedWorkout(ctx.db, ctx.actor.userId, plannedWorkoutId);
  if (!workout) return;
  await updatePlannedWorkout(ctx.db, ctx.actor.userId, workout, {
    status: "planned",
    statusReason: null,
    grade: null,
  });
}
