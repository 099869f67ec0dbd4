import { EDITED_COLUMNS, type EditedColumns, type PlannedWorkoutRow } from "@repo/db/queries";

/** A row before or after an edit; `table` says of what. */
export type Snapshot = Record<string, unknown>;

/** What an edit can change of a workout, and whether it was done: an undo must find it as the edit left it. */
export function snapshotOf(row: PlannedWorkoutRow): Snapshot {
  const columns = EDITED_COLUMNS.map((name) => {
    const value = row[name];
    return [name, value instanceof Date ? value.toISOString() : value];
  });
  return { table: "workout", id: row.id, ...Object.fromEntries(columns) };
}

/** The columns to write so that a workout is as the snapshot says; what it does not say stays as it is. */
export function columnsOf(snapshot: Snapshot, row: PlannedWorkoutRow): EditedColumns {
  const columns = EDITED_COLUMNS.map((name) => [name, name in snapshot ? snapshot[name] : row[name]]);
  return {
    ...(Object.fromEntries(columns) as EditedColumns),
    editedAt: instantOf(snapshot.editedAt),
    deletedAt: instantOf(snapshot.deletedAt),
  };
}

/** Whether a row still is what an edit made of it. */
export function isAsLeft(row: PlannedWorkoutRow, snapshot: Snapshot): boolean {
  const now = snapshotOf(row);
  const said = Object.fromEntries(Object.keys(snapshot).map((name) => [name, now[name]]));
  return canonical(said) === canonical(snapshot);
}

/** PostgreSQL reorders the keys of jsonb. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function instantOf(value: unknown): Date | null {
  return typeof value === "string" ? new Date(value) : null;
}
