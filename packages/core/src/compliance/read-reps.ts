import { findReps, type Lap } from "@repo/core/activities";
import { isStrideStep, type PlannedWorkout } from "@repo/core/season";
import type { ResolvedStep } from "@repo/core/workouts";
import { type Compliance, GRADE_LIMITS } from "./compliance.ts";
import { row } from "./evidence-row.ts";

const LEAST_REPS = 2;

type Range = { lowMps: number; highMps: number };

/** Work steps: what repetitions are held against. Strides around them are nobody's laps. */
function plannedReps(planned: PlannedWorkout): ResolvedStep[] {
  return (planned.steps ?? []).filter((step) => step.kind === "work" && !isStrideStep(step));
}

/** Whether a plan asks for repetitions: what its session is for is then more than its length. */
export function asksForReps(planned: PlannedWorkout): boolean {
  return plannedReps(planned).length >= LEAST_REPS;
}

function rangeOf(steps: readonly ResolvedStep[]): Range | null {
  const lows = steps.flatMap((step) => step.speedLowMps ?? []);
  const highs = steps.flatMap((step) => step.speedHighMps ?? []);
  if (lows.length === 0 || highs.length === 0) return null;
  return { lowMps: Math.min(...lows), highMps: Math.max(...highs) };
}

type Done = { durationS: number | null; distanceM: number | null };

/** Repetitions that were run: laps marked as work, else those that can be told from the laps' speeds. */
function doneReps(laps: readonly Lap[]): Done[] {
  const work = laps.filter((lap) => lap.kind === "work");
  // A mark that every lap carries says nothing.
  if (work.length === 0 || work.length === laps.length) return findReps([...laps]);
  return work.map(({ durationS, distanceM }) => ({
    durationS: durationS ?? null,
    distanceM: distanceM ?? null,
  }));
}

/** Whether a lap is about as long as the plan's repetitions: kilometre laps of a watch tell nothing of 400s. */
function isLike(done: Done, steps: readonly ResolvedStep[]): boolean {
  return steps.some(({ distanceM, durationS }) => {
    const asked = distanceM ?? durationS;
    const run = distanceM === null ? done.durationS : done.distanceM;
    return asked === null || run === null || Math.abs(run - asked) <= asked * GRADE_LIMITS.repLength;
  });
}

/**
 * Repetitions done against repetitions planned: how many, and how many in their pace range. Null where the plan has no
 * repetitions or the laps tell none of about that length: then the whole session's length has to do.
 */
export function gradeReps(planned: PlannedWorkout, laps: readonly Lap[]): Compliance | null {
  const steps = plannedReps(planned);
  if (steps.length < LEAST_REPS) return null;
  const laid = doneReps(laps);
  const reps = laid.filter((each) => isLike(each, steps));
  const count = reps.length;
  if (count === 0 || count < laid.length / 2) return null;
  const speeds = reps.flatMap((rep) => (rep.distanceM && rep.durationS ? rep.distanceM / rep.durationS : []));
  const ratio = count / steps.length;
  const range = rangeOf(steps);
  const tolerance = GRADE_LIMITS.repTolerance;
  const fast = range ? speeds.filter((speed) => speed > range.highMps * (1 + tolerance)).length : 0;
  const slow = range ? speeds.filter((speed) => speed < range.lowMps * (1 - tolerance)).length : 0;
  const inRange = speeds.length - fast - slow;
  const evidence = [row("Repetitions", count, null, steps.length)];
  if (range && speeds.length > 0) {
    evidence.push(
      row("Repetitions in range", inRange, null, Math.ceil(speeds.length * GRADE_LIMITS.repsInRange)),
      row("Faster than the range", fast),
      row("Slower than the range", slow),
    );
  }
  const base = { measure: "repetitions" as const, ratio, evidence };
  if (ratio < GRADE_LIMITS.offLow) return { ...base, grade: "far-off", reason: "fewer-reps" };
  if (ratio < GRADE_LIMITS.doneLow) return { ...base, grade: "short", reason: "fewer-reps" };
  if (range && speeds.length > 0 && inRange < speeds.length * GRADE_LIMITS.repsInRange) {
    return { ...base, grade: "far-off", reason: fast >= slow ? "reps-too-fast" : "reps-too-slow" };
  }
  if (ratio > GRADE_LIMITS.doneHigh) return { ...base, grade: "long", reason: "longer" };
  return { ...base, grade: "done", reason: "reps-in-range" };
}
