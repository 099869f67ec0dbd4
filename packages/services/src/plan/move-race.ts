import { addDays, IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type MovedSeason, moveRace as moveInModel, type Season } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  insertPlanEdit,
  insertPlannedWorkouts,
  type PlannedWorkoutRow,
  replaceSeasonOutline,
  updateSeason,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { answer, type EditedPlan, writeWorkouts } from "./edit-plan.ts";
import { findingsOf } from "./findings-of.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { planChanged } from "./plan-changed.ts";
import { outlineRows, workoutRows } from "./rows-of-season.ts";
import { seasonSnapshot } from "./season-snapshot.ts";
import { checkOptions } from "./shown-season.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

const move = {
  athleteId: z.uuid(),
  seasonId: z.uuid(),
  from: IsoDate,
  to: IsoDate,
  distanceM: z.number().positive().optional(),
};
export const PreviewRaceMoveInput = z.strictObject(move);
export const MoveRaceInput = z.strictObject({
  ...move,
  mutationId: z.uuid(),
  version: z.int32().positive(),
});

/**
 * What moving a race would change and break, nothing stored.
 * @throws AppError NOT_FOUND, INVALID
 */
export async function previewRaceMove(ctx: ServiceContext, input: z.input<typeof PreviewRaceMoveInput>) {
  const loaded = await loadSeason(ctx, input);
  return whatChanges(loaded, movedSeason(loaded, input));
}

/** What a season laid out anew would change and break. */
export function whatChanges(loaded: LoadedSeason, moved: MovedSeason) {
  const findings = findingsOf(moved.season, checkOptions(loaded));
  const before = new Set(
    findingsOf(loaded.season, checkOptions(loaded)).map(({ rule, title }) => rule + title),
  );
  return {
    changedWeeks: moved.changedWeeks,
    broken: moved.broken,
    newFindings: findings.filter(({ rule, title, waived }) => !waived && !before.has(rule + title)),
    keptWorkouts: loaded.rows.filter((row) => isKept(row, cutOf(loaded))).length,
    phases: moved.season.phases,
    weeks: moved.season.weeks.map(({ start, phase, targetKm, cutback }) => ({
      start,
      phase,
      targetKm,
      cutback,
    })),
    races: moved.season.request?.races ?? [],
  };
}

/**
 * Moves a race and lays out the weeks from now on anew. Workouts that a person edited or that were done stay on
 * their day.
 * @throws AppError NOT_FOUND, INVALID, CONFLICT
 */
export function moveRace(ctx: ServiceContext, input: z.input<typeof MoveRaceInput>): Promise<EditedPlan> {
  const request = MoveRaceInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const { season } = movedSeason(loaded, request);
    const summary = `Race moved to ${request.to}`;
    return await layOutAnew(ctx, loaded, { season, version: request.version, summary, kind: "move-race" });
  });
}

type Anew = { season: Season; version: number; summary: string; kind: string };

/** Stores a season laid out anew, with the rows before and after for undo. */
export async function layOutAnew(ctx: ServiceContext, loaded: LoadedSeason, anew: Anew): Promise<EditedPlan> {
  const was = seasonSnapshot(loaded.outline);
  await writeSeason(ctx, loaded, anew);
  const workouts = await replaceWorkouts(ctx, loaded, anew.season);
  await insertPlanEdit(ctx.db, loaded.athleteId, {
    id: newId(),
    seasonId: loaded.outline.season.id,
    authorId: ctx.actor.userId,
    kind: anew.kind,
    summary: anew.summary,
    before: [...workouts.before, was],
    after: [...workouts.after, { table: "season" }],
  });
  await planChanged(ctx, loaded);
  return await answer(ctx, loaded, []);
}

function movedSeason(
  loaded: LoadedSeason,
  to: { from: string; to: string; distanceM?: number },
): MovedSeason {
  const { from, to: day, distanceM } = to;
  if (day < loaded.today) {
    throw new AppError("INVALID", "A race cannot be moved into the past. Choose a day from today on.", {
      field: "to",
    });
  }
  const races = loaded.season.request?.races ?? [];
  if (!races.some((race) => race.date === from)) {
    const days = races.map(({ date }) => date).join(", ") || "none";
    throw new AppError("INVALID", `There is no race on ${from} in this season. Its races: ${days}.`, {
      field: "from",
    });
  }
  const change = { from, to: day, today: loaded.today, ...(distanceM === undefined ? {} : { distanceM }) };
  return moveInModel(loaded.season, change, loaded.pacing);
}

/** Writes what a season is without its workouts, if nobody changed it meanwhile. */
export async function writeSeason(
  ctx: ServiceContext,
  { athleteId, outline }: LoadedSeason,
  { season, version }: { season: Season; version: number },
): Promise<void> {
  const { id } = outline.season;
  const row = await updateSeason(
    ctx.db,
    athleteId,
    { id, version },
    {
      request: season.request ?? {},
      endsOn: addDays(season.weeks.at(-1)?.start ?? outline.season.startsOn, 6),
      notHonoured: season.notHonoured ?? [],
    },
  );
  if (!row)
    throw new AppError("CONFLICT", "Somebody else changed this season meanwhile. Reload it and try again.");
  await replaceSeasonOutline(ctx.db, { athleteId, id }, outlineRows(season));
}

/** The first day that is laid out anew. */
function cutOf({ season, today }: LoadedSeason): string {
  return season.weeks.findLast((week) => week.start <= today)?.start ?? season.weeks[0]?.start ?? today;
}

function isKept(row: PlannedWorkoutRow, cut: string): boolean {
  return row.localDate >= cut && (row.editedAt !== null || row.status !== "planned");
}

async function replaceWorkouts(ctx: ServiceContext, loaded: LoadedSeason, season: Season) {
  const cut = cutOf(loaded);
  const { athleteId, outline } = loaded;
  const before: Snapshot[] = [];
  const after: Snapshot[] = [];
  const keptDays = new Set(loaded.rows.filter((row) => isKept(row, cut)).map((row) => row.localDate));
  const going = loaded.rows
    .filter((row) => row.localDate >= cut && !isKept(row, cut))
    .map((row) => ({ row, columns: { deletedAt: ctx.now } }));
  for (const [was, gone] of await writeWorkouts(ctx, athleteId, going)) {
    before.push(snapshotOf(was));
    after.push(snapshotOf(gone));
  }
  const { id: seasonId, orgId, status } = outline.season;
  const belonging = { seasonId, orgId, authorId: ctx.actor.userId, isAssigned: status === "assigned" };
  const fresh = season.weeks
    .flatMap((week) => week.workouts)
    .filter(({ date }) => date >= cut && !keptDays.has(date));
  const rows = workoutRows(fresh, belonging);
  for (const row of await insertPlannedWorkouts(ctx.db, athleteId, rows)) {
    before.push({ ...snapshotOf(row), deletedAt: ctx.now.toISOString() });
    after.push(snapshotOf(row));
  }
  return { before, after };
}
