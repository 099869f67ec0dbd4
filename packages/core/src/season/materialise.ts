import { NO_PACING, type Pacing } from "@repo/core/paces";
import {
  type Block,
  formatWorkout,
  type ResolvedStep,
  resolveWorkout,
  stepDistanceM,
  stepDurationS,
} from "@repo/core/workouts";
import { hardKmOf } from "./hard-running.ts";
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
  /** Kilometres of it harder than easy (M6). */
  hardKm: number;
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
    hardKm: hardKmOf(steps),
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
    hardKm: 0,
  };
}

/** What was resolved before, by what it was resolved with: resolution is pure, and seasons are laid out again and again. */
const RESOLVED = new Map<string, Map<Session, Materialised>>();
const MOST_PACINGS = 64;
const MOST_SESSIONS = 5_000;

function rememberedFor(pacing: Pacing): Map<Session, Materialised> {
  const key = `${pacing.score}|${pacing.thresholdSpeedMps}|${pacing.maxHr}|${pacing.restingHr}|${pacing.thresholdHr}`;
  const known = RESOLVED.get(key);
  if (known && known.size < MOST_SESSIONS) return known;
  if (RESOLVED.size >= MOST_PACINGS) RESOLVED.delete(RESOLVED.keys().next().value as string);
  const fresh = new Map<Session, Materialised>();
  RESOLVED.set(key, fresh);
  return fresh;
}

/** A resolver for one athlete's pacing. */
export function resolverFor(pacing: Pacing): Resolver {
  const known = rememberedFor(pacing);
  return (session) => {
    let made = known.get(session);
    if (!made) {
      made = isRun(session.kind) ? materialiseRun(session.blocks, pacing) : materialiseOther(session);
      if (session.kind !== "race") known.set(session, made);
    }
    return made;
  };
}
