import { AppError } from "@repo/core/errors";
import {
  type DayBandRow,
  lockDayBands,
  lockPlannedWorkouts,
  type PlanEditRow,
  updateDayBand,
  updatePlannedWorkouts,
  updateSeasonWeekTargets,
  updateWaiverEnd,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { LoadedSeason } from "./load-season.ts";
import { restoreSeason } from "./season-snapshot.ts";
import { columnsOf, isAsLeft, type Snapshot } from "./snapshot.ts";

type Kept = Pick<PlanEditRow, "seasonId" | "before" | "after">;

/**
 * Writes every row of an edit back as it was before, order included.
 *
 * @param loaded the edit's season, where it touched more of it than days
 * @returns the days whose workouts changed
 * @throws AppError CONFLICT when what the edit made was changed or done since
 */
export async function restoreEdit(
  ctx: ServiceContext,
  of: { athleteId: string; edit: Kept; loaded: LoadedSeason | null },
): Promise<string[]> {
  const { athleteId, edit, loaded } = of;
  const dates = await restoreWorkouts(ctx, athleteId, edit);
  await restoreBands(ctx, athleteId, edit);
  const weeks = edit.before.filter(({ table }) => table === "week");
  await updateSeasonWeekTargets(
    ctx.db,
    athleteId,
    weeks.map((was) => ({
      seasonId: String(was.seasonId ?? edit.seasonId),
      startsOn: String(was.start),
      targetKm: typeof was.targetKm === "number" ? was.targetKm : null,
    })),
  );
  for (const was of edit.before) {
    if (was.table === "waiver") {
      const endedAt = was.holds ? null : ctx.now;
      await updateWaiverEnd(ctx.db, athleteId, { id: String(was.id), endedAt });
    }
    if (was.table === "season" && loaded) await restoreSeason(ctx, loaded, was);
  }
  return dates;
}

async function restoreWorkouts(ctx: ServiceContext, athleteId: string, edit: Kept): Promise<string[]> {
  const snapshots = edit.before.filter(({ table }) => table === "workout");
  if (snapshots.length === 0) return [];
  const ids = snapshots.map(({ id }) => String(id));
  const rows = new Map((await lockPlannedWorkouts(ctx.db, athleteId, ids)).map((row) => [row.id, row]));
  const left = new Map(
    edit.after.filter(({ table }) => table === "workout").map((snapshot) => [snapshot.id, snapshot]),
  );
  const dates: string[] = [];
  const wanted = snapshots.map((was) => {
    const row = rows.get(String(was.id));
    const asLeft = left.get(was.id);
    if (!row || !asLeft || !isAsLeft(row, asLeft)) throw changedSince(row?.title);
    dates.push(row.localDate, String(was.localDate));
    return { ...columnsOf(was, row), id: row.id, version: row.version };
  });
  const written = await updatePlannedWorkouts(ctx.db, athleteId, wanted);
  if (written.length < wanted.length) throw changedSince(undefined);
  return dates;
}

async function restoreBands(ctx: ServiceContext, athleteId: string, edit: Kept): Promise<void> {
  const snapshots = edit.before.filter(({ table }) => table === "band");
  if (snapshots.length === 0) return;
  const rows = await lockDayBands(
    ctx.db,
    athleteId,
    snapshots.map(({ id }) => String(id)),
  );
  const left = new Map(edit.after.filter(({ table }) => table === "band").map((each) => [each.id, each]));
  for (const was of snapshots) {
    const row = rows.find(({ id }) => id === was.id);
    const asLeft = left.get(was.id);
    if (!row || !asLeft || JSON.stringify(plainBand(row)) !== JSON.stringify(plainBand(asLeft as never))) {
      throw changedSince(undefined);
    }
    const { kind, startsOn, endsOn, note, deletedAt } = was as Snapshot & DayBandRow;
    const restored = { kind, startsOn, endsOn, note, deletedAt: deletedAt ? new Date(deletedAt) : null };
    await updateDayBand(ctx.db, athleteId, row, restored);
  }
}

/** A band before or after an edit. */
export function bandSnapshot(row: DayBandRow): Snapshot {
  return { table: "band", id: row.id, ...plainBand(row) };
}

function plainBand({ kind, startsOn, endsOn, note, deletedAt }: DayBandRow) {
  return { kind, startsOn, endsOn, note, deletedAt: deletedAt ? new Date(deletedAt).toISOString() : null };
}

function changedSince(title: string | undefined): AppError {
  const what = title ? `“${title}” was` : "Something it touched was";
  return new AppError(
    "CONFLICT",
    `${what} changed or done since, so this edit cannot be undone. Change it by hand instead.`,
  );
}
