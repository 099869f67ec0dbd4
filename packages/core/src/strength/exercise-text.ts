import type { ExerciseSet } from "./schema.ts";

/** Exercises read from text, or every fault with its line. */
export type ParsedExercises =
  | { ok: true; sets: ExerciseSet[] }
  | { ok: false; errors: { line: number; column: number; found: string; expected: string }[] };

const DOSE =
  /^(.*?)[ \t]+(\d{1,2})[ \t]*[x×][ \t]*(\d{1,3})(?:[ \t]*[-–][ \t]*(\d{1,3}))?[ \t]*(s|m|min)?(\/side|\/leg)?(?:[ \t]+"([^"\n]*)")?$/i;
const EXPECTED =
  "an exercise and its dose, such as Squat 3 x 6, Lunge 2 x 10/side, Plank 3 x 45s or Bound 3 x 30m";

/** A session's exercises as text, one a line: `Squat 3 x 6`, `Lunge 2 x 10/side`, `Plank 3 x 45s "tall"`. */
export function formatExercises(sets: readonly ExerciseSet[]): string {
  return sets.map((set) => `${set.exercise} ${doseText(set)}`).join("\n");
}

/** A dose alone: `3 x 6`, `2 x 10/side`, `1 x 12-15`, `3 x 30m`. */
export function doseText(set: ExerciseSet): string {
  const range = set.repsHigh ? `${set.reps}-${set.repsHigh}` : `${set.reps}`;
  const amount =
    set.reps !== null ? range : set.durationS !== null ? `${set.durationS}s` : `${set.distanceM ?? 0}m`;
  const note = set.note ? ` "${set.note}"` : "";
  return `${set.sets} x ${amount}${set.perSide ? "/side" : ""}${note}`;
}

/** Reads the text of {@link formatExercises} back; errors carry the line, what was found and what was expected. */
export function parseExercises(text: string): ParsedExercises {
  const sets: ExerciseSet[] = [];
  const errors: { line: number; column: number; found: string; expected: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const set = readExercise(line.trim());
    if (set) sets.push(set);
    else errors.push({ line: index + 1, column: 1, found: line.trim().slice(0, 60), expected: EXPECTED });
  }
  if (sets.length === 0 && errors.length === 0) {
    errors.push({ line: 1, column: 1, found: "nothing", expected: EXPECTED });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, sets };
}

function readExercise(line: string): ExerciseSet | null {
  const match = DOSE.exec(line);
  if (!match) return null;
  const [exercise, sets, amount, high] = [match[1] ?? "", Number(match[2]), Number(match[3]), match[4]];
  const unit = (match[5] ?? "").toLowerCase();
  if (exercise === "" || exercise.length > 80 || sets < 1 || sets > 20 || amount < 1) return null;
  if (unit === "" && amount > 200) return null;
  return {
    exercise,
    sets,
    reps: unit === "" ? amount : null,
    ...(high && unit === "" ? { repsHigh: Number(high) } : {}),
    durationS: unit === "s" ? amount : unit === "min" ? amount * 60 : null,
    distanceM: unit === "m" ? amount : null,
    perSide: match[6] !== undefined,
    ...(match[7] ? { note: match[7] } : {}),
  };
}
