import type { ChartTable, ProfileStep } from "./data-shapes.ts";
import { drawable, figure, rounded } from "./numbers.ts";
import { PROFILE_UNIT_M, type ProfileUnit } from "./profile-layout.ts";

export type ProfileSummary = {
  stepCount: number;
  workCount: number;
  /** Null as soon as one step has no such measure: a part is not the whole. */
  durationS: number | null;
  distanceM: number | null;
};

export function describeProfile(steps: readonly ProfileStep[]): ProfileSummary {
  const total = (values: (number | null)[]) =>
    values.length === 0
      ? null
      : values.reduce<number | null>((sum, value) => {
          const safe = drawable(value);
          return sum === null || safe === null ? null : sum + safe;
        }, 0);
  return {
    stepCount: steps.length,
    workCount: steps.filter((step) => step.kind === "work").length,
    durationS: total(steps.map((step) => step.durationS)),
    distanceM: total(steps.map((step) => step.distanceM)),
  };
}

export function profileSentence(summary: ProfileSummary, unit: ProfileUnit = "km"): string {
  if (summary.stepCount === 0) return "No steps.";
  const facts = [
    `${summary.stepCount} ${summary.stepCount === 1 ? "step" : "steps"}`,
    summary.workCount > 0 ? `${summary.workCount} of them work` : "",
    summary.durationS === null ? "" : `${figure(summary.durationS / 60)} min`,
    summary.distanceM === null ? "" : `${figure(summary.distanceM / PROFILE_UNIT_M[unit], 1)} ${unit}`,
  ];
  return `${facts.filter(Boolean).join(", ")}.`;
}

/** Steps as a table. Metres stay where kilometres are meant, as repetitions are named by them; miles are miles. */
export function profileTable(steps: readonly ProfileStep[], unit: ProfileUnit = "km"): ChartTable {
  const miles = unit === "mi";
  return {
    columns: [
      { label: "Step" },
      { label: "Duration", unit: "min" },
      { label: "Distance", unit: miles ? "mi" : "m" },
      { label: "Intensity", unit: "%" },
    ],
    rows: steps.map((step, index) => [
      step.label ?? `${index + 1}, ${step.kind}`,
      rounded(step.durationS === null ? null : step.durationS / 60, 2),
      miles
        ? rounded(step.distanceM === null ? null : step.distanceM / PROFILE_UNIT_M.mi, 2)
        : rounded(step.distanceM, 0),
      rounded(step.intensity * 100, 0),
    ]),
  };
}
