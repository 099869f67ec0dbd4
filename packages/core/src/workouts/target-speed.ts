import {
  hrFractionAtSpeedFraction,
  type Pacing,
  speedAtFraction,
  speedFractionAtHrFraction,
} from "@repo/core/paces";
import { type NamedSpeeds, namedSpeeds } from "./named-speeds.ts";
import type { Effort, Target } from "./schema.ts";
import { intensityAtRpe } from "./target-effort.ts";

/** Speeds in m/s: the range to run in (null: none is set or known) and the best guess for time and distance. */
export type TargetSpeed = { lowMps: number | null; highMps: number | null; likelyMps: number | null };

/** A named pace is met within 2 % either side: a runner cannot hold a pace more exactly than that. [house] */
const TOLERANCE = 0.02;
/** People walk between repetitions at about this speed, whoever they are (m/s). [house] */
const WALKING_MPS = 1.5;
const UNKNOWN: TargetSpeed = { lowMps: null, highMps: null, likelyMps: null };

/**
 * What a target means in m/s for one athlete. Efforts without a pace of their own (strides, all-out, RPE, heart rate) have
 * no range, only a likely speed; without a score or threshold nothing is known but absolute paces and walking.
 */
export function speedOfTarget(target: Target | null, pacing: Pacing): TargetSpeed {
  const speeds = pacing.score === null ? null : namedSpeeds(pacing.score);
  if (target === null) return speeds ? likelyOnly(speeds.e) : UNKNOWN;
  switch (target.kind) {
    case "pace-range":
      return rangeOf(1000 / target.slowSPerKm, 1000 / target.fastSPerKm);
    case "pct-threshold-pace":
      return ofThreshold(target, pacing.thresholdSpeedMps);
    case "effort":
      return target.effort === "walk"
        ? likelyOnly(WALKING_MPS)
        : speeds
          ? ofEffort(target.effort, speeds)
          : UNKNOWN;
    case "pace":
      return speeds ? ofPace(target, speeds) : UNKNOWN;
    case "zone":
      return speeds ? ofZones(target, speeds) : UNKNOWN;
    case "rpe":
      return speeds ? likelyOnly((intensityAtRpe((target.low + target.high) / 2) * speeds.t) / 0.8) : UNKNOWN;
    case "hr":
      return likelyOnly(likelyAtHr(target, pacing));
  }
}

function ofThreshold(target: { low: number; high: number }, thresholdSpeedMps: number | null): TargetSpeed {
  if (thresholdSpeedMps === null) return UNKNOWN;
  const spread = target.low === target.high ? TOLERANCE : 0;
  return rangeOf(
    (target.low / 100) * thresholdSpeedMps * (1 - spread),
    (target.high / 100) * thresholdSpeedMps * (1 + spread),
  );
}

function ofPace(target: Extract<Target, { kind: "pace" }>, speeds: NamedSpeeds): TargetSpeed {
  if (target.pace === "e" && target.offsetSPerKm === 0) return rangeOf(speeds.eSlow, speeds.eFast);
  const paceSPerKm = 1000 / speeds[target.pace] + target.offsetSPerKm;
  // A large negative offset on a fast pace would be faster than anybody runs: nothing sensible to aim at.
  return paceSPerKm < 90 ? UNKNOWN : around(1000 / paceSPerKm);
}

function ofEffort(effort: Effort, speeds: NamedSpeeds): TargetSpeed {
  switch (effort) {
    case "easy":
      return rangeOf(speeds.eSlow, speeds.eFast);
    case "recovery":
      return rangeOf(speeds.eSlow * 0.75, speeds.eSlow);
    case "steady":
      return rangeOf(speeds.eFast, speeds.mp);
    case "float":
      return rangeOf(speeds.mp * 0.9, speeds.mp);
    case "tempo":
      return around(speeds.t);
    case "hard":
      return rangeOf(speeds["5k"] * (1 - TOLERANCE), speeds["3k"]);
    case "stride":
      return likelyOnly(speeds.mile * 1.08);
    case "all-out":
      return likelyOnly(speeds.mile * 1.25);
    case "walk":
      return likelyOnly(WALKING_MPS);
  }
}

/** The articles' zones as speeds: 1–2 easy, 3 near marathon, 4 one-hour pace, 5 between 5 km and 3 km, 6 faster (M1–M5). */
function ofZones(target: { low: number; high: number }, speeds: NamedSpeeds): TargetSpeed {
  const easyMiddle = speeds.e;
  const bounds: [number, number][] = [
    [speeds.eSlow, easyMiddle],
    [easyMiddle, speeds.eFast],
    [speeds.eFast, speeds.hm],
    [speeds.t * (1 - TOLERANCE), speeds.t * (1 + TOLERANCE)],
    [speeds["5k"] * (1 - TOLERANCE), speeds["3k"]],
  ];
  const [low, high] = [bounds[target.low - 1], bounds[target.high - 1]];
  if (!low) return likelyOnly(speeds.mile * 1.25);
  return high ? rangeOf(low[0], high[1]) : { lowMps: low[0], highMps: null, likelyMps: low[1] };
}

function likelyAtHr(target: Extract<Target, { kind: "hr" }>, pacing: Pacing): number | null {
  if (pacing.score === null) return null;
  const fraction = hrFractionOf(target, pacing);
  if (fraction === null) return null;
  const share = speedFractionAtHrFraction(fraction);
  return share.known ? share.value * speedAtFraction(pacing.score, 1) : null;
}

function hrFractionOf(target: Extract<Target, { kind: "hr" }>, pacing: Pacing): number | null {
  const middle = (target.low + target.high) / 2;
  if (target.basis === "max") return middle;
  const { maxHr, restingHr, thresholdHr } = pacing;
  if (target.basis === "threshold")
    return thresholdHr && maxHr ? (middle * thresholdHr) / maxHr : middle * THRESHOLD_HR;
  if (maxHr === null) return null;
  if (target.basis === "bpm") return middle / maxHr;
  return restingHr === null ? null : (restingHr + middle * (maxHr - restingHr)) / maxHr;
}

/** Share of maximum heart rate at 92 % of the speed at VO₂max, where threshold lies for most scores. */
const THRESHOLD_HR = thresholdHrShare();

function thresholdHrShare(): number {
  const share = hrFractionAtSpeedFraction(0.89);
  return share.known ? share.value : 0.92;
}

function around(speedMps: number): TargetSpeed {
  return { lowMps: speedMps * (1 - TOLERANCE), highMps: speedMps * (1 + TOLERANCE), likelyMps: speedMps };
}

function rangeOf(firstMps: number, secondMps: number): TargetSpeed {
  const [lowMps, highMps] = [Math.min(firstMps, secondMps), Math.max(firstMps, secondMps)];
  return { lowMps, highMps, likelyMps: (lowMps + highMps) / 2 };
}

function likelyOnly(speedMps: number | null): TargetSpeed {
  return { lowMps: null, highMps: null, likelyMps: speedMps };
}
