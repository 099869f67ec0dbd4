import type { Target } from "./schema.ts";

/**
 * A range that is run from one end to the other, in the order in which it was written: `ramp 60-80%` gets faster,
 * `ramp 80-60%` slower, and so does `ramp 4:15-4:30/km`.
 *
 * @returns where the ramp begins and where it ends; null where both are the same
 */
export function rampOf(target: Target, written: string): [Target, Target | null] {
  if (target.kind === "pace" || target.kind === "effort") return [target, null];
  const [low, high] = endsOf(target);
  if (low === null || high === null) return [target, null];
  return isFalling(target, written) ? [high, low] : [low, high];
}

/** The slow or low end and the fast or high one. */
function endsOf(target: Exclude<Target, { kind: "pace" | "effort" }>): [Target | null, Target | null] {
  if (target.kind === "pace-range") {
    const { fastSPerKm, slowSPerKm } = target;
    if (fastSPerKm === slowSPerKm) return [null, null];
    return [
      { ...target, fastSPerKm: slowSPerKm },
      { ...target, slowSPerKm: fastSPerKm },
    ];
  }
  if (target.low === target.high) return [null, null];
  return [
    { ...target, high: target.low },
    { ...target, low: target.high },
  ];
}

/** A pace that takes longer at the end falls, as does a share that is smaller at the end. */
function isFalling(target: Target, written: string): boolean {
  const [from, to] = [...written.matchAll(/(?:(\d+):)?(\d+(?:\.\d+)?)/g)].map(
    ([, minutes, rest]) => Number(minutes ?? 0) * 60 + Number(rest),
  );
  if (from === undefined || to === undefined) return false;
  return target.kind === "pace-range" ? from < to : from > to;
}
