import type { Sex } from "@repo/core/athlete";
import { adjustForConditions, type Conditions, type Slowing } from "@repo/core/paces";
import type { ResolvedStep } from "./schema.ts";
import { summariseSteps } from "./summarise-steps.ts";

/**
 * A resolved workout for the day's conditions (M10): every speed range is moved slower and widened, and each widening is
 * named. Steps without a speed range (efforts, heart rate) stay as they are: they adjust themselves.
 */
export function adjustSteps(
  steps: readonly ResolvedStep[],
  conditions: Conditions,
  athlete: { sex?: Sex | null } = {},
): { steps: ResolvedStep[]; slowing: Slowing[]; advice: string[] } {
  const durationS = summariseSteps(steps).durationS ?? 3_600;
  const effort = { durationS, sex: athlete.sex ?? null };
  const day = adjustForConditions({ fastSPerKm: 300, slowSPerKm: 300 }, conditions, effort);
  if (day.slowing.length === 0) return { steps: [...steps], slowing: [], advice: day.advice };
  const adjusted = steps.map((step) => {
    const { speedLowMps, speedHighMps } = step;
    if (speedLowMps === null || speedHighMps === null || !(speedLowMps > 0 && speedHighMps > 0)) return step;
    const pace = { fastSPerKm: 1000 / speedHighMps, slowSPerKm: 1000 / speedLowMps };
    const widened = adjustForConditions(pace, conditions, effort);
    const likely = step.likelySpeedMps;
    const middle = (widened.fastSPerKm / pace.fastSPerKm + widened.slowSPerKm / pace.slowSPerKm) / 2;
    return {
      ...step,
      speedLowMps: 1000 / widened.slowSPerKm,
      speedHighMps: 1000 / widened.fastSPerKm,
      ...(typeof likely === "number" ? { likelySpeedMps: likely / middle } : {}),
    };
  });
  return { steps: adjusted, slowing: day.slowing, advice: day.advice };
}
