import { AppError } from "@repo/core/errors";
import type { Pacing } from "@repo/core/paces";
import { applyFix, hardKmOf, isRun, type PlannedWorkout, type Season } from "@repo/core/season";
import { parseExercises } from "@repo/core/strength";
import { parseWorkout, WorkoutKind } from "@repo/core/workouts";
import type { PlannedWorkoutRow } from "@repo/db/queries";
import type { CalendarOp } from "./calendar-inputs.ts";
import { contentOf } from "./rows-of-season.ts";

type Op<Kind extends CalendarOp["op"]> = Extract<CalendarOp, { op: Kind }>;
const NOTHING: Season = { format: "mesocycle/season", version: 1, phases: [], weeks: [] };

/**
 * A new workout's columns, its totals worked out for this athlete; those given stand where the text has none.
 * @throws AppError INVALID with `errors` for a text that cannot be read
 */
export function contentOfNew(op: Op<"add">, pacing: Pacing) {
  requireReadable(op.kind, op.text);
  const made = materialised({ ...op, workout: op.libraryId }, pacing);
  const { distanceM, durationS, load } = made;
  return contentOf({
    ...made,
    distanceM: distanceM ?? op.distanceM,
    durationS: durationS ?? op.durationS,
    load: load ?? op.load,
  });
}

/**
 * The columns of a workout that an edit changes.
 * @throws AppError INVALID with `errors` for a text that cannot be read
 */
export function contentOfEdit(row: PlannedWorkoutRow, op: Op<"edit">, pacing: Pacing) {
  const kind = op.kind ?? WorkoutKind.catch("easy").parse(row.kind);
  const text = op.text ?? row.text ?? "";
  const plain = {
    ...(op.title === undefined ? {} : { title: op.title }),
    ...(op.hard === undefined ? {} : { hard: op.hard }),
    ...(op.coachNote === undefined ? {} : { coachNote: op.coachNote || null }),
  };
  if (kind === row.kind && text === (row.text ?? "")) return plain;
  requireReadable(kind, text);
  // Without a run there is nothing to resolve: time and load stay what they were.
  if (kind === row.kind && !isRun(kind)) return { ...plain, text: text || null };
  const { localDate: date, libraryId: workout } = row;
  const title = op.title ?? row.title;
  const before = { text: row.text ?? "", hard: row.hard };
  const character = characterOf(before, { kind, hard: op.hard ?? row.hard, text }, pacing);
  const made = contentOf(materialised({ date, title, ...character, text, workout }, pacing));
  const { localDate: _date, libraryId: _library, ...content } = made;
  return { ...plain, ...content };
}

/** From here on hard running is what a workout is for, not its seasoning: a mile. [house] */
const HARD_FROM_KM = 1.6;
const EASY_KINDS: ReadonlySet<WorkoutKind> = new Set(["easy", "recovery", "strides"]);

/**
 * What a run is once its text was written anew: one that now holds hard running counts as hard, whatever it was before,
 * so that the rules see it. Who then says otherwise, with the text as it is, is believed.
 */
export function characterOf(
  before: { text: string; hard: boolean },
  now: { kind: WorkoutKind; hard: boolean; text: string },
  pacing: Pacing,
): { kind: WorkoutKind; hard: boolean } {
  const { kind, hard, text } = now;
  if (hard || !isRun(kind) || text === before.text) return { kind, hard };
  const hardKm = (words: string) => {
    const raw = { date: "2000-01-03", title: "", kind, hard, text: words, workout: null };
    return hardKmOf(materialised(raw, pacing).steps ?? []);
  };
  if (hardKm(text) < HARD_FROM_KM || hardKm(before.text) >= HARD_FROM_KM) return { kind, hard };
  return { kind: EASY_KINDS.has(kind) ? "intervals" : kind, hard: true };
}

type Raw = Pick<PlannedWorkout, "date" | "title" | "kind" | "hard"> & {
  text: string;
  workout: string | null;
};

function materialised({ date, title, kind, hard, text, workout }: Raw, pacing: Pacing): PlannedWorkout {
  const fix = { kind: "add", date, workout, workoutKind: kind, hard, title, text } as const;
  const [made] = applyFix(NOTHING, fix, pacing).weeks.flatMap((week) => week.workouts);
  if (!made) throw new RangeError("a workout was not made");
  return made;
}

/** @throws AppError INVALID naming the line, what was found and what was expected */
export function requireReadable(kind: WorkoutKind, text: string): void {
  if (text.trim() === "") return;
  const read = isRun(kind) || kind === "cross" ? parseWorkout(text) : strengthText(kind, text);
  if (read.ok) return;
  const [first] = read.errors;
  throw new AppError(
    "INVALID",
    `Line ${first?.line ?? 1}: found ${first?.found ?? "nothing"}, expected ${first?.expected ?? "a step"}.`,
    { field: "text", errors: read.errors },
  );
}

function strengthText(kind: WorkoutKind, text: string) {
  return kind === "strength" ? parseExercises(text) : ({ ok: true } as const);
}
