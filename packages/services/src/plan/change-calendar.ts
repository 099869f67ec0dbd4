import { weekStartOf } from "@repo/core/calendar";
import { isRun } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import { newId } from "@repo/db";
import {
  type CalendarBand,
  type CalendarWorkout,
  type EditedColumns,
  insertPlanEdit,
  insertPlannedWorkouts,
  markForJudging,
  type PlannedWorkoutRow,
  updatePlannedWorkouts,
  updateSeasonWeekTargets,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { refreshSummary } from "@repo/services/load";
import type { z } from "zod";
import { excuseUnderBands, writeBands } from "./calendar-bands.ts";
import { type CalendarBasis, calendarBasis } from "./calendar-basis.ts";
import { ChangeCalendarInput } from "./calendar-inputs.ts";
import { changedDrafts, type Draft, draftWorkouts } from "./calendar-rows.ts";
import { conflict } from "./edit-plan.ts";
import { findingsAfter, findingsOf } from "./findings-of.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { checkOptions, type ShownFinding, shownFindings, shownWorkout } from "./shown-season.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/** What a change made of a calendar, and what the rules say now of the seasons it touched. */
export type ChangedCalendar = {
  workouts: CalendarWorkout[];
  /** Workouts and bands that are not there any more. */
  removed: string[];
  bands: CalendarBand[];
  findings: { seasonId: string; findings: ShownFinding[] }[];
  lastEdit: { id: string; kind: string; summary: string } | null;
};

/**
 * Changes an athlete's calendar: moves, adds, edits, removes workouts, lays bands over days. All of it or nothing; the
 * rows before and after are kept for undo; the rules look again only where it reached.
 * @throws AppError NOT_FOUND; INVALID; CONFLICT with the workout as it is now
 */
export function changeCalendar(
  ctx: ServiceContext,
  input: z.input<typeof ChangeCalendarInput>,
): Promise<ChangedCalendar> {
  const request = ChangeCalendarInput.parse(input);
  return once(ctx, { ...request, request }, () => changeCalendarNow(ctx, request));
}

/** The same, however often: for whoever takes it back again. */
export async function changeCalendarNow(
  ctx: ServiceContext,
  request: Omit<z.output<typeof ChangeCalendarInput>, "mutationId">,
): Promise<ChangedCalendar> {
  const { athleteId, ops } = request;
  const basis = await calendarBasis(ctx, athleteId, ops);
  await requireVersions(ctx, basis, ops);
  const drafts = draftWorkouts(basis, ops, ctx.now);
  const bands = await writeBands(ctx, basis, ops);
  excuseUnderBands(basis, bands.rows, drafts);
  const changed = changedDrafts(drafts);
  const seasons = await touchedSeasons(ctx, basis, { changed, bands: bands.rows });
  const rows = await write(ctx, basis, changed);
  const targets = weekTargetsAfter(changed, seasons);
  await updateSeasonWeekTargets(
    ctx.db,
    athleteId,
    targets.map(({ was: _, ...week }) => week),
  );
  const edit = {
    id: newId(),
    seasonId:
      seasons.length === 1 && changed.every(isIn(seasons[0]))
        ? (seasons[0]?.outline.season.id ?? null)
        : null,
    authorId: ctx.actor.userId,
    kind: request.kind,
    summary: summaryOf(request.kind, changed, bands.rows.length),
  };
  const before = [
    ...changed.map(beforeOf(rows, ctx.now)),
    ...bands.before,
    ...targets.map(weekSnapshot("was")),
  ];
  const after = [...rows.values()].map(snapshotOf);
  await insertPlanEdit(ctx.db, athleteId, {
    ...edit,
    before,
    after: [...after, ...bands.after, ...targets.map(weekSnapshot("targetKm"))],
  });
  await calendarChanged(ctx, basis);
  const dates = changed.flatMap(({ row, columns }) => [
    row?.localDate ?? columns.localDate,
    columns.localDate,
  ]);
  return {
    workouts: [...rows.values()].filter(({ deletedAt }) => deletedAt === null).map(calendarWorkout),
    removed: [
      ...[...rows.values()].filter(({ deletedAt }) => deletedAt !== null),
      ...bands.rows.filter(({ deletedAt }) => deletedAt !== null),
    ].map(({ id }) => id),
    bands: bands.rows.filter(({ deletedAt }) => deletedAt === null).map(calendarBand),
    findings: await findingsOfSeasons(ctx, seasons, dates),
    lastEdit: { id: edit.id, kind: edit.kind, summary: edit.summary },
  };
}

async function requireVersions(
  ctx: ServiceContext,
  basis: CalendarBasis,
  ops: z.infer<typeof ChangeCalendarInput>["ops"],
): Promise<void> {
  for (const op of ops) {
    if (op.op !== "move" && op.op !== "edit" && op.op !== "remove") continue;
    const row = basis.rows.get(op.id);
    if (!row || row.deletedAt !== null || row.version !== op.version) {
      throw await conflict(ctx, basis.athleteId, op.id);
    }
  }
}

const isIn = (season: LoadedSeason | undefined) => (draft: Draft) => {
  const id = season?.outline.season.id;
  return draft.columns.seasonId === id && (draft.row === null || draft.row.seasonId === id);
};

/** The seasons whose verdicts may change, as they were before; their findings are known from then on. */
async function touchedSeasons(
  ctx: ServiceContext,
  basis: CalendarBasis,
  { changed, bands }: { changed: readonly Draft[]; bands: readonly { startsOn: string; endsOn: string }[] },
): Promise<LoadedSeason[]> {
  const ids = new Set(changed.flatMap(({ row, columns }) => [row?.seasonId, columns.seasonId]));
  for (const { id, startsOn, endsOn } of basis.seasons) {
    if (bands.some((band) => band.startsOn <= endsOn && band.endsOn >= startsOn)) ids.add(id);
  }
  const known = basis.seasons.filter(({ id }) => ids.has(id));
  const loaded: LoadedSeason[] = [];
  for (const { id } of known) {
    const season = await loadSeason(ctx, { athleteId: basis.athleteId, seasonId: id });
    findingsOf(season.season, checkOptions(season));
    loaded.push(season);
  }
  return loaded;
}

/** What the rules say of seasons after an edit of some days. */
export async function findingsOfSeasons(
  ctx: ServiceContext,
  before: readonly LoadedSeason[],
  dates: readonly string[],
): Promise<ChangedCalendar["findings"]> {
  const all: ChangedCalendar["findings"] = [];
  for (const { athleteId, outline, season } of before) {
    const now = await loadSeason(ctx, { athleteId, seasonId: outline.season.id });
    const findings = findingsAfter({ before: season, after: now.season, dates }, checkOptions(now));
    all.push({ seasonId: outline.season.id, findings: shownFindings(now, findings) });
  }
  return all;
}

async function write(
  ctx: ServiceContext,
  { athleteId, orgId }: CalendarBasis,
  changed: readonly Draft[],
): Promise<Map<string, PlannedWorkoutRow>> {
  const old = changed.flatMap(({ row, columns }) =>
    row ? [{ ...columns, id: row.id, version: row.version }] : [],
  );
  const fresh = changed.filter(({ row }) => row === null);
  const written = await updatePlannedWorkouts(ctx.db, athleteId, old);
  if (written.length < old.length) {
    const lost = old.find(({ id }) => !written.some((row) => row.id === id));
    throw await conflict(ctx, athleteId, lost?.id ?? "");
  }
  const author = { orgId, authorId: ctx.actor.userId };
  const made = await insertPlannedWorkouts(
    ctx.db,
    athleteId,
    fresh.map(({ id, columns }) => ({ ...columns, ...author, id, seasonKey: columns.seasonId ? id : null })),
  );
  return new Map([...written, ...made].map((row) => [row.id, row]));
}

type Target = { seasonId: string; startsOn: string; targetKm: number | null; was: number | null };

/** A week's target follows an edit by the kilometres it brought or took. */
function weekTargetsAfter(changed: readonly Draft[], seasons: readonly LoadedSeason[]): Target[] {
  const deltas = new Map<string, number>();
  const count = (
    columns: Pick<EditedColumns, "seasonId" | "localDate" | "deletedAt" | "kind" | "distanceM">,
    sign: number,
  ) => {
    const kind = WorkoutKind.catch("rest").parse(columns.kind);
    if (columns.deletedAt !== null || columns.seasonId === null || !isRun(kind)) return;
    const key = `${columns.seasonId} ${weekStartOf(columns.localDate)}`;
    deltas.set(key, (deltas.get(key) ?? 0) + (sign * (columns.distanceM ?? 0)) / 1_000);
  };
  for (const { row, columns } of changed) {
    if (row) count(row, -1);
    count(columns, 1);
  }
  return [...deltas].flatMap(([key, change]) => {
    const [seasonId = "", startsOn = ""] = key.split(" ");
    const season = seasons.find(({ outline }) => outline.season.id === seasonId);
    const week = season?.season.weeks.find(({ start }) => start === startsOn);
    if (week?.targetKm == null || Math.abs(change) < 0.05) return [];
    const targetKm = Math.max(0, Math.round((week.targetKm + change) * 10) / 10);
    return [{ seasonId, startsOn, targetKm, was: week.targetKm }];
  });
}

const weekSnapshot =
  (side: "was" | "targetKm") =>
  (target: Target): Snapshot => ({
    table: "week",
    seasonId: target.seasonId,
    start: target.startsOn,
    targetKm: target[side],
  });

const beforeOf =
  (rows: ReadonlyMap<string, PlannedWorkoutRow>, now: Date) =>
  ({ id, row }: Draft): Snapshot => {
    if (row) return snapshotOf(row);
    const made = rows.get(id);
    if (!made) throw new RangeError("a new workout was not stored");
    return { ...snapshotOf(made), deletedAt: now.toISOString() };
  };

/** What follows from a changed calendar: ribbon and squares of the roster, and a new judgement. */
export async function calendarChanged(
  ctx: ServiceContext,
  { athleteId, today }: Pick<CalendarBasis, "athleteId" | "today">,
): Promise<void> {
  await markForJudging(ctx.db, athleteId);
  await refreshSummary(ctx.db, athleteId, today);
}

const DONE: Readonly<Record<string, string>> = {
  move: "moved",
  add: "added",
  edit: "changed",
  remove: "taken off the plan",
  paste: "pasted",
  shift: "shifted",
  clear: "cleared",
  repeat: "repeated",
  fix: "changed",
};

function summaryOf(kind: string, changed: readonly Draft[], bands: number): string {
  if (kind === "band") return bands === 1 ? "Days marked" : `${bands} notes changed`;
  const [first] = changed;
  const what = changed.length === 1 && first ? first.columns.title : `${changed.length} workouts`;
  return `${what} ${DONE[kind] ?? "changed"}`;
}

/** Grades whose reason the calendar says. */
const UNLIKE_PLANNED: ReadonlySet<string> = new Set(["short", "long", "far-off"]);

/** A workout's row as the calendar shows it. */
export function calendarWorkout(row: PlannedWorkoutRow): CalendarWorkout {
  const { edited: _, ...shown } = shownWorkout(row);
  const { grade, reason } = (row.grade ?? {}) as { grade?: string; reason?: string };
  const gradeReason = grade !== undefined && UNLIKE_PLANNED.has(grade) ? (reason ?? null) : null;
  return { ...shown, gradeReason, seasonId: row.seasonId, draft: !row.isAssigned, comments: 0, unread: 0 };
}

export function calendarBand({
  id,
  version,
  kind,
  startsOn,
  endsOn,
  note,
}: {
  id: string;
  version: number;
  kind: CalendarBand["kind"];
  startsOn: string;
  endsOn: string;
  note: string | null;
}): CalendarBand {
  return { id, version, kind, from: startsOn, to: endsOn, note };
}
