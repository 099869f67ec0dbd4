"use client";

import { valueOrNull } from "@repo/core/estimate";
import { estimateWorkoutLoad } from "@repo/core/load";
import type { Pacing } from "@repo/core/paces";
import { formatDistance, formatDuration, formatPaceRange, paceFromSpeed } from "@repo/core/units";
import {
  type Block,
  formatStepLabel,
  formatWorkout,
  parseWorkout,
  profileOf,
  type ResolvedStep,
  resolveWorkout,
  summariseSteps,
} from "@repo/core/workouts";
import { Chart } from "@repo/ui/chart";
import { type ProfileStep, profilePicture } from "@repo/ui/charts";
import { TextArea } from "@repo/ui/text-field";
import { useMemo } from "react";
import { useUnits } from "./units.tsx";

type Props = { text: string; onChange: (text: string) => void; pacing: Pacing; error?: string | null };

/** A workout as text and as steps, one model: what is typed is drawn at once, a repeat changed here rewrites the text. */
export function WorkoutText({ text, onChange, pacing, error }: Props) {
  const parsed = useMemo(() => (text.trim() ? parseWorkout(text) : null), [text]);
  const faults = parsed && !parsed.ok ? parsed.errors : [];
  return (
    <div>
      <TextArea
        label="Workout"
        hint="One part a line, such as: 10min warm-up · 8 x 400m @5k, 200m jog · 10min cool-down"
        value={text}
        rows={Math.min(12, Math.max(4, text.split("\n").length + 1))}
        spellCheck={false}
        error={error ?? null}
        onChange={(event) => onChange(event.target.value)}
      />
      <div aria-live="polite">
        {faults.length > 0 ? (
          <ul className="mt-2 border-l-2 border-track pl-3 text-sm text-track-text">
            {faults.map(({ line, column, found, expected }) => (
              <li key={`${line} ${column}`}>{`Line ${line}: found “${found}”, expected ${expected}.`}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {parsed?.ok ? <Steps blocks={parsed.blocks} pacing={pacing} onChange={onChange} /> : null}
    </div>
  );
}

type StepsProps = { blocks: Block[]; pacing: Pacing; onChange?: (text: string) => void };

/** The steps of a workout for one athlete: totals, profile, and each part with its range. */
export function Steps({ blocks, pacing, onChange }: StepsProps) {
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
        picture={profilePicture(profileOf(steps) as ProfileStep[], { width: 440, height: 84, axis: true })}
      />
      <ol className="mt-2 divide-y divide-line border-y border-line text-sm">
        {blocks.map((block, at) => (
          <PartRow
            key={`${at} ${formatWorkout([block])}`}
            block={block}
            pacing={pacing}
            {...(onChange ? { onTimes: (times: number) => onChange(withTimes(blocks, at, times)) } : {})}
          />
        ))}
      </ol>
    </div>
  );
}

type PartProps = { block: Block; pacing: Pacing; onTimes?: (times: number) => void };

function PartRow({ block, pacing, onTimes }: PartProps) {
  const inner = block.type === "step" ? [block] : block.steps;
  const steps = resolveWorkout(inner, pacing);
  return (
    <li className="flex items-start gap-3 py-2">
      {block.type === "repeat" ? (
        <span className="flex items-center gap-1">
          {onTimes ? (
            <TimesButton label="One less" sign="−" onClick={() => onTimes(block.times - 1)} />
          ) : null}
          <span className="type-figure w-9 text-center">{`${block.times} ×`}</span>
          {onTimes ? (
            <TimesButton label="One more" sign="+" onClick={() => onTimes(block.times + 1)} />
          ) : null}
        </span>
      ) : null}
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

function TimesButton({ label, sign, onClick }: { label: string; sign: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="flex size-7 items-center justify-center rounded-md border border-line hover:border-line-strong"
    >
      {sign}
    </button>
  );
}

function Range({ step }: { step: ResolvedStep }) {
  const units = useUnits();
  const pace =
    step.speedLowMps && step.speedHighMps
      ? formatPaceRange(paceFromSpeed(step.speedHighMps), paceFromSpeed(step.speedLowMps), units)
      : null;
  const effort =
    step.rpeLow === null
      ? null
      : `RPE ${step.rpeLow}${step.rpeHigh === step.rpeLow ? "" : `–${step.rpeHigh}`}`;
  return <span className="type-figure whitespace-nowrap text-ink-soft">{pace ?? effort ?? ""}</span>;
}

function withTimes(blocks: readonly Block[], at: number, times: number): string {
  const next = blocks.map((block, index) =>
    index === at && block.type === "repeat" ? { ...block, times: Math.min(200, Math.max(1, times)) } : block,
  );
  return formatWorkout(next);
}
