import { isCeiling } from "./hr-ceiling.ts";
import type { Effort, PaceName, Target } from "./schema.ts";

/** What a target feels like: intensity 0 (standing) to 1 (all out), 0.8 at threshold speed; and RPE on 0–10. */
export type NominalEffort = { intensity: number; rpeLow: number; rpeHigh: number };

/**
 * Intensity is 0.8 × speed over threshold speed, at a score of 50, so that it means the same for named paces and for
 * absolute speeds. RPE from M1–M5, M11, M22, M29; between them ours. [house]
 */
const OF_PACE: Record<PaceName, NominalEffort> = {
  e: { intensity: 0.65, rpeLow: 2, rpeHigh: 4 },
  m: { intensity: 0.75, rpeLow: 5, rpeHigh: 6 },
  mp: { intensity: 0.75, rpeLow: 5, rpeHigh: 6 },
  hm: { intensity: 0.78, rpeLow: 6, rpeHigh: 7 },
  t: { intensity: 0.8, rpeLow: 7, rpeHigh: 7 },
  "10k": { intensity: 0.82, rpeLow: 7, rpeHigh: 8 },
  "5k": { intensity: 0.85, rpeLow: 8, rpeHigh: 9 },
  i: { intensity: 0.87, rpeLow: 8, rpeHigh: 9 },
  "3k": { intensity: 0.89, rpeLow: 8, rpeHigh: 9 },
  "1500": { intensity: 0.94, rpeLow: 9, rpeHigh: 9 },
  mile: { intensity: 0.94, rpeLow: 9, rpeHigh: 9 },
  r: { intensity: 0.94, rpeLow: 9, rpeHigh: 9 },
  "800": { intensity: 0.98, rpeLow: 9, rpeHigh: 9 },
};
const OF_EFFORT: Record<Effort, NominalEffort> = {
  walk: { intensity: 0.3, rpeLow: 1, rpeHigh: 1 },
  recovery: { intensity: 0.55, rpeLow: 1, rpeHigh: 2 },
  easy: { intensity: 0.65, rpeLow: 2, rpeHigh: 4 },
  float: { intensity: 0.72, rpeLow: 4, rpeHigh: 5 },
  steady: { intensity: 0.73, rpeLow: 4, rpeHigh: 5 },
  tempo: { intensity: 0.8, rpeLow: 7, rpeHigh: 7 },
  hard: { intensity: 0.86, rpeLow: 8, rpeHigh: 9 },
  stride: { intensity: 0.95, rpeLow: 7, rpeHigh: 8 },
  "all-out": { intensity: 1, rpeLow: 10, rpeHigh: 10 },
};
/** The articles' zones (M1–M5); 7 exists only in imported texts and is a sprint too. */
const OF_ZONE: readonly NominalEffort[] = [
  { intensity: 0.6, rpeLow: 1, rpeHigh: 3 },
  { intensity: 0.67, rpeLow: 3, rpeHigh: 4 },
  { intensity: 0.74, rpeLow: 5, rpeHigh: 6 },
  { intensity: 0.8, rpeLow: 7, rpeHigh: 7 },
  { intensity: 0.86, rpeLow: 8, rpeHigh: 9 },
  { intensity: 1, rpeLow: 10, rpeHigh: 10 },
  { intensity: 1, rpeLow: 10, rpeHigh: 10 },
];
/** Intensity at RPE 0 … 10. [house] */
const AT_RPE = [0.1, 0.5, 0.6, 0.65, 0.69, 0.73, 0.76, 0.8, 0.84, 0.9, 1] as const;
/** Seconds a kilometre at threshold of a middling runner; only to rank an absolute pace when no threshold is known. */
const TYPICAL_THRESHOLD_S_PER_KM = 285;

/** Intensity and RPE of a target; `thresholdSpeedMps` places absolute paces, null when not known. RPE null: not said. */
export function nominalEffort(
  target: Target | null,
  thresholdSpeedMps: number | null,
): { intensity: number; rpeLow: number | null; rpeHigh: number | null } {
  if (target === null) return { intensity: 0.65, rpeLow: null, rpeHigh: null };
  switch (target.kind) {
    case "pace":
      return withOffset(OF_PACE[target.pace], target.offsetSPerKm);
    case "effort":
      return OF_EFFORT[target.effort];
    case "zone":
      return zoneEffort(target.low, target.high);
    case "rpe":
      return {
        intensity: intensityAtRpe((target.low + target.high) / 2),
        rpeLow: target.low,
        rpeHigh: target.high,
      };
    case "pace-range":
      return ofSpeed(2000 / (target.fastSPerKm + target.slowSPerKm), thresholdSpeedMps);
    case "pct-threshold-pace":
      return { intensity: clamp((0.8 * (target.low + target.high)) / 200), rpeLow: null, rpeHigh: null };
    case "hr":
      return { intensity: intensityAtHr(target), rpeLow: null, rpeHigh: null };
  }
}

function withOffset(effort: NominalEffort, offsetSPerKm: number): NominalEffort {
  // Thirty seconds a kilometre are about a tenth of a pace, and a tenth of a pace about 0.07 of the scale.
  return offsetSPerKm === 0
    ? effort
    : { ...effort, intensity: clamp(effort.intensity - (offsetSPerKm * 0.07) / 30) };
}

function zoneEffort(low: number, high: number): NominalEffort {
  const [first, last] = [OF_ZONE[low - 1] ?? OF_ZONE[0], OF_ZONE[high - 1] ?? OF_ZONE[6]];
  if (!first || !last) return OF_EFFORT.easy;
  return { intensity: (first.intensity + last.intensity) / 2, rpeLow: first.rpeLow, rpeHigh: last.rpeHigh };
}

/** Intensity at a perceived exertion of 0–10, between the marks in a straight line. */
export function intensityAtRpe(rpe: number): number {
  const at = Math.min(10, Math.max(0, rpe));
  const below = Math.floor(at);
  const [from, to] = [AT_RPE[below] ?? 0.65, AT_RPE[Math.min(10, below + 1)] ?? 1];
  return from + (to - from) * (at - below);
}

function ofSpeed(speedMps: number, thresholdSpeedMps: number | null) {
  const threshold = thresholdSpeedMps ?? 1000 / TYPICAL_THRESHOLD_S_PER_KM;
  return { intensity: clamp((0.8 * speedMps) / threshold), rpeLow: null, rpeHigh: null };
}

/** Each basis placed by what it is at threshold: about 0.9 of maximum, 0.86 of reserve. Beats alone are not placed. */
function intensityAtHr(target: Extract<Target, { kind: "hr" }>): number {
  const middle = isCeiling(target) ? target.high : (target.low + target.high) / 2;
  const atThreshold = { max: 0.9, threshold: 1, reserve: 0.86, bpm: 0 }[target.basis];
  return atThreshold === 0 ? 0.7 : clamp(0.8 * (middle / atThreshold) ** 1.3);
}

function clamp(intensity: number): number {
  return Math.min(1, Math.max(0, intensity));
}
