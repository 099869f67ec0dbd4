import { AppError } from "@repo/core/errors";
import type { PlannedWorkout, Season } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  type EditedColumns,
  insertPlanEdit,
  insertPlannedWorkouts,
  lockPlannedWorkouts,
  type PlannedWorkoutRow,
  updatePlannedWorkouts,
  updateSeasonWeekTargets,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { findingsAfter, findingsOf } from "./findings-of.ts";
import { type LoadedSeason, loadSeason, type SeasonRef } from "./load-season.ts";
import { planChanged } from "./plan-changed.ts";
import { contentOf } from "./rows-of-season.ts";
import { isSeenTooLate, SEEN_TOO_LATE } from "./seen-too-late.ts";
import {
  checkOptions,
  type ShownFinding,
  type ShownWorkout,
  shownFindings,
  shownWorkout,
} from "./shown-season.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/** What an edit changed, and what the rules say now. */
export type EditedPlan = {
  workouts: ShownWorkout[];
  /** Workouts that are not on the plan any more. */
  removed: string[];
  weeks: { start: string; targetKm: number | null }[];
  findings: ShownFinding[];
  lastEdit: { id: string; kind: string; summary: string } | null;
};

type Edit = {
  kind: string;
  summary: string;
  /** The season as it should be; workouts keep the ids they have. */
  after: Season;
  /** Days whose workouts differ. */
  dates: readonly string[];
  /** Columns that core does not know, by workout. */
  more?: ReadonlyMap<string, Partial<EditedColumns>>;
  /** The id that a workout gets which was not there before. */
  newWorkoutId?: string;
};

/**
 * Makes the stored season say what `after` says: rows that differ are written, the rows before and after are kept for
 * undo, and the rules look again at what the edit could reach.
 * @throws AppError CONFLICT when somebody changed one of the workouts in between
 */
export async function editPlan(ctx: ServiceContext, loaded: LoadedSeason, edit: Edit): Promise<EditedPlan> {
  const { athleteId, outline } = loaded;
  const seasonId = outline.season.id;
  // Known before the edit, the verdicts need checking only where the edit reaches.
  findingsOf(loaded.season, checkOptions(loaded));
  const plan = differences(ctx, loaded, edit);
  const before: Snapshot[] = [];
  const after: Snapshot[] = [];
  for (const [was, row] of await writeWorkouts(ctx, athleteId, plan.changes)) {
    before.push(snapshotOf(was));
    after.push(snapshotOf(row));
  }
  for (const row of await insertPlannedWorkouts(ctx.db, athleteId, plan.added)) {
    before.push({ ...snapshotOf(row), deletedAt: ctx.now.toISOString() });
    after.push(snapshotOf(row));
  }
  await updateSeasonWeekTargets(
    ctx.db,
    athleteId,
    plan.weeks.map(({ start: startsOn, targetKm }) => ({ seasonId, startsOn, targetKm })),
  );
  for (const week of plan.weeks) {
    before.push({ table: "week", start: week.start, targetKm: week.was });
    after.push({ table: "week", start: week.start, targetKm: week.targetKm });
  }
  if (after.length > 0) {
    const kept = {
      id: newId(),
      seasonId,
      authorId: ctx.actor.userId,
      kind: edit.kind,
      summary: edit.summary,
    };
    await insertPlanEdit(ctx.db, athleteId, { ...kept, before, after });
    await planChanged(ctx, loaded);
  }
  return await answer(ctx, loaded, edit.dates);
}

/** What changed between the season as it was loaded and as it is now. */
export async function answer(
  ctx: ServiceContext,
  before: LoadedSeason,
  dates: readonly string[],
): Promise<EditedPlan> {
  const ref: SeasonRef = { athleteId: before.athleteId, seasonId: before.outline.season.id };
  const now = await loadSeason(ctx, ref);
  const old = new Map(before.rows.map((row) => [row.id, row.version]));
  const left = new Set(now.rows.map((row) => row.id));
  const findings = findingsAfter({ before: before.season, after: now.season, dates }, checkOptions(now));
  const targets = new Map(before.season.weeks.map((week) => [week.start, week.targetKm]));
  return {
    workouts: now.rows.filter((row) => old.get(row.id) !== row.version).map(shownWorkout),
    removed: before.rows.filter((row) => !left.has(row.id)).map((row) => row.id),
    weeks: now.season.weeks
      .filter((week) => targets.get(week.start) !== week.targetKm)
      .map(({ start, targetKm }) => ({ start, targetKm })),
    findings: shownFindings(now, findings),
    lastEdit: now.outline.lastEdit,
  };
}

type Change = { row: PlannedWorkoutRow; columns: Partial<EditedColumns> };

/**
 * Writes what changes of some workouts, each with the row it was before and the one it is now.
 * @throws AppError CONFLICT when somebody changed one of them in between
 */
export async function writeWorkouts(
  ctx: ServiceContext,
  athleteId: string,
  changes: readonly Change[],
): Promise<[was: PlannedWorkoutRow, now: PlannedWorkoutRow][]> {
  const rows = changes.map(({ row, columns }) => ({ ...row, ...columns }));
  const written = new Map(
    (await updatePlannedWorkouts(ctx.db, athleteId, rows)).map((row) => [row.id, row] as const),
  );
  const lost = changes.find(({ row }) => !written.has(row.id));
  if (lost) throw await conflict(ctx, athleteId, lost.row.id);
  return changes.flatMap(({ row }) => {
    const now = written.get(row.id);
    return now ? [[row, now]] : [];
  });
}

function differences(ctx: ServiceContext, loaded: LoadedSeason, edit: Edit) {
  const rows = new Map(loaded.rows.map((row) => [row.id, row]));
  const wanted = edit.after.weeks.flatMap((week) => week.workouts);
  const positions = positionsOf(wanted, rows, new Set(edit.dates));
  const changes: Change[] = [];
  const added: Parameters<typeof insertPlannedWorkouts>[2][number][] = [];
  for (const workout of wanted) {
    const row = workout.id ? rows.get(workout.id) : undefined;
    const position = positions.get(workout) ?? 0;
    if (row) {
      const columns = changedColumns(row, { ...contentOf(workout), position, ...edit.more?.get(row.id) });
      if (columns) changes.push({ row, columns: { ...columns, editedAt: ctx.now } });
      continue;
    }
    const { id: seasonId, orgId, status } = loaded.outline.season;
    const place = { seasonId, orgId, authorId: ctx.actor.userId, isAssigned: status === "assigned" };
    const id = edit.newWorkoutId ?? newId();
    const more = edit.more?.get(edit.newWorkoutId ?? workout.id ?? "") ?? {};
    const late = place.isAssigned && isSeenTooLate(loaded, workout) ? SEEN_TOO_LATE : {};
    const fresh = { ...place, ...contentOf(workout), ...more, ...late, position, editedAt: ctx.now };
    added.push({ ...fresh, id, seasonKey: id });
  }
  const kept = new Set(wanted.map((workout) => workout.id));
  for (const row of loaded.rows) {
    if (!kept.has(row.id)) changes.push({ row, columns: { deletedAt: ctx.now } });
  }
  const targets = new Map(loaded.season.weeks.map((week) => [week.start, week.targetKm]));
  const weeks = edit.after.weeks
    .filter((week) => targets.has(week.start) && targets.get(week.start) !== week.targetKm)
    .map((week) => ({ start: week.start, targetKm: week.targetKm, was: targets.get(week.start) ?? null }));
  return { changes, added, weeks };
}

/** Places within the edited days; where the order is right already, places stay as they are. */
function positionsOf(
  wanted: readonly PlannedWorkout[],
  rows: ReadonlyMap<string, PlannedWorkoutRow>,
  dates: ReadonlySet<string>,
): Map<PlannedWorkout, number> {
  const positions = new Map<PlannedWorkout, number>();
  const days = Map.groupBy(wanted, (workout) => workout.date);
  for (const [date, day] of days) {
    const old = day.map((workout) => rows.get(workout.id ?? "")?.position ?? -1);
    const inOrder = old.every((place, at) => place >= 0 && (at === 0 || place > (old[at - 1] ?? 0)));
    day.forEach((workout, at) => {
      positions.set(workout, !dates.has(date) || inOrder ? (old[at] ?? at) : at);
    });
  }
  return positions;
}

/** Null when nothing differs. The text's blocks follow the text. */
function changedColumns(
  row: PlannedWorkoutRow,
  wanted: Partial<EditedColumns>,
): Partial<EditedColumns> | null {
  const { blocks, ...plain } = wanted;
  const different = Object.entries(plain).filter(
    ([name, value]) => row[name as keyof PlannedWorkoutRow] !== value,
  );
  if (different.length === 0) return null;
  const columns = Object.fromEntries(different) as Partial<EditedColumns>;
  return "text" in columns ? { ...columns, blocks: blocks ?? null } : columns;
}

/** The refusal for a workout that somebody changed meanwhile, with the row as it is now. */
export async function conflict(ctx: ServiceContext, athleteId: string, id: string): Promise<AppError> {
  const [row] = await lockPlannedWorkouts(ctx.db, athleteId, [id]);
  if (!row) return new AppError("NOT_FOUND", "There is no such workout.");
  const current = row.deletedAt ? null : shownWorkout(row);
  const message = current
    ? "Somebody else changed this workout meanwhile. Look at it as it is now and try again."
    : "Somebody else took this workout off the plan meanwhile. Reload the season.";
  return new AppError("CONFLICT", message, { current });
}
