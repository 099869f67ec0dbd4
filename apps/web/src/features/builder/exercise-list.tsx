"use client";

import {
  doseText,
  type ExerciseSet,
  formatExercises,
  parseExercises,
  strengthDurationS,
} from "@repo/core/strength";
import { formatMinutes } from "@repo/core/units";
import { useMemo } from "react";
import { Counter, RowTools } from "./row-tools.tsx";

/** Usual rest between sets, for the estimate of the whole. Ours. */
const REST_S = 60;

type Props = { text: string; onChange: (text: string) => void };

/** A session without running as exercises: sets, order and doses, rewritten into the text. */
export function ExerciseList({ text, onChange }: Props) {
  const parsed = useMemo(() => (text.trim() ? parseExercises(text) : null), [text]);
  if (!parsed?.ok) return null;
  const { sets } = parsed;
  const put = (next: readonly ExerciseSet[]) => onChange(formatExercises(next));
  const moved = (at: number, to: number) => {
    const next = sets.filter((_, index) => index !== at);
    const set = sets[at];
    if (set) put([...next.slice(0, to), set, ...next.slice(to)]);
  };
  return (
    <div>
      <p className="type-figure mb-2">
        {`${sets.length} exercises · about ${formatMinutes(strengthDurationS({ sets, restS: REST_S }))}`}
      </p>
      <ol aria-label="Exercises" className="divide-y divide-line border-y border-line">
        {sets.map((set, at) => (
          <li key={`${at} ${set.exercise}`} className="flex flex-wrap items-center gap-2 py-1.5">
            <span className="min-w-32 flex-1 text-sm">{set.exercise}</span>
            <Counter
              label={`Sets of ${set.exercise}`}
              value={set.sets}
              most={20}
              onChange={(count) =>
                put(sets.map((each, index) => (index === at ? { ...each, sets: count } : each)))
              }
            />
            <span className="type-figure w-20 text-sm">{doseText(set).replace(/^\d+ x /, "")}</span>
            <RowTools
              name={set.exercise}
              onUp={at > 0 ? () => moved(at, at - 1) : null}
              onDown={at < sets.length - 1 ? () => moved(at, at + 1) : null}
              items={[
                {
                  id: "twice",
                  label: "Duplicate",
                  onAction: () => put([...sets.slice(0, at), set, ...sets.slice(at)]),
                },
                {
                  id: "remove",
                  label: "Delete",
                  danger: true,
                  isDisabled: sets.length === 1,
                  onAction: () => put(sets.filter((_, index) => index !== at)),
                },
              ]}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
