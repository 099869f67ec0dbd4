import { and, eq, isNull, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { plannedWorkouts } from "../schema/index.ts";

/** Why a workout is excused whose day was over before its athlete could know of it. */
export const BEFORE_ASSIGNED = "unassigned";

/** Workouts of days before one, of which nothing was said: their athlete has seen them too late to miss them. */
export async function excuseBefore(
  tx: Tx,
  athleteId: string,
  { seasonId, day }: { seasonId: string; day: string },
): Promise<void> {
  await tx
    .update(plannedWorkouts)
    .set({
      status: "excused",
      statusReason: BEFORE_ASSIGNED,
      version: sql`${plannedWorkouts.version} + 1`,
    })
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        eq(plannedWorkouts.seasonId, seasonId),
        eq(plannedWorkouts.status, "planned"),
        isNull(plannedWorkouts.deletedAt),
        lt(plannedWorkouts.localDate, day),
        ne(plannedWorkouts.kind, "rest"),
      ),
    );
}
