import { doseText } from "./exercise-text.ts";
import type { DoneExercise, ExerciseSet } from "./schema.ts";

/** An exercise as it was meant beside as it was done; null on the side where it does not stand. */
export type DoseRow = {
  exercise: string;
  meant: string | null;
  done: string | null;
  weightKg: number | null;
  rpe: number | null;
  /** Repetitions (or seconds, or metres) done as a share of those meant; null without both in the same measure. */
  share: number | null;
};

/**
 * What was done of a session of exercises against its dose, in the order of the dose, then what was done besides. An
 * exercise is the same when its name is, capitals and blanks aside.
 */
export function compareDose(meant: readonly ExerciseSet[], done: readonly DoneExercise[]): DoseRow[] {
  const left = [...done];
  const rows = meant.map((dose): DoseRow => {
    const at = left.findIndex(({ exercise }) => nameOf(exercise) === nameOf(dose.exercise));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return rowOf(dose, found ?? null);
  });
  return [...rows, ...left.map((extra) => rowOf(null, extra))];
}

function rowOf(meant: ExerciseSet | null, done: DoneExercise | null): DoseRow {
  return {
    exercise: meant?.exercise ?? done?.exercise ?? "",
    meant: meant ? doseText({ ...meant, note: null }) : null,
    done: done ? doseText({ ...done, note: null }) : null,
    weightKg: done?.weightKg ?? null,
    rpe: done?.rpe ?? null,
    share: meant && done ? shareOf(meant, done) : null,
  };
}

function shareOf(meant: ExerciseSet, done: ExerciseSet): number | null {
  for (const measure of ["reps", "durationS", "distanceM"] as const) {
    const [asked, given] = [meant[measure], done[measure]];
    if (asked !== null && given !== null) return (done.sets * given) / (meant.sets * asked);
  }
  return null;
}

function nameOf(exercise: string): string {
  return exercise.trim().replace(/\s+/g, " ").toLowerCase();
}
