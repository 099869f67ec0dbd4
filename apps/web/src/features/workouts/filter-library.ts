import { LEVELS } from "@repo/core/athlete";
import { STRENGTH_LIBRARY, type StrengthSession } from "@repo/core/strength";
import { type LibraryWorkout, WORKOUT_LIBRARY } from "@repo/core/workouts";
import { words } from "#words.ts";
import type { KeptWorkout } from "./use-kept.ts";

/** What is looked for; an empty text does not narrow. */
export type Wanted = {
  q: string;
  kind: string;
  phase: string;
  event: string;
  level: string;
  fresh: string;
  folder: string;
};

const ORDER: readonly string[] = LEVELS;
/** The choices of the folder that are no folder's name. */
export const PRODUCT = "the-library";
export const OWN = "all-kept";

/** The product's workouts that fit. */
export function matchingLibrary(wanted: Wanted): LibraryWorkout[] {
  const { kind, phase, event, level, fresh, folder } = wanted;
  if (folder !== "" && folder !== PRODUCT) return [];
  return WORKOUT_LIBRARY.filter(
    (workout) =>
      holds(wanted.q, [workout.title, workout.purpose, workout.text, ...workout.source]) &&
      (!kind || workout.kind === kind) &&
      (!phase || workout.phases.some((each) => each === phase)) &&
      (!event || workout.events.some((each) => each === event)) &&
      (!fresh || workout.freshness === fresh) &&
      (!level || workout.startDose[level as keyof LibraryWorkout["startDose"]] !== null),
  );
}

/** Workouts that coaches keep, that fit. One that says nothing of phase or event fits all. */
export function matchingKept(kept: readonly KeptWorkout[], wanted: Wanted): KeptWorkout[] {
  const { kind, phase, event, level, fresh, folder } = wanted;
  const most = level ? ORDER.indexOf(level) : ORDER.length;
  const fits = (named: readonly string[], asked: string) =>
    !asked || named.length === 0 || named.includes(asked);
  return kept.filter(
    (workout) =>
      (folder === "" || folder === OWN || workout.folder === folder) &&
      holds(wanted.q, [workout.title, workout.purpose, workout.text, workout.folder]) &&
      (!kind || workout.kind === kind) &&
      fits(workout.phases, phase) &&
      fits(workout.events, event) &&
      (!fresh || workout.freshness === fresh) &&
      ORDER.indexOf(workout.level ?? "beginner") <= most,
  );
}

/** Strength, drills and mobility; the phase does not narrow these: it sets their dose. */
export function matchingStrength({ q, kind, level, folder, fresh }: Wanted): StrengthSession[] {
  if ((folder !== "" && folder !== PRODUCT) || (fresh !== "" && fresh !== "any")) return [];
  const most = level ? ORDER.indexOf(level) : ORDER.length;
  return STRENGTH_LIBRARY.filter(
    (session) =>
      holds(q, [
        session.title,
        session.purpose,
        ...session.sets.map(({ exercise }) => exercise),
        ...session.source,
      ]) &&
      (!kind || session.kind === kind) &&
      ORDER.indexOf(session.level) <= most,
  );
}

function holds(text: string, said: readonly string[]): boolean {
  const hay = said.join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((needle) => hay.includes(needle));
}

/** Choices of a filter: all, then each by its word. */
export function optionsOf(topic: Parameters<typeof words>[0], values: readonly string[]) {
  return [{ value: "", label: "All" }, ...values.map((value) => ({ value, label: words(topic, value) }))];
}
