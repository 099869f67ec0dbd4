import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { formatWorkout } from "./format-workout.ts";
import { libraryWorkout, WORKOUT_LIBRARY } from "./library.ts";
import type { LibraryWorkout } from "./library-schema.ts";
import type { Block, Repeat, Step, Target } from "./schema.ts";

/** A past run of the same workout. `outcome` is how it went; rpe 0–10; null: not recorded. */
export type WorkoutRun = {
  date: IsoDate;
  outcome: "done" | "changed" | "not-finished" | "missed";
  rpe?: number | null;
};

/** One offer for the next time: a single change, as text, with the reason it is offered. */
export type NextStep = {
  change: "reps" | "length" | "rest" | "pace" | "repeat" | "ease" | "switch";
  /** The workout in the text language; for `switch` the library's text of another one. */
  text: string;
  /** Library id of the workout offered instead, for `switch`. */
  workout: string | null;
  reason: "one-variable" | "last-one-was-too-much" | "four-weeks-done" | "first-time";
  source: string[];
};

/** About four weeks of one workout, then another (M35). */
const DAYS_BEFORE_SWITCH = 28;
const RUNS_BEFORE_SWITCH = 4;
/** A session that felt like this left nothing in hand (M56: one repetition should be left). */
const TOO_HARD_RPE = 9.5;

/**
 * Three offers for the next time an athlete runs a workout. Usually each changes one variable (repetitions or length,
 * rest, pace: M44); after a session that was too much: repeat it, ease it, or rest more; after about four weeks of it:
 * three other workouts of the same kind (M35). `history` are runs of this workout, any order; `workout` its library id.
 */
export function nextSteps(
  input: { blocks: readonly Block[]; workout?: string | null },
  history: readonly WorkoutRun[],
): NextStep[] {
  const runs = [...history].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const last = runs.at(-1);
  if (!last) return offers(input.blocks, "first-time", ["repeat", "reps", "rest"]);
  const tooMuch = last.outcome === "not-finished" || (last.rpe ?? 0) >= TOO_HARD_RPE;
  if (tooMuch) return offers(input.blocks, "last-one-was-too-much", ["repeat", "ease", "more-rest"]);
  if (last.outcome === "missed") return offers(input.blocks, "first-time", ["repeat", "ease", "more-rest"]);
  const done = runs.filter((run) => run.outcome !== "missed");
  const span = done[0] ? daysBetween(done[0].date, last.date) : 0;
  const four = done.length >= RUNS_BEFORE_SWITCH && span >= DAYS_BEFORE_SWITCH - 7;
  const switches = four ? switchOffers(input.workout ?? null) : [];
  return switches.length === 3 ? switches : offers(input.blocks, "one-variable", ["reps", "rest", "pace"]);
}

type Move = "reps" | "rest" | "pace" | "repeat" | "ease" | "more-rest";

function offers(blocks: readonly Block[], reason: NextStep["reason"], moves: readonly Move[]): NextStep[] {
  const order: readonly Move[] = [...moves, "reps", "pace", "rest", "ease", "repeat", "more-rest"];
  const found: NextStep[] = [];
  const texts = new Set<string>();
  for (const move of order) {
    const offer = found.length < 3 ? offerFor(move, blocks) : null;
    if (!offer || texts.has(offer.text)) continue;
    texts.add(offer.text);
    found.push({
      ...offer,
      workout: null,
      reason,
      source: reason === "one-variable" ? ["M44"] : ["M44", "M56"],
    });
  }
  return found;
}

function offerFor(move: Move, blocks: readonly Block[]): Pick<NextStep, "change" | "text"> | null {
  const changed = applyMove(move, blocks);
  return changed ? { change: changed.change, text: formatWorkout(changed.blocks) } : null;
}

function applyMove(
  move: Move,
  blocks: readonly Block[],
): { change: NextStep["change"]; blocks: Block[] } | null {
  if (move === "repeat") return { change: "repeat", blocks: [...blocks] };
  const at = mainPlace(blocks);
  const main = at === -1 ? undefined : blocks[at];
  if (!main) return null;
  const replaced = (change: NextStep["change"], block: Block | null) =>
    block ? { change, blocks: blocks.map((old, index) => (index === at ? block : old)) } : null;
  switch (move) {
    case "reps":
      return main.type === "repeat"
        ? replaced("reps", moreTimes(main, 1))
        : replaced("length", longer(main, 1.15));
    case "ease":
      return main.type === "repeat"
        ? replaced("ease", moreTimes(main, -1))
        : replaced("ease", longer(main, 0.8));
    case "rest":
      return replaced("rest", withRest(main, 0.85));
    case "more-rest":
      return replaced("rest", withRest(main, 1.25));
    case "pace":
      return replaced("pace", faster(main));
  }
}

/** The part that carries the session: the repeat with the most work in it, or else the longest work step. */
function mainPlace(blocks: readonly Block[]): number {
  let [best, most] = [-1, 0];
  for (const [index, block] of blocks.entries()) {
    const weight = block.type === "repeat" ? 1e6 * block.times : block.kind === "work" ? sizeOf(block) : 0;
    if (weight > most) [best, most] = [index, weight];
  }
  if (best !== -1) return best;
  return blocks.reduce(
    (longest, block, index) =>
      block.type === "step" && sizeOf(block) > sizeAt(blocks, longest) ? index : longest,
    -1,
  );
}

function sizeAt(blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  return block?.type === "step" ? sizeOf(block) : 0;
}

function sizeOf(step: Step): number {
  if (step.length.kind === "open") return 1;
  return step.length.kind === "time" ? step.length.durationS : step.length.distanceM / 4;
}

/** One repetition more, two from ten up; at least two stay. */
function moreTimes(block: Repeat, direction: 1 | -1): Repeat | null {
  const times = block.times + direction * (block.times >= 10 ? 2 : 1);
  return times < 2 || times > 200 ? null : { ...block, times };
}

function longer(step: Step, factor: number): Step | null {
  if (step.length.kind === "open") return null;
  const { length } = step;
  if (length.kind === "time") {
    const durationS = roundTo(
      length.durationS * factor,
      length.durationS >= 600 ? 300 : 30,
      length.durationS,
    );
    return { ...step, length: { kind: "time", durationS } };
  }
  const step100 = length.distanceM >= 2_000 ? 500 : 100;
  return {
    ...step,
    length: { kind: "distance", distanceM: roundTo(length.distanceM * factor, step100, length.distanceM) },
  };
}

/** Shortens or lengthens every recovery of a repeat; null where there is none or it would become too short. */
function withRest(block: Block, factor: number): Repeat | null {
  if (block.type !== "repeat") return null;
  let changed = false;
  const steps = block.steps.map((step): Block => {
    if (step.type !== "step" || (step.kind !== "recovery" && step.kind !== "rest")) return step;
    const next = restLength(step, factor);
    if (!next) return step;
    changed = true;
    return next;
  });
  return changed ? { ...block, steps } : null;
}

function restLength(step: Step, factor: number): Step | null {
  const { length } = step;
  if (length.kind === "time") {
    const durationS = roundTo(length.durationS * factor, 15, length.durationS);
    return durationS >= 30 ? { ...step, length: { kind: "time", durationS } } : null;
  }
  if (length.kind === "distance") {
    const distanceM = roundTo(length.distanceM * factor, 50, length.distanceM);
    return distanceM >= 100 ? { ...step, length: { kind: "distance", distanceM } } : null;
  }
  return null;
}

/** Two seconds a kilometre faster, where the work is run at a pace; an effort is not pushed by a number. */
function faster(block: Block): Block | null {
  if (block.type === "step") {
    const target = fasterTarget(block.target);
    return target ? { ...block, target } : null;
  }
  let changed = false;
  const steps = block.steps.map((step): Block => {
    const target = step.type === "step" && step.kind === "work" ? fasterTarget(step.target) : null;
    if (step.type !== "step" || !target) return step;
    changed = true;
    return { ...step, target };
  });
  return changed ? { ...block, steps } : null;
}

function fasterTarget(target: Target | null): Target | null {
  if (target?.kind === "pace" && target.offsetSPerKm > -10) {
    return { ...target, offsetSPerKm: target.offsetSPerKm - 2 };
  }
  if (target?.kind === "pace-range" && target.fastSPerKm > 100) {
    return { ...target, fastSPerKm: target.fastSPerKm - 2, slowSPerKm: target.slowSPerKm - 2 };
  }
  return null;
}

/** Rounds to a grid but always moves by at least one step of it in the direction asked for. */
function roundTo(value: number, grid: number, from: number): number {
  const rounded = Math.round(value / grid) * grid;
  if (rounded !== from) return Math.max(grid, rounded);
  return value > from ? from + grid : Math.max(grid, from - grid);
}

/** Three other workouts of the same kind and level, those for the same events first. */
function switchOffers(id: string | null): NextStep[] {
  const current = id === null ? null : libraryWorkout(id);
  if (!current) return [];
  return WORKOUT_LIBRARY.filter(
    (other) => other.id !== current.id && other.hard === current.hard && !other.addOn,
  )
    .filter((other) => other.startDose[current.level] !== null)
    .map((other) => ({ other, kinship: kinship(current, other) }))
    .sort((a, b) => b.kinship - a.kinship || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => ({
      change: "switch",
      text: other.doses[other.startDose[current.level] ?? 0]?.text ?? other.text,
      workout: other.id,
      reason: "four-weeks-done",
      source: ["M35", ...other.source],
    }));
}

function kinship(current: LibraryWorkout, other: LibraryWorkout): number {
  const shared = other.events.filter((event) => current.events.includes(event)).length;
  const phases = other.phases.filter((phase) => current.phases.includes(phase)).length;
  return (other.kind === current.kind ? 10 : 0) + shared / 5 + phases / 10;
}
