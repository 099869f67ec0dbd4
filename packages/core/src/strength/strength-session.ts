import type { Level } from "@repo/core/athlete";
import { strengthLibrarySession } from "./library.ts";
import type { ExerciseSet, StrengthLoad, StrengthPhase, StrengthPlace, StrengthSession } from "./schema.ts";

/** How a phase doses strength (M96): the load it allows, sets against the full dose, exercises kept. */
type PhaseDose = { load: StrengthLoad; setsLess: number; exercises: number };

const PHASE_DOSE: Record<StrengthPhase, PhaseDose> = {
  base: { load: "heavy", setsLess: 0, exercises: 99 },
  build: { load: "heavy", setsLess: 1, exercises: 99 },
  speed: { load: "heavy", setsLess: 1, exercises: 4 },
  peak: { load: "light", setsLess: 1, exercises: 4 },
  race: { load: "light", setsLess: 9, exercises: 0 },
  recovery: { load: "light", setsLess: 1, exercises: 5 },
  free: { load: "light", setsLess: 0, exercises: 99 },
};

/**
 * A strength session for an athlete in a phase: heavy and more in the base, lighter towards the race, one short light one
 * in the peak, none in race week (M90–M93, M96). Beginners always get the light template; heavy is asked for, never
 * forced above what the phase allows. Null in a race phase.
 */
export function strengthSession(ask: {
  phase: StrengthPhase;
  level: Level;
  place: "gym" | "home";
  load?: StrengthLoad;
}): StrengthSession | null {
  const dose = PHASE_DOSE[ask.phase];
  if (dose.exercises === 0) return null;
  const heavy = ask.level !== "beginner" && dose.load === "heavy" && ask.load !== "light";
  const full = strengthLibrarySession(templateFor(ask.place, heavy));
  if (!full) return null;
  const sets = full.sets
    .filter((set) => ask.phase !== "peak" || !/jump|bound/i.test(set.exercise))
    .slice(0, dose.exercises)
    .map((set) => withSets(set, set.sets - dose.setsLess));
  return { ...full, sets, source: [...full.source, "M96"] };
}

/** How long a session takes in seconds: its repetitions, the rests between the sets, changing exercises. */
export function strengthDurationS(session: Pick<StrengthSession, "sets" | "restS">): number {
  // Without rests it is a flow: quick swings and short changes in place of lifts and weights to load.
  const [repS, changeS] = session.restS === 0 ? [1.5, 8] : [4, 20];
  const work = session.sets.reduce((total, set) => total + set.sets * oneSetS(set, repS), 0);
  const pauses = session.sets.reduce((count, set) => count + set.sets, 0) - 1;
  return Math.round(work + pauses * session.restS + session.sets.length * changeS);
}

function oneSetS(set: ExerciseSet, repS: number): number {
  const sides = set.perSide ? 2 : 1;
  if (set.durationS !== null) return set.durationS * sides;
  if (set.distanceM !== null) return set.distanceM / 3;
  return (set.reps ?? 0) * repS * sides;
}

function templateFor(place: StrengthPlace, heavy: boolean): string {
  if (place === "gym") return heavy ? "gym-heavy" : "gym-light";
  return heavy ? "home-heavy" : "home-day";
}

function withSets(set: ExerciseSet, sets: number): ExerciseSet {
  return { ...set, sets: Math.max(1, sets) };
}
