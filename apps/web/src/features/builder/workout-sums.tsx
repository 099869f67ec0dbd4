"use client";

import { valueOrNull } from "@repo/core/estimate";
import { estimateWorkoutLoad } from "@repo/core/load";
import type { Pacing } from "@repo/core/paces";
import { formatDistance, formatDuration, type UnitSystem } from "@repo/core/units";
import {
  type Block,
  profileOf,
  type ResolvedStep,
  resolveWorkout,
  summariseSteps,
} from "@repo/core/workouts";
import { Chart } from "@repo/ui/chart";
import { type ProfileStep, profilePicture } from "@repo/ui/charts";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { useMemo, useState } from "react";
import { useUnits } from "#components/units.tsx";
import { profileUnit } from "#components/workout-figures.ts";

const AXES = [
  { value: "time", label: "Time" },
  { value: "distance", label: "Distance" },
];

/** What a workout adds up to for one athlete, and how it looks from the side. */
export function WorkoutSums({ blocks, pacing }: { blocks: readonly Block[]; pacing: Pacing }) {
  const units = useUnits();
  const [by, setBy] = useState<"time" | "distance">("time");
  const steps = useMemo(() => resolveWorkout(blocks, pacing), [blocks, pacing]);
  const picture = useMemo(
    () =>
      profilePicture(profileOf(steps) as ProfileStep[], {
        width: 440,
        height: 104,
        axis: true,
        by,
        unit: profileUnit(units),
      }),
    [steps, by, units],
  );
  return (
    <div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <p className="type-display">{sumsOf(steps, pacing, units).join(" · ")}</p>
        <SegmentedChoice
          legend="Profile by"
          hideLegend
          className="w-44"
          size="sm"
          name="profile-axis"
          options={AXES}
          value={by}
          onChange={(value) => setBy(value as typeof by)}
        />
      </div>
      <Chart label={`Profile by ${by}`} className="mt-2" picture={picture} tableWord="Steps as a table" />
    </div>
  );
}

/** Time, distance and load in the athlete's own paces; what is not known is left out, or said of the load. */
export function sumsOf(steps: readonly ResolvedStep[], pacing: Pacing, units: UnitSystem): string[] {
  const sum = summariseSteps(steps);
  const load = valueOrNull(estimateWorkoutLoad(steps, pacing));
  return [
    sum.durationS === null ? [] : formatDuration(sum.durationS),
    sum.distanceM === null ? [] : formatDistance(sum.distanceM, units, 1),
    load === null ? "load not known" : `load ${Math.round(load)}`,
  ].flat();
}
