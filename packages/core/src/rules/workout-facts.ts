import type { Level } from "@repo/core/athlete";
import {
  hardStepKm,
  isAllOutStep,
  isHardStep,
  isStrideStep,
  type PlannedWorkout,
  stepsOf,
} from "@repo/core/season";
import { strengthLibrarySession } from "@repo/core/strength";
import { libraryWorkout, type ResolvedStep, type Target } from "@repo/core/workouts";
import type { Entry } from "./rule-context.ts";

/** What the rules ask of a workout's inside; worked out once a workout. */
export type WorkoutFacts = {
  /** Kilometres harder than easy (M6): from its steps, or estimated by its kind, or not known. */
  hardKm: number | null;
  hardKmSource: "steps" | "kind" | "none";
  /** All-out running (M61), as against strides and hill sprints at 85–95 %. */
  sprints: boolean;
  /** Short hill sprints at 90–95 % (M21). */
  hillSprints: boolean;
  /** Longest all-out repetition: seconds and metres; null where there is none or it is not said. */
  longestSprint: { durationS: number | null; distanceM: number | null } | null;
  strides: boolean;
  /** Heavy strength: told by its library id or its title; strength that says nothing is taken as heavy. */
  heavyStrength: boolean;
  /** The level its library entry asks for; null for a workout of one's own. */
  level: Level | null;
  /** Whether a step names a pace in minutes and seconds, which rests on no result. */
  absolutePace: boolean;
  /** Whether it starts with easy running of at least a few minutes; null where its steps are not known. */
  warmUp: boolean | null;
  /** What is repeated: for the one-variable and stale rules. Null where steps are not known or nothing is hard. */
  spec: RepSpec | null;
};

/** The four things that may change between two sessions (M44). */
export type RepSpec = {
  family: string;
  reps: number;
  repLength: number;
  repUnit: "s" | "m";
  /** Every hard stretch by its length: what tells two sessions apart. */
  shape: string;
  /** Intensity of the hard part on the 0–1 scale. */
  intensity: number;
  pace: string;
  /** What the first hard stretch aims at. */
  target: Target | null;
  restLength: number;
  restUnit: "s" | "m" | null;
};

/** Facts by steps: workouts of one session share them, and a season laid out anew has the same sessions again. */
const FACTS_OF_STEPS = new WeakMap<readonly ResolvedStep[], { of: PlannedWorkout; facts: WorkoutFacts }>();
const WARM_UP_MIN_S = 300;
const WARM_UP_MIN_M = 800;
const HILL = /hill/i;
/** Share of a hard workout that is hard where its steps are not told: our own numbers. */
const HARD_SHARE_BY_KIND: Readonly<Record<string, number>> = {
  threshold: 0.5,
  intervals: 0.45,
  repetitions: 0.35,
  hills: 0.3,
  fartlek: 0.35,
  progression: 0.3,
  "race-pace": 0.5,
  sprints: 0.1,
  long: 0.2,
};

/** The facts of a workout on its day, remembered for as long as its week stays as it is. */
export function factsOf(entry: { workout: PlannedWorkout; facts: WorkoutFacts | null }): WorkoutFacts {
  entry.facts ??= factsOfSteps(entry.workout) ?? factsOfStrength(entry.workout) ?? readFacts(entry.workout);
  return entry.facts;
}

/** Facts of strength and jumps by their title: they have no steps, and a season repeats a handful of them. */
const FACTS_OF_STRENGTH = new Map<string, { of: PlannedWorkout; facts: WorkoutFacts }>();
const MOST_TITLES = 500;

function factsOfStrength(workout: PlannedWorkout): WorkoutFacts | null {
  if (workout.kind !== "strength" || workout.distanceM != null) return null;
  const known = FACTS_OF_STRENGTH.get(workout.title);
  if (known && isAlike(known.of, workout)) return known.facts;
  if (FACTS_OF_STRENGTH.size >= MOST_TITLES) FACTS_OF_STRENGTH.clear();
  const facts = readFacts(workout);
  FACTS_OF_STRENGTH.set(workout.title, { of: workout, facts });
  return facts;
}

function factsOfSteps(workout: PlannedWorkout): WorkoutFacts | null {
  const { steps } = workout;
  if (!steps || steps.length === 0 || workout.kind === "strength") return null;
  const known = FACTS_OF_STEPS.get(steps);
  if (known && isAlike(known.of, workout)) return known.facts;
  const facts = readFacts(workout);
  FACTS_OF_STEPS.set(steps, { of: workout, facts });
  return facts;
}

/** Whether two workouts with the same steps have the same facts. */
function isAlike(a: PlannedWorkout, b: PlannedWorkout): boolean {
  return a.kind === b.kind && a.workout === b.workout && a.title === b.title && a.hard === b.hard;
}

function isHeavyStrength(workout: PlannedWorkout): boolean {
  if (workout.kind !== "strength") return false;
  const known = workout.workout ? strengthLibrarySession(workout.workout) : null;
  if (known) return known.load === "heavy";
  return !/light|mobility|prehab|core/i.test(`${workout.workout ?? ""} ${workout.title}`);
}

/** The level a workout's library entry asks for; null for a workout of one's own. */
export function levelOf(workout: PlannedWorkout): Level | null {
  return workout.workout ? (libraryWorkout(workout.workout)?.level ?? null) : null;
}

function readFacts(workout: PlannedWorkout): WorkoutFacts {
  const steps = workout.kind === "strength" ? null : stepsOf(workout);
  if (!steps) return withoutSteps(workout);
  const hard: ResolvedStep[] = [];
  const sprint: ResolvedStep[] = [];
  const strides: ResolvedStep[] = [];
  let hardKm = 0;
  let absolutePace = false;
  for (const step of steps) {
    if (step.target?.kind === "pace-range") absolutePace = true;
    if (isStrideStep(step)) strides.push(step);
    else if (isAllOutStep(step)) sprint.push(step);
    else if (isHardStep(step)) {
      hard.push(step);
      hardKm += hardStepKm(step);
    }
  }
  const onHill =
    workout.kind === "hills" ||
    HILL.test(workout.workout ?? "") ||
    HILL.test(workout.title) ||
    HILL.test(sprint[0]?.note ?? "");
  const flat = workout.kind === "sprints";
  return {
    hardKm,
    hardKmSource: "steps",
    sprints: flat || (sprint.length > 0 && !onHill),
    hillSprints: onHill && (strides.length > 0 || sprint.length > 0),
    longestSprint: longestOf(
      flat ? [...sprint, ...strides, ...(sprint.length + strides.length > 0 ? [] : hard)] : sprint,
    ),
    strides: !onHill && !flat && strides.length > 0,
    heavyStrength: false,
    level: levelOf(workout),
    absolutePace,
    warmUp: startsEasy(steps),
    spec: specOf(workout, steps, hard),
  };
}

function withoutSteps(workout: PlannedWorkout): WorkoutFacts {
  const share = workout.hard && workout.kind !== "race" ? HARD_SHARE_BY_KIND[workout.kind] : 0;
  const known = share !== undefined && workout.distanceM != null;
  return {
    hardKm: known ? (share * (workout.distanceM ?? 0)) / 1000 : null,
    hardKmSource: workout.hard ? (known ? "kind" : "none") : "steps",
    sprints: workout.kind === "sprints",
    hillSprints: /hill sprint/i.test(workout.title),
    longestSprint: null,
    strides: workout.kind === "strides" || /stride/i.test(workout.title),
    heavyStrength: isHeavyStrength(workout),
    level: levelOf(workout),
    absolutePace: false,
    warmUp: null,
    spec: null,
  };
}

function longestOf(steps: readonly ResolvedStep[]): WorkoutFacts["longestSprint"] {
  if (steps.length === 0) return null;
  let durationS: number | null = null;
  let distanceM: number | null = null;
  for (const step of steps) {
    if (step.durationS !== null) durationS = Math.max(durationS ?? 0, step.durationS);
    if (step.distanceM !== null) distanceM = Math.max(distanceM ?? 0, step.distanceM);
  }
  return { durationS, distanceM };
}

function startsEasy(steps: readonly ResolvedStep[]): boolean {
  const first = steps[0];
  if (!first || isHardStep(first) || isAllOutStep(first) || isStrideStep(first)) return false;
  if (first.durationS !== null) return first.durationS >= WARM_UP_MIN_S;
  return first.distanceM === null || first.distanceM >= WARM_UP_MIN_M;
}

function lengthOf(step: ResolvedStep): { length: number; unit: "s" | "m" } {
  if (step.durationS !== null) return { length: step.durationS, unit: "s" };
  return { length: step.distanceM ?? 0, unit: "m" };
}

function paceText(step: ResolvedStep): string {
  const target = step.target;
  if (!target) return "none";
  if (target.kind === "pace") return `${target.pace}${target.offsetSPerKm || ""}`;
  if (target.kind === "effort") return target.effort;
  if (target.kind === "pace-range") return `${target.fastSPerKm}-${target.slowSPerKm}`;
  return `${target.kind} ${target.low}-${target.high}`;
}

function specOf(
  workout: PlannedWorkout,
  steps: readonly ResolvedStep[],
  hard: readonly ResolvedStep[],
): RepSpec | null {
  const first = hard[0];
  if (!first) return null;
  const { length, unit } = lengthOf(first);
  const shape = hard.map((step) => `${lengthOf(step).length}${lengthOf(step).unit}`).join("+");
  // Stretches of several lengths (a ladder, tempo with 800s) have no length of a repetition to compare.
  const mixed = hard.some((step) => lengthOf(step).length !== length);
  const at = steps.indexOf(first);
  const rest = steps.slice(at + 1).find((step) => step.kind === "recovery" || step.kind === "rest");
  return {
    family: workout.workout ?? `${workout.kind}:${unit === "m" && hard.length > 1 ? `${length} m` : unit}`,
    reps: hard.length,
    repLength: mixed ? 0 : length,
    repUnit: unit,
    shape,
    intensity: first.intensity,
    pace: paceText(first),
    target: first.target,
    restLength: rest && hard.length > 1 ? lengthOf(rest).length : 0,
    restUnit: rest && hard.length > 1 ? lengthOf(rest).unit : null,
  };
}

/** Whether a workout holds sprints, hill sprints or plyometrics. */
export function needsFreshLegs(entry: Entry): boolean {
  if (entry.workout.kind === "plyometrics") return true;
  if (!entry.run || entry.race) return false;
  const facts = factsOf(entry);
  return facts.sprints || facts.hillSprints;
}
