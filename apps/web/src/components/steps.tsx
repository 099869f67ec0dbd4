"use client";

import { valueOrNull } from "@repo/core/estimate";
import { estimateWorkoutLoad } from "@repo/core/load";
import type { Pacing } from "@repo/core/paces";
import { formatDistance, formatDuration } from "@repo/core/units";
import {
  type Block,
  formatStepLabel,
  formatWorkout,
  profileOf,
  type ResolvedStep,
  resolveWorkout,
  summariseSteps,
} from "@repo/core/workouts";
import { Chart } from "@repo/ui/chart";
import { type ProfileStep, profilePicture } from "@repo/ui/charts";
import { useMemo } from "react";
import { useUnits } from "./units.tsx";
import { effortOf, paceRangeOf, profileUnit } from "./workout-figures.ts";

type StepsProps = { blocks: Block[]; pacing: Pacing };

/** The steps of a workout for one athlete: totals, profile, and each part with its range. */
export function Steps({ blocks, pacing }: StepsProps) {
  const units = useUnits();
  const steps = useMemo(() => resolveWorkout(blocks, pacing), [blocks, pacing]);
  const sum = summariseSteps(steps);
  const load = valueOrNull(estimateWorkoutLoad(steps, pacing));
  const totals = [
    sum.durationS === null ? null : formatDuration(sum.durationS),
    sum.distanceM === null ? null : formatDistance(sum.distanceM, units, 1),
    load === null ? "load not known" : `load ${Math.round(load)}`,
  ];
  return (
    <div className="mt-4">
      <p className="type-figure">
        {totals.filter(Boolean).join(" · ")}
        {sum.estimated ? <span className="type-narrow font-normal text-ink-soft"> estimated</span> : null}
      </p>
      <Chart
        label="Profile"
        hideTable
        className="mt-2"
        picture={profilePicture(profileOf(steps) as ProfileStep[], {
          width: 440,
          height: 84,
          axis: true,
          unit: profileUnit(units),
        })}
      />
      <ol className="mt-2 divide-y divide-line border-y border-line text-sm">
        {blocks.map((block, at) => (
          <PartRow key={`${at} ${formatWorkout([block])}`} block={block} pacing={pacing} />
        ))}
      </ol>
    </div>
  );
}

type PartProps = { block: Block; pacing: Pacing };

function PartRow({ block, pacing }: PartProps) {
  const inner = block.type === "step" ? [block] : block.steps;
  const steps = resolveWorkout(inner, pacing);
  return (
    <li className="flex items-start gap-3 py-2">
      {block.type === "repeat" ? <span className="type-figure w-9">{`${block.times} ×`}</span> : null}
      <ul className="min-w-0 flex-1">
        {steps.map((step, at) => (
          <li key={`${at} ${formatStepLabel(step)}`} className="flex justify-between gap-4">
            <span>{formatStepLabel(step)}</span>
            <Range step={step} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Range({ step }: { step: ResolvedStep }) {
  const units = useUnits();
  const said = paceRangeOf(step, units) ?? effortOf(step) ?? "";
  return <span className="type-figure whitespace-nowrap text-ink-soft">{said}</span>;
}
