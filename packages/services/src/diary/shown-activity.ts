import type { ActivityRow } from "@repo/db/queries";

/** An activity as lists show it. */
export function shownActivity(row: ActivityRow) {
  return {
    id: row.id,
    version: row.version,
    localDate: row.localDate,
    sport: row.sport,
    title: row.title,
    distanceM: row.distanceM,
    durationS: row.durationS,
    avgHrBpm: row.avgHrBpm,
    rpe: row.rpe,
    feel: row.feel,
    source: row.source,
    plannedWorkoutId: row.plannedWorkoutId,
    load: row.loadX10 === null ? null : row.loadX10 / 10,
  };
}

export type ShownActivity = ReturnType<typeof shownActivity>;
