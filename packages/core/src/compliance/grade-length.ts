import type { Activity } from "@repo/core/activities";
import type { PlannedWorkout } from "@repo/core/season";
import { type Compliance, GRADE_LIMITS } from "./compliance.ts";
import { row } from "./evidence-row.ts";

/** What a session is measured by where no repetitions tell more: its time where the plan is in time, else its distance. */
function measureOf(
  planned: PlannedWorkout,
  activity: Activity,
): { measure: "distance" | "duration"; ratio: number } | null {
  const timed =
    (planned.steps ?? []).length > 0 && (planned.steps ?? []).every((step) => step.durationS !== null);
  const byTime = planned.durationS ? activity.durationS / planned.durationS : null;
  const byDistance = planned.distanceM && activity.distanceM ? activity.distanceM / planned.distanceM : null;
  if (timed && byTime !== null) return { measure: "duration", ratio: byTime };
  if (byDistance !== null) return { measure: "distance", ratio: byDistance };
  return byTime === null ? null : { measure: "duration", ratio: byTime };
}

/** Whether a plan gives the hard part alone: to warm up and cool down around it is what everybody does. */
function isHardPartAlone({ hard, steps }: PlannedWorkout): boolean {
  return (
    hard && !!steps && steps.length > 0 && steps.every(({ kind }) => kind === "work" || kind === "recovery")
  );
}

/**
 * Grades by length alone: within a fifth as planned, up to half off short or long, beyond that far off. Where the plan
 * gives the hard part alone, more is as planned.
 */
export function gradeLength(planned: PlannedWorkout, activity: Activity): Compliance {
  const measured = measureOf(planned, activity);
  if (!measured)
    return { grade: "done", reason: "length-unknown", measure: "none", ratio: null, evidence: [] };
  const { measure, ratio } = measured;
  const evidence =
    measure === "distance"
      ? [
          row(
            "Distance",
            Math.round((activity.distanceM ?? 0) / 10) / 100,
            "km",
            Math.round((planned.distanceM ?? 0) / 10) / 100,
          ),
        ]
      : [row("Time", Math.round(activity.durationS / 60), "min", Math.round((planned.durationS ?? 0) / 60))];
  const isOpen = isHardPartAlone(planned);
  evidence.push(
    row("Of the plan", Math.round(ratio * 100), "%", isOpen ? "80 or more, with warm-up" : "80–120"),
  );
  const base = { measure, ratio, evidence };
  if (ratio < GRADE_LIMITS.offLow) return { ...base, grade: "far-off", reason: "shorter" };
  if (isOpen && ratio > GRADE_LIMITS.doneHigh) return { ...base, grade: "done", reason: "as-planned" };
  if (ratio > GRADE_LIMITS.offHigh) return { ...base, grade: "far-off", reason: "longer" };
  if (ratio < GRADE_LIMITS.doneLow) return { ...base, grade: "short", reason: "shorter" };
  if (ratio > GRADE_LIMITS.doneHigh) return { ...base, grade: "long", reason: "longer" };
  return { ...base, grade: "done", reason: "as-planned" };
}
