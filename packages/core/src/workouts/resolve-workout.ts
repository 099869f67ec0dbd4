import { NO_PACING, type Pacing } from "@repo/core/paces";
import type { Block, ResolvedStep, Step, Target } from "./schema.ts";
import { nominalEffort } from "./target-effort.ts";
import { speedOfTarget } from "./target-speed.ts";

/** A workout of more steps than this is a mistake, and would hang the page that shows it. */
const MOST_STEPS = 2_000;

/**
 * A workout written out step by step and resolved for one athlete: speed ranges in m/s, heart rates in beats a minute,
 * intensity for the profile. What cannot be known (no score, no thresholds) is null; targets stay as they were asked for.
 * Throws a RangeError above 2,000 steps, which no parser lets through.
 */
export function resolveWorkout(blocks: readonly Block[], pacing: Pacing = NO_PACING): ResolvedStep[] {
  const steps: ResolvedStep[] = [];
  resolveInto(steps, blocks, pacing);
  return steps;
}

function resolveInto(steps: ResolvedStep[], blocks: readonly Block[], pacing: Pacing): void {
  for (const block of blocks) {
    if (block.type === "step") {
      if (steps.length >= MOST_STEPS) throw new RangeError(`a workout has at most ${MOST_STEPS} steps`);
      steps.push(resolveStep(block, pacing));
      continue;
    }
    const once: ResolvedStep[] = [];
    resolveInto(once, block.steps, pacing);
    if (steps.length + once.length * block.times > MOST_STEPS) {
      throw new RangeError(`a workout has at most ${MOST_STEPS} steps`);
    }
    for (let round = 0; round < block.times; round++) steps.push(...once.map((step) => ({ ...step })));
  }
}

function resolveStep(step: Step, pacing: Pacing): ResolvedStep {
  const resting = step.kind === "rest" && step.target === null;
  const asked = step.target ?? implied(step);
  const effort = nominalEffort(asked, pacing.thresholdSpeedMps);
  const speed = resting ? { lowMps: null, highMps: null, likelyMps: 0 } : speedOfTarget(asked, pacing);
  const end = step.targetEnd ?? null;
  const endSpeed = end ? speedOfTarget(end, pacing) : null;
  const hr = hrOf(step.target, pacing);
  return {
    kind: step.kind,
    durationS: step.length.kind === "time" ? step.length.durationS : null,
    distanceM: step.length.kind === "distance" ? step.length.distanceM : null,
    target: step.target,
    speedLowMps: step.target ? least(speed.lowMps, endSpeed?.lowMps) : null,
    speedHighMps: step.target ? most(speed.highMps, endSpeed?.highMps) : null,
    rpeLow: step.target ? effort.rpeLow : null,
    rpeHigh: step.target ? effort.rpeHigh : null,
    ...(hr ? { hrLowBpm: hr.low, hrHighBpm: hr.high } : {}),
    intensity: resting ? 0 : effort.intensity,
    ...(end ? { targetEnd: end, intensityEnd: nominalEffort(end, pacing.thresholdSpeedMps).intensity } : {}),
    likelySpeedMps: endSpeed ? middle(speed.likelyMps, endSpeed.likelyMps) : speed.likelyMps,
    ...(step.note === null || step.note === undefined ? {} : { note: step.note }),
  };
}

/** What a step without a target is run at: warm-up, cool-down and recovery are easy; a bare repetition is not known. */
function implied(step: Step): Target | null {
  if (step.kind === "work") return { kind: "effort", effort: "hard" };
  if (step.kind === "recovery") return { kind: "effort", effort: "recovery" };
  return { kind: "effort", effort: "easy" };
}

function hrOf(target: Target | null, pacing: Pacing): { low: number; high: number } | null {
  if (target?.kind === "hr") return hrTargetBpm(target, pacing);
  // M1: zones 1 and 2 lie at 60–70 % of maximum; M4: zone 5 at 90–100 %. The other zones are printed without figures.
  if (target?.kind !== "zone" || pacing.maxHr === null) return null;
  if (target.high <= 2) return { low: 0.6 * pacing.maxHr, high: 0.7 * pacing.maxHr };
  return target.low === 5 && target.high === 5 ? { low: 0.9 * pacing.maxHr, high: pacing.maxHr } : null;
}

function hrTargetBpm(
  target: Extract<Target, { kind: "hr" }>,
  pacing: Pacing,
): { low: number; high: number } | null {
  const { maxHr, restingHr, thresholdHr } = pacing;
  if (target.basis === "bpm") return { low: target.low, high: target.high };
  if (target.basis === "reserve") {
    if (maxHr === null || restingHr === null || maxHr <= restingHr) return null;
    const at = (fraction: number) => restingHr + fraction * (maxHr - restingHr);
    return { low: at(target.low), high: at(target.high) };
  }
  const basis = target.basis === "max" ? maxHr : thresholdHr;
  return basis === null ? null : { low: target.low * basis, high: target.high * basis };
}

function least(first: number | null, second: number | null | undefined): number | null {
  return first === null || second === undefined ? first : second === null ? null : Math.min(first, second);
}

function most(first: number | null, second: number | null | undefined): number | null {
  return first === null || second === undefined ? first : second === null ? null : Math.max(first, second);
}

function middle(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : (first + second) / 2;
}
