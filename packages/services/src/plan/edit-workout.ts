import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { applyFix, type Fix, isRun, type Season } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import type { PlannedWorkoutRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { characterOf, requireReadable } from "./calendar-content.ts";
import { conflict, type EditedPlan, editPlan } from "./edit-plan.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";

const inSeason = { mutationId: z.uuid(), athleteId: z.uuid(), seasonId: z.uuid() };
const workoutRef = { ...inSeason, id: z.uuid(), version: z.int32().positive() };
const Title = z.string().trim().min(1).max(300);
const Text = z.string().max(10_000);
const CoachNote = z.string().trim().max(2_000);

export const MoveWorkoutInput = z.strictObject({ ...workoutRef, to: IsoDate });
export const DeleteWorkoutInput = z.strictObject(workoutRef);
/** Only the fields that are given change. */
export const EditWorkoutInput = z.strictObject({
  ...workoutRef,
  title: Title.optional(),
  kind: WorkoutKind.optional(),
  hard: z.boolean().optional(),
  text: Text.optional(),
  coachNote: CoachNote.nullable().optional(),
});
export const AddWorkoutInput = z.strictObject({
  ...inSeason,
  /** Made by the client: the id of the new workout. */
  id: z.uuid(),
  date: IsoDate,
  title: Title,
  kind: WorkoutKind,
  hard: z.boolean(),
  text: Text.default(""),
  libraryId: z.string().max(100).nullable().default(null),
  coachNote: CoachNote.nullable().default(null),
});

/**
 * Moves a workout to another day of its season.
 * @throws AppError NOT_FOUND, CONFLICT with the workout as it is now, INVALID for a day outside the season or a workout that was done
 */
export function moveWorkout(
  ctx: ServiceContext,
  input: z.input<typeof MoveWorkoutInput>,
): Promise<EditedPlan> {
  const request = MoveWorkoutInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const row = await openWorkout(ctx, loaded, request);
    requireInSeason(loaded.season, request.to);
    const fix: Fix = { kind: "move", id: row.id, from: row.localDate, to: request.to };
    return await editPlan(ctx, loaded, {
      kind: "move",
      summary: `${row.title} moved`,
      after: applyFix(loaded.season, fix, loaded.pacing),
      dates: [row.localDate, request.to],
    });
  });
}

/**
 * Changes what a workout is. A new text is read, and its totals are worked out for this athlete.
 * @throws AppError NOT_FOUND, CONFLICT, INVALID with `errors` (line, column, found, expected) for a text that cannot be read
 */
export function editWorkout(
  ctx: ServiceContext,
  input: z.input<typeof EditWorkoutInput>,
): Promise<EditedPlan> {
  const request = EditWorkoutInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const row = await openWorkout(ctx, loaded, request);
    const kind = request.kind ?? WorkoutKind.catch("easy").parse(row.kind);
    const text = request.text ?? row.text ?? "";
    if (request.text !== undefined || request.kind !== undefined) requireReadable(kind, text);
    // Without a run there is nothing to resolve: time and load stay what they were.
    const keepsTotals = kind === row.kind && (text === (row.text ?? "") || !isRun(kind));
    const before = { text: row.text ?? "", hard: row.hard };
    const now = { kind, hard: request.hard ?? row.hard, text };
    const character = characterOf(before, now, loaded.pacing);
    const fix: Fix = {
      kind: "replace",
      id: row.id,
      date: row.localDate,
      workout: row.libraryId,
      workoutKind: character.kind,
      hard: character.hard,
      title: request.title ?? row.title,
      text,
    };
    const { title, hard } = fix;
    const after = keepsTotals
      ? withFields(loaded.season, row.id, { title, hard, text })
      : applyFix(loaded.season, fix, loaded.pacing);
    const note = request.coachNote === undefined ? {} : { coachNote: request.coachNote || null };
    return await editPlan(ctx, loaded, {
      kind: "edit",
      summary: `${title} changed`,
      after,
      dates: [row.localDate],
      more: new Map([[row.id, note]]),
    });
  });
}

/**
 * Puts a workout on a day of the season.
 * @throws AppError NOT_FOUND, INVALID
 */
export function addWorkout(ctx: ServiceContext, input: z.input<typeof AddWorkoutInput>): Promise<EditedPlan> {
  const request = AddWorkoutInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const { date, title, hard, text, kind, libraryId } = request;
    requireInSeason(loaded.season, date);
    requireReadable(kind, text);
    const fix: Fix = { kind: "add", date, workout: libraryId, workoutKind: kind, hard, title, text };
    return await editPlan(ctx, loaded, {
      kind: "add",
      summary: `${title} added`,
      after: applyFix(loaded.season, fix, loaded.pacing),
      dates: [date],
      newWorkoutId: request.id,
      more: new Map([[request.id, { coachNote: request.coachNote || null }]]),
    });
  });
}

/**
 * Takes a workout off the plan.
 * @throws AppError NOT_FOUND, CONFLICT, INVALID for a workout that was done
 */
export function deleteWorkout(
  ctx: ServiceContext,
  input: z.input<typeof DeleteWorkoutInput>,
): Promise<EditedPlan> {
  const request = DeleteWorkoutInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const row = await openWorkout(ctx, loaded, request);
    return await editPlan(ctx, loaded, {
      kind: "delete",
      summary: `${row.title} taken off the plan`,
      after: applyFix(loaded.season, { kind: "remove", id: row.id, date: row.localDate }, loaded.pacing),
      dates: [row.localDate],
    });
  });
}

/** The workout at the version the edit was made on, if it can still be planned. */
async function openWorkout(
  ctx: ServiceContext,
  loaded: LoadedSeason,
  at: { id: string; version: number },
): Promise<PlannedWorkoutRow> {
  const row = loaded.rows.find(({ id }) => id === at.id);
  if (!row || row.version !== at.version) throw await conflict(ctx, loaded.athleteId, at.id);
  if (row.status === "done" || row.status === "changed") {
    throw new AppError(
      "INVALID",
      "This workout was done already and stays as it was. Add a new one instead.",
    );
  }
  return row;
}

function requireInSeason(season: Season, date: string): void {
  const [first, last] = [season.weeks[0]?.start ?? date, season.weeks.at(-1)?.start ?? date];
  const days = season.weeks.some((week) => week.start <= date && daysAfter(week.start, date) < 7);
  if (!days) {
    throw new AppError(
      "INVALID",
      `${date} lies outside this season. Choose a day from ${first} to the end of the week of ${last}.`,
      { field: "to" },
    );
  }
}

function daysAfter(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function withFields(
  season: Season,
  id: string,
  changes: { title: string; hard: boolean; text: string },
): Season {
  const weeks = season.weeks.map((week) => ({
    ...week,
    workouts: week.workouts.map((workout) => (workout.id === id ? { ...workout, ...changes } : workout)),
  }));
  return { ...season, weeks };
}
