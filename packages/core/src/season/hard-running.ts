import { isEasyTarget, type ResolvedStep, stepDistanceM } from "@repo/core/workouts";

const STRIDE_MAX_S = 40;
const STRIDE_MAX_M = 120;
const SPRINT_MAX_S = 15;
const SPRINT_MAX_M = 80;
/** Speed taken for a hard step without one: 4 m/s, our own number. */
const ASSUMED_HARD_MPS = 4;

function isShort(step: ResolvedStep, maxS: number, maxM: number): boolean {
  if (step.durationS !== null) return step.durationS <= maxS;
  return step.distanceM !== null && step.distanceM <= maxM;
}

/** Strides, and sprints by feel below all-out (M21, M62): seasoning, not hard distance. */
export function isStrideStep(step: ResolvedStep): boolean {
  const target = step.target;
  if (step.kind !== "work" || target === null) return false;
  if (target.kind === "rpe")
    return target.low >= 8 && target.low < 10 && isShort(step, SPRINT_MAX_S, SPRINT_MAX_M);
  return target.kind === "effort" && target.effort === "stride" && isShort(step, STRIDE_MAX_S, STRIDE_MAX_M);
}

/** All-out running (M61). */
export function isAllOutStep(step: ResolvedStep): boolean {
  const target = step.target;
  if (step.kind === "recovery" || step.kind === "rest" || target === null) return false;
  if (target.kind === "effort") return target.effort === "all-out";
  if (target.kind === "zone") return target.low >= 6;
  return target.kind === "rpe" && target.low >= 10;
}

/** Harder than easy and long enough to count as distance: strides and sprints are seasoning (M109). */
export function isHardStep(step: ResolvedStep): boolean {
  if (step.kind !== "work" && step.kind !== "steady") return false;
  if (step.target === null) return step.kind === "work";
  if (isStrideStep(step) || isAllOutStep(step)) return false;
  if (step.targetEnd && !isEasyTarget(step.targetEnd)) return true;
  if (step.target.kind === "pace-range") return step.intensity > 0.7;
  return !isEasyTarget(step.target);
}

/** Kilometres of a hard step, estimated where neither its distance nor its speed is known. */
export function hardStepKm(step: ResolvedStep): number {
  return (stepDistanceM(step) ?? (step.durationS ?? 0) * ASSUMED_HARD_MPS) / 1000;
}

/** Kilometres harder than easy (M6). */
export function hardKmOf(steps: readonly ResolvedStep[]): number {
  let km = 0;
  for (const step of steps) if (isHardStep(step)) km += hardStepKm(step);
  return km;
}
