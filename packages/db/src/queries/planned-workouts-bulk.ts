import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { plannedWorkouts } from "../schema/index.ts";
import type { PlannedWorkoutRow } from "./planned-workouts.ts";

/** What an edit of a plan can change of a workout, each with its type in the database. */
const COLUMNS = {
  seasonId: ["season_id", "uuid"],
  localDate: ["local_date", "date"],
  position: ["position", "smallint"],
  libraryId: ["library_id", "text"],
  kind: ["kind", "text"],
  hard: ["hard", "boolean"],
  title: ["title", "text"],
  text: ["text", "text"],
  blocks: ["blocks", "jsonb"],
  distanceM: ["distance_m", "double precision"],
  durationS: ["duration_s", "double precision"],
  loadX10: ["load_x10", "integer"],
  coachNote: ["coach_note", "text"],
  isAssigned: ["is_assigned", "boolean"],
  status: ["status", "text"],
  statusReason: ["status_reason", "text"],
  editedAt: ["edited_at", "timestamptz"],
  deletedAt: ["deleted_at", "timestamptz"],
} as const satisfies Partial<Record<keyof PlannedWorkoutRow, readonly [string, string]>>;

/** The names of those columns. */
export const EDITED_COLUMNS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
export type EditedColumns = Pick<PlannedWorkoutRow, keyof typeof COLUMNS>;

/**
 * Writes many workouts in one statement, each only if it still has the version that was read. Fewer rows come back than
 * were given when somebody changed one in between.
 */
export async function updatePlannedWorkouts(
  tx: Tx,
  athleteId: string,
  rows: readonly (EditedColumns & { id: string; version: number })[],
): Promise<PlannedWorkoutRow[]> {
  if (rows.length === 0) return [];
  const set = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, [column]]) => [name, sql.raw(`r.${column}`)]),
  ) as Record<keyof typeof COLUMNS, SQL>;
  const shape = Object.values(COLUMNS).map(([column, type]) => `${column} ${type}`);
  const json = JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      version: row.version,
      ...Object.fromEntries(
        Object.entries(COLUMNS).map(([name, [column]]) => [column, row[name as keyof EditedColumns]]),
      ),
    })),
  );
  return await tx
    .update(plannedWorkouts)
    .set({ ...set, version: sql`${plannedWorkouts.version} + 1`, updatedAt: sql`now()` })
    .from(sql`json_to_recordset(${json}::json) as r(id uuid, version integer, ${sql.raw(shape.join(", "))})`)
    .where(
      sql`${plannedWorkouts.id} = r.id and ${plannedWorkouts.version} = r.version and ${plannedWorkouts.athleteId} = ${athleteId}`,
    )
    .returning();
}
