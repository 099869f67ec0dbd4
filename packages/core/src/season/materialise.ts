import { NO_PACING, type Pacing } from "@repo/core/paces";
import {
  type Block,
  formatWorkout,
  type ResolvedStep,
  resolveWorkout,
  stepDistanceM,
  stepDurationS,
} from "@repo/core/workouts";
import { isRun } from "./is-run.ts";
import { plannedLoad } from "./planned-load.ts";
import type { Session } from "./session-blocks.ts";

/** A session resolved for one athlete. Steps are shared between equal sessions: treat them as read-only. */
export type Materialised = {
  text: string;
  steps: ResolvedStep[];
  distanceM: number | null;
  durationS: number | null;
  load: number | null;
  /** What the session adds to a week's kilometres: its distance, estimated where a step has none. */
  plannedKm: number;
};

/** Resolves sessions for one pacing and keeps what it has resolved: a season repeats itself often. */
export type Resolver = (session: Session) => Materialised;

/** Speed taken for a step that has no speed of its own, by its intensity: our own numbers, for planning alone. */
function assumedDistanceM(step: ResolvedStep): number {
  return (step.durationS ?? 0) * (0.9 + 2.7 * step.intensity);
}

/** Kilometres of steps: their distance, or their time at the likely speed, or at a speed assumed for planning. */
export function plannedKmOf(steps: readonly ResolvedStep[]): number {
  let distanceM = 0;
  for (const step of steps) distanceM += stepDistanceM(step) ?? assumedDistanceM(step);
  return distanceM / 1000;
}

/** Resolves the blocks of a run for an athlete, with totals. Null where pacing is needed and not known. */
export function materialiseRun(blocks: readonly Block[], pacing: Pacing): Materialised {
  const steps = resolveWorkout(blocks, pacing);
  const plannedKm = plannedKmOf(steps);
  let durationS: number | null = 0;
  for (const step of steps) {
    const stepS = stepDurationS(step);
    durationS = durationS === null || stepS === null ? null : durationS + stepS;
  }
  return {
    text: formatWorkout(blocks),
    steps,
    distanceM: Math.round(plannedKm * 1000),
    durationS: durationS === null ? null : Math.round(durationS),
    load: plannedLoad(steps, pacing),
    plannedKm,
  };
}

/** Sessions without running: their minutes count, their kilometres do not exist. */
function materialiseOther(session: Session): Materialised {
  const steps = resolveWorkout(session.blocks, NO_PACING);
  const durationS = steps.reduce((sum, step) => sum + (step.durationS ?? 0), 0);
  return {
    text: session.kind === "cross" ? formatWorkout(session.blocks) : "",
    steps: session.kind === "cross" ? steps : [],
    distanceM: null,
    durationS,
    load: plannedLoad(steps, NO_PACING),
    plannedKm: 0,
  };
}

/** A resolver for one athlete's pacing. */
export function resolverFor(pacing: Pacing): Resolver {
  const known = new Map<string, Materialised>();
  return (session) => {
    const found = known.get(session.key);
    if (found) return found;
    const made = isRun(session.kind) ? materialiseRun(session.blocks, pacing) : materialiseOther(session);
    known.set(session.key, made);
    return made;
  };
}
