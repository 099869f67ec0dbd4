"use client";

import { addDays, daysBetween, weekStartOf } from "@repo/core/calendar";
import { PhaseKind } from "@repo/core/season";
import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { NativeSelect } from "#components/native-select.tsx";
import { words } from "#words.ts";
import type { PhasesDraft } from "./season-planner.tsx";

const KINDS = PhaseKind.options.map((kind) => ({ value: kind, label: words("phase", kind) }));

type Props = { draft: PhasesDraft; setDraft: (draft: PhasesDraft) => void; fixedStart?: boolean };

/** Phases typed in: kind and first day of each; every one ends where the next begins. */
export function PhasesFields({ draft, setDraft, fixedStart }: Props) {
  const { phases, end } = draft;
  const put = (at: number, change: Partial<PhasesDraft["phases"][number]>) =>
    setDraft({
      ...draft,
      phases: phases.map((phase, index) => (index === at ? { ...phase, ...change } : phase)),
    });
  return (
    <div className="flex flex-col gap-3">
      {phases.map((phase, at) => {
        const next = phases[at + 1]?.start ?? addDays(end, 1);
        const weeks = Math.round(daysBetween(phase.start, next) / 7);
        return (
          <fieldset
            key={at}
            className="grid grid-cols-2 items-end gap-3 border-b border-line pb-3 sm:grid-cols-[1fr_1.3fr_4rem_auto]"
          >
            <legend className="sr-only">{`Phase ${at + 1}`}</legend>
            <NativeSelect
              label="Phase"
              value={phase.kind}
              options={KINDS}
              onChange={(event) => put(at, { kind: event.target.value as PhaseKind })}
            />
            <DatePicker
              label="From Monday"
              value={phase.start}
              isDisabled={at === 0 && fixedStart}
              onChange={(day) => day && put(at, { start: weekStartOf(day) })}
            />
            <p className="type-figure pb-2.5 text-sm text-ink-soft">
              {weeks > 0 ? `${weeks} wk` : "Too short"}
            </p>
            <Button
              size="sm"
              variant="quiet"
              isDisabled={phases.length === 1 || (at === 0 && fixedStart)}
              aria-label={`Drop phase ${at + 1}`}
              onPress={() => setDraft({ ...draft, phases: phases.filter((_, index) => index !== at) })}
            >
              Drop
            </Button>
          </fieldset>
        );
      })}
      <div className="flex flex-wrap items-end gap-3">
        <Button
          size="sm"
          onPress={() => {
            const start = addDays(end, 1);
            setDraft({ phases: [...phases, { kind: "build", start }], end: addDays(start, 27) });
          }}
        >
          Add a phase
        </Button>
        <div className="w-48">
          <DatePicker
            label="Ends on Sunday"
            value={end}
            onChange={(day) => day && setDraft({ ...draft, end: addDays(weekStartOf(day), 6) })}
          />
        </div>
      </div>
    </div>
  );
}

/** The first thing wrong with typed phases, in words; null when they can be sent. */
export function phasesFault({ phases, end }: PhasesDraft): string | null {
  for (const [at, phase] of phases.entries()) {
    const next = phases[at + 1]?.start ?? addDays(end, 1);
    if (next <= phase.start)
      return `${words("phase", phase.kind)} ends before it begins. Choose a later day for what follows.`;
  }
  return null;
}
