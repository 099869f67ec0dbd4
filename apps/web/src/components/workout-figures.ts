import type { Pacing } from "@repo/core/paces";
import {
  formatDistance,
  formatMinutes,
  formatPaceRange,
  paceFromSpeed,
  type UnitSystem,
} from "@repo/core/units";
import { parseWorkout, profileOf, type ResolvedStep, resolveWorkout } from "@repo/core/workouts";
import { type ProfileStep, profileSvg } from "@repo/ui/charts";

/** A workout's text read and resolved for one athlete; null where it is no run, or cannot be read. */
export function stepsOf(text: string | null, pacing: Pacing): ResolvedStep[] | null {
  if (!text?.trim()) return null;
  const parsed = parseWorkout(text);
  return parsed.ok ? resolveWorkout(parsed.blocks, pacing) : null;
}

/** The paces a step may be run at; null where it names none, or they are not known. */
export function paceRangeOf(step: ResolvedStep, units: UnitSystem): string | null {
  if (!step.speedLowMps || !step.speedHighMps) return null;
  return formatPaceRange(paceFromSpeed(step.speedHighMps), paceFromSpeed(step.speedLowMps), units);
}

/** How hard a step should feel, as a range of RPE. */
export function effortOf({ rpeLow, rpeHigh }: ResolvedStep): string | null {
  if (rpeLow === null) return null;
  return rpeLow === rpeHigh ? `RPE ${rpeLow}` : `RPE ${rpeLow}–${rpeHigh}`;
}

/** The pace range of the part that matters: the work, or else all of an easy run. Null: not known. */
export function mainRange(steps: readonly ResolvedStep[], units: UnitSystem): string | null {
  const hasSpeed = ({ speedLowMps }: ResolvedStep) => speedLowMps !== null;
  const main =
    steps.find((step) => step.kind === "work" && hasSpeed(step)) ??
    steps.find((step) => step.kind === "steady" && hasSpeed(step));
  return main ? paceRangeOf(main, units) : null;
}

/** How hard the part that matters should feel, as a range of RPE. */
export function mainEffort(steps: readonly ResolvedStep[]): string | null {
  const main = steps.find(({ kind }) => kind === "work") ?? steps.find(({ kind }) => kind === "steady");
  return main ? effortOf(main) : null;
}

/** One line under a workout's title: this athlete's range, else the effort; and how long it is. */
export function workoutDetail(
  workout: { title?: string; text: string | null; distanceM: number | null; durationS: number | null },
  pacing: Pacing,
  units: UnitSystem,
): string {
  const steps = stepsOf(workout.text, pacing);
  const range = steps ? (mainRange(steps, units) ?? mainEffort(steps)) : null;
  const isSaid = / (km|min|mi)\b/.test(workout.title ?? "");
  const size = isSaid
    ? null
    : workout.distanceM !== null
      ? formatDistance(workout.distanceM, units, 1)
      : workout.durationS !== null
        ? formatMinutes(workout.durationS)
        : null;
  // A range may break before its unit, where a column is narrow.
  return [range?.replace("/", " /"), size].filter(Boolean).join(" · ");
}

/** What a profile's long distances are told in. */
export function profileUnit(units: UnitSystem): "km" | "mi" {
  return units === "metric" ? "km" : "mi";
}

/** The profile as safe markup; null where there is nothing but one steady stretch to see. */
export function profileOfText(
  text: string | null,
  pacing: Pacing,
  size: { width: number; height: number; axis?: boolean; evenIfPlain?: boolean },
): string | null {
  const steps = stepsOf(text, pacing);
  if (!steps || steps.length === 0 || (steps.length === 1 && !size.evenIfPlain)) return null;
  const { evenIfPlain: _, ...options } = size;
  return profileSvg(profileOf(steps) as ProfileStep[], { ...options, fluid: "grow" });
}
