import type { Pacing } from "@repo/core/paces";
import { resolveWorkout } from "./resolve-workout.ts";
import type { Block, Step, Target, WorkoutKind } from "./schema.ts";
import { summariseSteps } from "./summarise-steps.ts";

/** From here on an easy run is a long one, in seconds or metres. Ours. */
const LONG_S = 5_400;
const LONG_M = 18_000;

/** Kinds of easy days, long runs aside: one of them with hard steps was written anew and kept its kind. */
export const EASY_DAY_KINDS: ReadonlySet<WorkoutKind> = new Set(["easy", "recovery", "strides"]);

const PACE_KINDS: Readonly<Record<string, WorkoutKind>> = {
  mp: "race-pace",
  m: "race-pace",
  hm: "threshold",
  t: "threshold",
  "800": "repetitions",
  "1500": "repetitions",
  mile: "repetitions",
  r: "repetitions",
};

/**
 * What a workout that says nothing of itself is most likely for, told by its hardest steps; and whether it makes a hard
 * day. A guess for what comes from other programs: a person confirms it.
 */
export function guessKind(blocks: readonly Block[], pacing?: Pacing): { kind: WorkoutKind; hard: boolean } {
  const kinds = stepsOf(blocks).flatMap((step) => kindOfStep(step) ?? []);
  const hard = (["sprints", "repetitions", "intervals", "threshold", "race-pace"] as const).find((kind) =>
    kinds.includes(kind),
  );
  if (hard) return { kind: hard, hard: true };
  const { durationS, distanceM } = summariseSteps(resolveWorkout(blocks, pacing));
  const isLong = (durationS ?? 0) >= LONG_S || (distanceM ?? 0) >= LONG_M;
  if (isLong) return { kind: "long", hard: false };
  return { kind: kinds.includes("strides") ? "strides" : "easy", hard: false };
}

function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) => (block.type === "step" ? [block] : stepsOf(block.steps)));
}

function kindOfStep({ kind, target, targetEnd }: Step): WorkoutKind | null {
  if (kind !== "work") return null;
  return kindOfTarget(targetEnd ?? target);
}

function kindOfTarget(target: Target | null): WorkoutKind {
  switch (target?.kind) {
    case "pace":
      return PACE_KINDS[target.pace] ?? "intervals";
    case "effort":
      if (target.effort === "stride") return "strides";
      if (target.effort === "all-out") return "sprints";
      return target.effort === "tempo" ? "threshold" : "intervals";
    case "zone":
      return target.high <= 4 ? "threshold" : "intervals";
    case "rpe":
      return target.high <= 7 ? "threshold" : "intervals";
    case "pct-threshold-pace":
      return target.high <= 102 ? "threshold" : target.high <= 112 ? "intervals" : "repetitions";
    case "hr":
      return isAtThreshold(target) ? "threshold" : "intervals";
    case "pace-range":
    case undefined:
      return "intervals";
  }
}

function isAtThreshold({ basis, high }: Extract<Target, { kind: "hr" }>): boolean {
  return basis !== "bpm" && high <= { max: 0.92, threshold: 1.02, reserve: 0.88 }[basis];
}
