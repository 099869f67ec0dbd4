import { Level } from "@repo/core/athlete";
import { isRun } from "@repo/core/season";
import {
  formatExercises,
  parseExercises,
  STRENGTH_LIBRARY,
  strengthLibrarySession,
} from "@repo/core/strength";
import {
  type Block,
  doseOf,
  EASY_DAY_KINDS,
  formatWorkout,
  guessKind,
  libraryWorkout,
  parseWorkout,
  startDoseOf,
  WORKOUT_LIBRARY,
  type WorkoutKind,
} from "@repo/core/workouts";
import { words } from "#words.ts";

/** A workout while it is being written. */
export type WorkoutDraft = {
  title: string;
  kind: WorkoutKind;
  hard: boolean;
  text: string;
  coachNote: string;
  libraryId: string | null;
};

/** What a new workout starts as. */
export const NEW_DRAFT: WorkoutDraft = {
  title: "Easy 5 km",
  kind: "easy",
  hard: false,
  text: "5km easy",
  coachNote: "",
  libraryId: null,
};

type Stored = {
  title: string;
  kind: string;
  hard: boolean;
  text: string | null;
  coachNote: string | null;
  libraryId: string | null;
};

/** A planned workout as a draft. */
export function draftOf({ title, kind, hard, text, coachNote, libraryId }: Stored): WorkoutDraft {
  return { title, kind: kind as WorkoutKind, hard, text: text ?? "", coachNote: coachNote ?? "", libraryId };
}

/** Whether the text is steps of a run, exercises, or only words. */
export function languageOf(kind: WorkoutKind): "steps" | "exercises" | "words" {
  if (isRun(kind) || kind === "cross") return "steps";
  return kind === "rest" ? "words" : "exercises";
}

/** What is wrong with the text, a sentence for each line; empty where nothing is. */
export function faultsOf({ kind, text }: Pick<WorkoutDraft, "kind" | "text">): string[] {
  if (text.trim() === "") return [];
  const language = languageOf(kind);
  // Drills and mobility may be written as plain words; a strength session has exercises.
  if (language === "words" || (language === "exercises" && kind !== "strength")) return [];
  const read = language === "steps" ? parseWorkout(text) : parseExercises(text);
  if (read.ok) return [];
  return read.errors.map(
    ({ line, found, expected }) => `Line ${line}: found “${found}”, expected ${expected}.`,
  );
}

/** The library's workouts and sessions to choose from; what is only added to others is left out. */
export const LIBRARY_OPTIONS = [...WORKOUT_LIBRARY.filter(({ addOn }) => !addOn), ...STRENGTH_LIBRARY].map(
  ({ id, title, kind }) => ({ id, label: title, detail: words("kind", kind) }),
);

/** A session of the library as a draft, at the dose the athlete's level starts with (M137). */
export function libraryDraft(id: string, level: string | null): WorkoutDraft | null {
  const workout = libraryWorkout(id);
  if (workout) {
    const { title, kind, hard } = workout;
    const place = startDoseOf(workout, Level.catch(workout.level).parse(level)) ?? 0;
    return { ...NEW_DRAFT, title, kind, hard, text: doseOf(workout, place).text, libraryId: id };
  }
  const strength = strengthLibrarySession(id);
  if (!strength) return null;
  const { title, kind, sets } = strength;
  return { ...NEW_DRAFT, title, kind, text: formatExercises(sets), libraryId: id };
}

/** What a workout may be called by what it asks: its first repeat, else its work, one line; null where all is easy. */
export function titleFrom(blocks: readonly Block[]): string | null {
  const main =
    blocks.find(({ type }) => type === "repeat") ??
    blocks.find((block) => block.type === "step" && (block.kind === "work" || block.kind === "steady"));
  const line = main ? formatWorkout([main]) : "";
  return line !== "" && !line.includes("\n") ? line : null;
}

/** Kinds that say more than their steps do. */
const TOLD_BY_NAME: ReadonlySet<WorkoutKind> = new Set(["fartlek", "progression", "race", "cross"]);
/** Work shorter than this is a sprint or a stride, whatever its effort. */
const [SHORT_S, SHORT_M] = [30, 150];

/**
 * What rewritten steps read as where they ask for hard running on a day that is not called hard, or that is called so
 * under the kind of an easy one: the rules go by both. Null where there is nothing to say.
 */
export function readsAs(
  blocks: readonly Block[],
  { kind, hard }: Pick<WorkoutDraft, "kind" | "hard">,
): Pick<WorkoutDraft, "kind" | "hard"> | null {
  const read = guessKind(blocks);
  if ((hard && !EASY_DAY_KINDS.has(kind)) || !read.hard || !hasLongWork(blocks)) return null;
  return TOLD_BY_NAME.has(kind) ? { kind, hard: true } : read;
}

function hasLongWork(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type !== "step") return hasLongWork(block.steps);
    const { kind, length } = block;
    if (kind !== "work") return false;
    return length.kind === "distance"
      ? length.distanceM >= SHORT_M
      : length.kind === "time" && length.durationS >= SHORT_S;
  });
}

/** The fields that differ, as they are now. */
export function changedFields(first: WorkoutDraft, now: WorkoutDraft): Partial<WorkoutDraft> {
  const names = Object.keys(now) as (keyof WorkoutDraft)[];
  return Object.fromEntries(
    names.filter((name) => first[name] !== now[name]).map((name) => [name, now[name]]),
  );
}
