import { AppError } from "@repo/core/errors";
import { EDITED_COLUMNS, type EditedColumns, type PlannedWorkoutRow } from "@repo/db/queries";
import type { CalendarBasis } from "./calendar-basis.ts";
import { contentOfEdit, contentOfNew } from "./calendar-content.ts";
import type { CalendarOp } from "./calendar-inputs.ts";
import { isSeenTooLate, SEEN_TOO_LATE } from "./seen-too-late.ts";

/** A workout as it will be; `row` is what it was, null for a new one. */
export type Draft = { id: string; row: PlannedWorkoutRow | null; columns: EditedColumns };

const NEW: Pick<EditedColumns, "deletedAt" | "status" | "statusReason"> = {
  deletedAt: null,
  status: "planned",
  statusReason: null,
};

/**
 * Works out what a change makes of an athlete's workouts; nothing is written.
 * @throws AppError NOT_FOUND, INVALID; a version that does not fit is the caller's to find
 */
export function draftWorkouts(
  basis: CalendarBasis,
  ops: readonly CalendarOp[],
  now: Date,
): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const row of basis.rows.values()) drafts.set(row.id, { id: row.id, row, columns: columnsOf(row) });
  for (const op of ops) {
    if (op.op === "add") drafts.set(op.id, { id: op.id, row: null, columns: added(basis, op, now, drafts) });
    if (op.op === "move" || op.op === "edit" || op.op === "remove") {
      const draft = drafts.get(op.id);
      if (!draft?.row) throw new AppError("NOT_FOUND", "There is no such workout.");
      requireOpen(draft.row);
      draft.columns = { ...draft.columns, ...stepOf(basis, op, { draft, drafts, now }), editedAt: now };
      if (op.op === "move" && op.place !== undefined) reorder(drafts, draft, op.place);
    }
  }
  return drafts;
}

/** The drafts that differ from what is stored. */
export function changedDrafts(drafts: ReadonlyMap<string, Draft>): Draft[] {
  return [...drafts.values()].filter(
    ({ row, columns }) => row === null || EDITED_COLUMNS.some((name) => row[name] !== columns[name]),
  );
}

function columnsOf(row: PlannedWorkoutRow): EditedColumns {
  return Object.fromEntries(EDITED_COLUMNS.map((name) => [name, row[name]])) as EditedColumns;
}

type Step = { draft: Draft; drafts: ReadonlyMap<string, Draft>; now: Date };

function stepOf(
  basis: CalendarBasis,
  op: Extract<CalendarOp, { op: "move" | "edit" | "remove" }>,
  { draft, drafts, now }: Step,
): Partial<EditedColumns> {
  const { row, columns } = draft;
  if (op.op === "remove") return { deletedAt: now };
  if (op.op === "edit") return contentOfEdit({ ...(row as PlannedWorkoutRow), ...columns }, op, basis.pacing);
  const wasOff = columns.status === "missed" || columns.status === "excused";
  return {
    localDate: op.to,
    position: op.to === columns.localDate ? columns.position : nextPlace(drafts, op.to),
    ...homeOf(basis, op.to, columns),
    ...(wasOff && op.to >= basis.today ? { status: "planned", statusReason: null } : {}),
  };
}

function added(
  basis: CalendarBasis,
  op: Extract<CalendarOp, { op: "add" }>,
  now: Date,
  drafts: ReadonlyMap<string, Draft>,
): EditedColumns {
  if (basis.rows.has(op.id)) throw new AppError("CONFLICT", "This workout was added already.");
  const content = contentOfNew(op, basis.pacing);
  const home = homeOf(basis, op.date, { seasonId: null, isAssigned: true });
  return {
    ...NEW,
    ...home,
    ...content,
    coachNote: op.coachNote,
    ...(home.isAssigned && isSeenTooLate(basis, op) ? SEEN_TOO_LATE : {}),
    position: nextPlace(drafts, op.date),
    editedAt: now,
  };
}

/** A done workout stays where and what it was. */
function requireOpen(row: PlannedWorkoutRow): void {
  if (row.status !== "done" && row.status !== "changed") return;
  throw new AppError(
    "INVALID",
    `“${row.title}” was done already and stays as it was. Add a new one instead.`,
  );
}

/** The season a day belongs to: the workout's own while it covers the day, else the one assigned there, else none. */
function homeOf(
  { seasons }: CalendarBasis,
  date: string,
  { seasonId, isAssigned }: Pick<EditedColumns, "seasonId" | "isAssigned">,
): Pick<EditedColumns, "seasonId" | "isAssigned"> {
  const covers = (season: { startsOn: string; endsOn: string }) =>
    season.startsOn <= date && date <= season.endsOn;
  const own = seasons.find(({ id }) => id === seasonId);
  if (own && covers(own)) return { seasonId, isAssigned };
  if (own?.status === "draft") {
    throw new AppError(
      "INVALID",
      `${date} lies outside the draft “${own.name}”. Assign it first, or choose a day of it.`,
      {
        field: "to",
      },
    );
  }
  const other = seasons.findLast((season) => season.status === "assigned" && covers(season));
  return { seasonId: other?.id ?? null, isAssigned: true };
}

function nextPlace(drafts: ReadonlyMap<string, Draft>, date: string): number {
  let next = 0;
  for (const { columns } of drafts.values()) {
    if (columns.localDate === date && columns.deletedAt === null) next = Math.max(next, columns.position + 1);
  }
  return next;
}

/** Puts a workout at a place of its day; the others close up around it. */
function reorder(drafts: ReadonlyMap<string, Draft>, moved: Draft, place: number): void {
  const day = [...drafts.values()]
    .filter(
      ({ id, columns }) =>
        id !== moved.id && columns.localDate === moved.columns.localDate && columns.deletedAt === null,
    )
    .sort((a, b) => a.columns.position - b.columns.position || (a.id < b.id ? -1 : 1));
  day.splice(Math.min(place, day.length), 0, moved);
  day.forEach((draft, position) => {
    draft.columns = { ...draft.columns, position };
  });
}
