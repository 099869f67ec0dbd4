import type { PlannedWorkoutRow } from "@repo/db/queries";

/** The columns of a workout that plan edits change, as JSON keeps them. */
const COLUMNS = [
  "localDate",
  "position",
  "libraryId",
  "kind",
  "hard",
  "title",
  "text",
  "blocks",
  "distanceM",
  "durationS",
  "loadX10",
  "coachNote",
  "editedAt",
  "deletedAt",
] as const satisfies readonly (keyof PlannedWorkoutRow)[];

/** A row before or after an edit; `table` says of what. */
export type Snapshot = Record<string, unknown>;

/** What an edit can change of a workout, and whether it was done: an undo must find it as the edit left it. */
export function snapshotOf(row: PlannedWorkoutRow): Snapshot {
  const columns = COLUMNS.map((name) => {
    const value = row[name];
    return [name, value instanceof Date ? value.toISOString() : value];
  });
  return { table: "workout", id: row.id, status: row.status, ...Object.fromEntries(columns) };
}

/** The columns to write so that a workout is as the snapshot says. */
export function columnsOf(snapshot: Snapshot): Partial<PlannedWorkoutRow> {
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, snapshot[name]]));
  return {
    ...columns,
    editedAt: instantOf(snapshot.editedAt),
    deletedAt: instantOf(snapshot.deletedAt),
  } as Partial<PlannedWorkoutRow>;
}

/** Whether a row still is what an edit made of it. */
export function isAsLeft(row: PlannedWorkoutRow, snapshot: Snapshot): boolean {
  return canonical(snapshotOf(row)) === canonical(snapshot);
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
