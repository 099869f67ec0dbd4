import type { Level } from "@repo/core/athlete";
import { ADVANCED_ENTRIES } from "./library-advanced.ts";
import { BEGINNER_ENTRIES } from "./library-beginner.ts";
import { EASY_ENTRIES } from "./library-easy.ts";
import { INTERMEDIATE_ENTRIES } from "./library-intermediate.ts";
import { RACE_ENTRIES } from "./library-race.ts";
import { type Dose, type LibraryWorkout, libraryEntry } from "./library-schema.ts";
import { SPRINT_ENTRIES } from "./library-sprints.ts";

/** Every workout of the articles (M18–M69, M106–M110) and the plain running between them, each with its doses. */
export const WORKOUT_LIBRARY: readonly LibraryWorkout[] = [
  ...EASY_ENTRIES,
  ...BEGINNER_ENTRIES,
  ...INTERMEDIATE_ENTRIES,
  ...ADVANCED_ENTRIES,
  ...SPRINT_ENTRIES,
  ...RACE_ENTRIES,
].map(libraryEntry);

const BY_ID: ReadonlyMap<string, LibraryWorkout> = new Map(
  WORKOUT_LIBRARY.map((workout) => [workout.id, workout]),
);

/** The workout of an id, or null when the library has none. */
export function libraryWorkout(id: string): LibraryWorkout | null {
  return BY_ID.get(id) ?? null;
}

/** A dose by its place, 0 the easiest; places beyond the ends give the first or last dose. */
export function doseOf(workout: LibraryWorkout, place: number): Dose {
  const last = workout.doses.length - 1;
  const dose = workout.doses[Math.min(last, Math.max(0, Math.trunc(place) || 0))];
  if (!dose) throw new RangeError(`the workout ${workout.id} has no doses`);
  return dose;
}

/** Where an athlete of a level starts in a workout's doses; null when it is not given to that level (M137). */
export function startDoseOf(workout: LibraryWorkout, level: Level): number | null {
  return workout.startDose[level];
}
