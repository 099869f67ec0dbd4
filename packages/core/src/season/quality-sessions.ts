import type { Level } from "@repo/core/athlete";
import { type Block, libraryWorkout, parseWorkout, type WorkoutKind } from "@repo/core/workouts";
import { effort, km, pace, type Session, seconds, step } from "./session-blocks.ts";

/** One step of a session's progression: what stands between warm-up and cool-down, and its shape in a few signs. */
export type QualityDose = { main: readonly Block[]; shape: string };

/** A quality session as the planner gives it: each dose changes one variable against the one before it (M44). */
export type QualityWorkout = {
  id: string;
  /** Library id; null for one that the articles name no session for. */
  workout: string | null;
  name: string;
  kind: WorkoutKind;
  doses: readonly QualityDose[];
  /** Where each level starts in the doses; null: not for that level (M137). */
  start: Readonly<Record<Level, number | null>>;
  /** Least days between two of them. */
  spacingDays: number;
  /** Whether hamstring or Achilles trouble rules it out (M69). */
  sprint: boolean;
};

/** Names that stand before the dose, where the library's title already tells one. */
const NAMES: Readonly<Record<string, string>> = {
  "repeats-200-classic": "200s at mile pace",
  "repeats-200-mile": "200s at mile pace",
  "repeats-400-5k": "400s at 5K pace",
  "repeats-800-5k": "800s at 5K pace",
  "repeats-1000-5k": "1000s at 5K pace",
  "race-pace-5k-1200": "1200s at 5K pace",
  "race-pace-10k": "Miles at 10K pace",
  "race-pace-half": "Two miles at half-marathon pace",
  "sharpen-200-300": "Sharpening 200s",
  "marathon-400s": "400s at 5K pace",
  "marathon-200s": "Fast 200s",
  "fartlek-timed": "Fartlek",
  "hill-strength": "Hills, strength-endurance",
  "hill-blend": "Hill blend",
  "combo-5k": "5K combination",
  "three-by-5k": "5 km blocks at marathon pace",
  "intervals-3min": "3 min hard",
  "fast-reps-1500": "300s at 1500 m pace",
  "long-sprints-150": "Long sprints",
};

const KNOWN = new Map<string, QualityWorkout>();

/** A quality session by its id: the library's, or one of the planner's own. */
export function qualityWorkout(id: string): QualityWorkout {
  let known = KNOWN.get(id);
  if (!known) {
    known = OWN.find((each) => each.id === id) ?? fromLibrary(id);
    KNOWN.set(id, known);
  }
  return known;
}

function fromLibrary(id: string): QualityWorkout {
  const entry = libraryWorkout(id);
  if (!entry) throw new RangeError(`the library has no workout ${id}`);
  const doses = entry.doses.map(({ main }): QualityDose => {
    const parsed = parseWorkout(main);
    if (!parsed.ok) throw new RangeError(`${id}: ${JSON.stringify(parsed.errors)}`);
    return { main: parsed.blocks, shape: shapeOf(parsed.blocks) };
  });
  return {
    id,
    workout: id,
    name: NAMES[id] ?? entry.title,
    kind: entry.kind,
    doses,
    start: entry.startDose,
    spacingDays: entry.spacingDays,
    sprint: entry.notAfterInjury.length > 0,
  };
}

function amount(value: { kind: string; durationS?: number; distanceM?: number }): string {
  if (value.kind === "time") {
    const seconds = value.durationS ?? 0;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
  }
  const metres = value.distanceM ?? 0;
  if (metres % 1609.344 < 1 || metres % 1609 === 0) return `${Math.round(metres / 1609)} mi`;
  return metres >= 2000 ? `${Number((metres / 1000).toFixed(1))} km` : `${metres} m`;
}

/** `6 × 400 m`, `15 min + 2 × 800 m`: the fast parts alone. */
function shapeOf(blocks: readonly Block[]): string {
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.type === "step") {
      if (block.kind === "work" || block.kind === "steady") parts.push(amount(block.length));
      continue;
    }
    const inner = block.steps.find((each) => each.type === "step" && each.kind !== "recovery");
    if (inner?.type === "step") parts.push(`${block.times} × ${amount(inner.length)}`);
  }
  return parts.join(" + ");
}

/** A progression run (M25) that grows with the week: easy first, the last minutes near tempo. */
const PROGRESSION: QualityWorkout = {
  id: "progression",
  workout: "progression-run",
  name: "Progression run",
  kind: "progression",
  doses: [5, 6, 7, 8, 9, 10, 12, 15].map((minutes) => ({
    main: [
      step("steady", seconds(900), effort("easy")),
      step("work", seconds(minutes * 60), effort("tempo")),
    ],
    shape: `last ${minutes} min near tempo`,
  })),
  start: { beginner: 0, intermediate: 0, advanced: 1 },
  spacingDays: 0,
  sprint: false,
};

/** Marathon pace in the middle of the week, for the taper above all (M107, M110). */
const MARATHON_PACE: QualityWorkout = {
  id: "marathon-pace",
  workout: null,
  name: "Marathon pace",
  kind: "race-pace",
  doses: [3, 4, 5, 6, 8, 10, 12].map((distance) => ({
    main: [step("work", km(distance), pace("mp"))],
    shape: `${distance} km`,
  })),
  start: { beginner: 0, intermediate: 1, advanced: 2 },
  spacingDays: 0,
  sprint: false,
};

const OWN: readonly QualityWorkout[] = [PROGRESSION, MARATHON_PACE];

/** Whole sessions made before, by session and then by dose, warm-up and cool-down in half kilometres. */
const WHOLE = new Map<string, Map<number, Session>>();

/** A whole session: warm-up, the work at its dose, cool-down (M32: never without). */
export function qualitySession(id: string, dose: number, warmUpKm: number, coolDownKm: number): Session {
  let known = WHOLE.get(id);
  if (!known) {
    known = new Map();
    WHOLE.set(id, known);
  }
  const at = (dose * 64 + Math.round(warmUpKm * 2)) * 64 + Math.round(coolDownKm * 2);
  let session = known.get(at);
  if (!session) {
    session = wholeSession(id, dose, warmUpKm, coolDownKm);
    known.set(at, session);
  }
  return session;
}

function wholeSession(id: string, dose: number, warmUpKm: number, coolDownKm: number): Session {
  const quality = qualityWorkout(id);
  const { main, shape } = quality.doses[dose] as QualityDose;
  return {
    key: `${id}:${dose}:${warmUpKm}:${coolDownKm}`,
    workout: quality.workout,
    kind: quality.kind,
    hard: true,
    title: `${quality.name}: ${shape}`,
    blocks: [
      step("warmup", km(warmUpKm), effort("easy")),
      ...main,
      step("cooldown", km(coolDownKm), effort("easy")),
    ],
  };
}
