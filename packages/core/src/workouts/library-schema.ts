import type { Level } from "@repo/core/athlete";
import type { WorkoutKind } from "./schema.ts";

/** The phases a workout belongs in; the same names as a season's phases. */
export const LIBRARY_PHASES = ["base", "build", "speed", "peak", "recovery", "free"] as const;
export type LibraryPhase = (typeof LIBRARY_PHASES)[number];
/** The race distances a workout serves. */
export const LIBRARY_EVENTS = ["mile", "5k", "10k", "hm", "marathon"] as const;
export type LibraryEvent = (typeof LIBRARY_EVENTS)[number];
/** What has to lie before a workout (M64): anything, no hard day, or a rest or very easy day. */
export const FRESHNESS = ["any", "no-hard-day-before", "rest-or-very-easy-before"] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** The one thing a progression step changes against the step before it (M44). */
export type ProgressionVariable = "start" | "reps" | "length" | "rest" | "pace" | "variety";

/** One dose of a workout. `main` is the session without warm-up and cool-down, `text` the whole of it. */
export type Dose = {
  text: string;
  main: string;
  changes: ProgressionVariable;
  /** Whether the figures of this dose are ours because the article prints none for it. */
  own: boolean;
};

/** A workout of the library with its doses, gates and sources. */
export type LibraryWorkout = {
  id: string;
  title: string;
  kind: WorkoutKind;
  /** Whether it counts as a hard day. */
  hard: boolean;
  /** What it is for, in one sentence of our own. */
  purpose: string;
  /** The lowest level it is given to (M137). */
  level: Level;
  phases: readonly LibraryPhase[];
  events: readonly LibraryEvent[];
  /** The session at the dose an athlete of the lowest level starts with. */
  text: string;
  /** Progression steps, easiest first; each changes one variable. */
  doses: readonly Dose[];
  /** Where each level starts in `doses`; null: not given to that level. */
  startDose: Readonly<Record<Level, number | null>>;
  freshness: Freshness;
  /** Recovery between repetitions (M45). */
  recovery: "full" | "incomplete" | "float" | "none";
  /** Done at the end of, or inside, an easy run: no day of its own. */
  addOn: boolean;
  /** Least days between two of them, where the article says to use it sparingly; otherwise 0. */
  spacingDays: number;
  /** Injury histories that rule it out, and what to do instead (M69). */
  notAfterInjury: readonly string[];
  insteadAfterInjury: string | null;
  /** Rows of docs/methods.md. */
  source: readonly string[];
  /** Whether the whole session's figures are ours: the article names it without numbers. */
  ownNumbers: boolean;
};

/** What a library file states; the rest follows from it. */
export type LibraryEntry = {
  id: string;
  title: string;
  kind: WorkoutKind;
  purpose: string;
  source: readonly string[];
  doses: readonly (readonly [changes: ProgressionVariable, main: string, own?: "own"])[];
  hard?: boolean;
  level?: Level;
  start?: readonly [beginner: number | null, intermediate: number | null, advanced: number | null];
  phases?: readonly LibraryPhase[];
  events?: readonly LibraryEvent[];
  /** Minutes of warm-up and cool-down around the main part; null: the session needs none. */
  around?: readonly [warmUpMin: number, coolDownMin: number] | null;
  freshness?: LibraryWorkout["freshness"];
  recovery?: LibraryWorkout["recovery"];
  addOn?: boolean;
  spacingDays?: number;
  notAfterInjury?: readonly string[];
  insteadAfterInjury?: string;
  ownNumbers?: boolean;
};

/** Completes an entry: texts with warm-up and cool-down, defaults, where each level starts. */
export function libraryEntry(entry: LibraryEntry): LibraryWorkout {
  const level = entry.level ?? "beginner";
  const around = entry.around === undefined ? ([10, 10] as const) : entry.around;
  const doses = entry.doses.map(([changes, main, own]) => ({
    text: around ? `${around[0]}min warm-up\n${main}\n${around[1]}min cool-down` : main,
    main,
    changes,
    own: own === "own" || entry.ownNumbers === true,
  }));
  const startDose = startsOf(entry.start, level);
  const first = startDose[level] ?? 0;
  return {
    id: entry.id,
    title: entry.title,
    kind: entry.kind,
    hard: entry.hard ?? true,
    purpose: entry.purpose,
    level,
    phases: entry.phases ?? ["build", "speed"],
    events: entry.events ?? LIBRARY_EVENTS,
    text: doses[first]?.text ?? "",
    doses,
    startDose,
    freshness: entry.freshness ?? (entry.hard === false ? "any" : "no-hard-day-before"),
    recovery: entry.recovery ?? "incomplete",
    addOn: entry.addOn ?? false,
    spacingDays: entry.spacingDays ?? 0,
    notAfterInjury: entry.notAfterInjury ?? [],
    insteadAfterInjury: entry.insteadAfterInjury ?? null,
    source: entry.source,
    ownNumbers: entry.ownNumbers ?? false,
  };
}

function startsOf(start: LibraryEntry["start"], level: Level): Record<Level, number | null> {
  if (start) return { beginner: start[0], intermediate: start[1], advanced: start[2] };
  return {
    beginner: level === "beginner" ? 0 : null,
    intermediate: level === "advanced" ? null : 0,
    advanced: 0,
  };
}
