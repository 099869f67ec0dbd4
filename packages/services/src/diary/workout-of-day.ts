import type { Pacing } from "@repo/core/paces";
import { type ExerciseSet, parseExercises } from "@repo/core/strength";
import {
  type Block,
  libraryWorkout,
  parseWorkout,
  profileOf,
  type ResolvedStep,
  resolveWorkout,
  type StepKind,
  summariseSteps,
} from "@repo/core/workouts";
import type { PlannedWorkoutRow } from "@repo/db/queries";

/** One line of a workout as an athlete reads it: what, how long, and their own range. */
export type WorkoutLine = {
  kind: StepKind;
  /** How often; 1 for a step that stands alone. */
  times: number;
  /** Done between the repetitions of the line before it. */
  isBetween: boolean;
  durationS: number | null;
  distanceM: number | null;
  fastSPerKm: number | null;
  slowSPerKm: number | null;
  hrLowBpm: number | null;
  hrHighBpm: number | null;
  rpeLow: number | null;
  rpeHigh: number | null;
  note: string | null;
};

/** A planned workout with its targets resolved for its athlete. */
export function workoutOfDay(row: PlannedWorkoutRow, pacing: Pacing) {
  const blocks = blocksOf(row);
  const steps = blocks ? resolveWorkout(blocks, pacing) : [];
  const summary = summariseSteps(steps);
  const library = row.libraryId ? libraryWorkout(row.libraryId) : null;
  const grade = row.grade as { grade?: string; reason?: string } | null;
  return {
    id: row.id,
    version: row.version,
    localDate: row.localDate,
    title: row.title,
    kind: row.kind,
    hard: row.hard,
    text: row.text,
    coachNote: row.coachNote,
    status: row.status,
    statusReason: row.statusReason,
    grade: grade?.grade ?? null,
    gradeReason: grade?.reason ?? null,
    distanceM: (steps.length > 0 ? summary.distanceM : null) ?? row.distanceM,
    durationS: (steps.length > 0 ? summary.durationS : null) ?? row.durationS,
    rpe: effortOf(steps, row.hard),
    purpose: library?.purpose ?? null,
    source: library ? [...library.source] : [],
    lines: blocks ? blocks.flatMap((block) => linesOf(block, pacing, 1)) : [],
    profile: profileOf(steps),
    exercises: exercisesOf(row),
  };
}

export type WorkoutOfDay = ReturnType<typeof workoutOfDay>;

const WITH_EXERCISES = new Set(["strength", "plyometrics", "drills", "mobility"]);

/** The dose of a session of exercises; empty where it is none, or is written in words of its own. */
function exercisesOf({ kind, text }: PlannedWorkoutRow): ExerciseSet[] {
  if (!WITH_EXERCISES.has(kind) || !text) return [];
  const parsed = parseExercises(text);
  return parsed.ok ? parsed.sets : [];
}

/** The steps of a workout; null where it is not made of steps. */
export function blocksOf(row: PlannedWorkoutRow): Block[] | null {
  if (row.blocks && row.blocks.length > 0) return row.blocks as Block[];
  if (!row.text || row.kind === "strength") return null;
  const parsed = parseWorkout(row.text);
  return parsed.ok ? parsed.blocks : null;
}

function linesOf(block: Block, pacing: Pacing, times: number): WorkoutLine[] {
  if (block.type === "step") {
    const [step] = resolveWorkout([block], pacing);
    return step ? [lineOf(step, { times, isBetween: false })] : [];
  }
  const inner = block.steps.flatMap((each) => linesOf(each, pacing, times * block.times));
  return inner.map((line, index) => {
    const isBetween = index > 0 && (line.kind === "recovery" || line.kind === "rest");
    return { ...line, isBetween: line.isBetween || isBetween };
  });
}

function lineOf(step: ResolvedStep, place: { times: number; isBetween: boolean }): WorkoutLine {
  const pace = (speedMps: number | null) => (speedMps && speedMps > 0 ? 1_000 / speedMps : null);
  return {
    kind: step.kind,
    ...place,
    durationS: step.durationS,
    distanceM: step.distanceM,
    fastSPerKm: pace(step.speedHighMps),
    slowSPerKm: pace(step.speedLowMps),
    hrLowBpm: step.hrLowBpm ?? null,
    hrHighBpm: step.hrHighBpm ?? null,
    rpeLow: step.rpeLow,
    rpeHigh: step.rpeHigh,
    note: step.note ?? null,
  };
}

type Effort = { low: number; high: number };

/**
 * How a workout should feel: as the hardest step of a hard one, and as most of its time where it is not: a few seconds
 * uphill at 9 leave an easy run easy. Null where no step says an effort.
 */
function effortOf(steps: readonly ResolvedStep[], isHard: boolean): Effort | null {
  const told = steps.flatMap(({ rpeLow, rpeHigh, durationS, distanceM }) =>
    rpeLow === null || rpeHigh === null
      ? []
      : [{ low: rpeLow, high: rpeHigh, seconds: durationS ?? (distanceM ?? 0) / USUAL_SPEED_MPS }],
  );
  if (isHard)
    return told.reduce<Effort | null>(
      (most, step) => (step.high > (most?.high ?? -1) ? at(step) : most),
      null,
    );
  const spent = new Map<string, { effort: Effort; seconds: number }>();
  for (const step of told) {
    const key = `${step.low} ${step.high}`;
    spent.set(key, { effort: at(step), seconds: (spent.get(key)?.seconds ?? 0) + step.seconds });
  }
  const [longest] = [...spent.values()].sort((a, b) => b.seconds - a.seconds);
  return longest?.effort ?? null;
}

/** To compare steps of a length with steps of a time where no pace is known. */
const USUAL_SPEED_MPS = 3;

function at({ low, high }: Effort): Effort {
  return { low, high };
}
