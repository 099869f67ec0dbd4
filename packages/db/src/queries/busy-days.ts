import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activities, plannedWorkouts } from "../schema/index.ts";

/**
 * Which of some days an athlete has an activity or an assigned workout on, and which of some source keys are taken, by
 * deleted activities too: what a new recording must be compared with.
 */
export async function findBusyDays(
  db: Tx,
  athleteId: string,
  asked: { days: readonly string[]; sourceKeys: readonly string[] },
): Promise<{ days: Set<string>; sourceKeys: Set<string> }> {
  const days = [...new Set(asked.days)];
  const rows = await db
    .select({ day: activities.localDate, sourceKey: activities.sourceKey, deletedAt: activities.deletedAt })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, athleteId),
        or(
          and(inArray(activities.localDate, days), isNull(activities.deletedAt)),
          inArray(activities.sourceKey, [...asked.sourceKeys]),
        ),
      ),
    );
  const planned = await db
    .selectDistinct({ day: plannedWorkouts.localDate })
    .from(plannedWorkouts)
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        inArray(plannedWorkouts.localDate, days),
        isNull(plannedWorkouts.deletedAt),
        eq(plannedWorkouts.isAssigned, true),
      ),
    );
  return {
    days: new Set([
      ...rows.filter(({ deletedAt }) => deletedAt === null).map(({ day }) => day),
      ...planned.map(({ day }) => day),
    ]),
    sourceKeys: new Set(rows.flatMap(({ sourceKey }) => sourceKey ?? [])),
  };
}
