"use client";

import { addDays, daysBetween, weekStartOf } from "@repo/core/calendar";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { shortDay } from "#components/day-words.ts";
import { words } from "#words.ts";
import { draftOf, type PhasesDraft } from "./season-planner.tsx";
import type { SeasonData } from "./use-plan-edits.ts";

type Props = {
  season: SeasonData;
  draft: PhasesDraft | null;
  setDraft: (draft: PhasesDraft) => void;
};

/** The edges between phases: dragged by the pointer, moved by the arrow keys, a week a step. */
export function PhaseHandles({ season, draft, setDraft }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = draft ?? draftOf(season);
  const first = season.weeks[0]?.start ?? season.startsOn;
  const n = season.weeks.length;

  function moveTo(edge: number, week: number) {
    const low = weekOf(shown.phases[edge - 1]?.start ?? first) + 1;
    const high = edge + 1 < shown.phases.length ? weekOf(shown.phases[edge + 1]?.start ?? first) - 1 : n - 1;
    const start = addDays(first, Math.min(high, Math.max(low, week)) * 7);
    if (start === shown.phases[edge]?.start) return;
    setDraft({
      ...shown,
      phases: shown.phases.map((phase, at) => (at === edge ? { ...phase, start } : phase)),
    });
  }
  const weekOf = (start: string) => Math.round(daysBetween(first, weekStartOf(start)) / 7);

  function onPointerMove(event: PointerEvent<HTMLButtonElement>, edge: number) {
    const rect = box.current?.getBoundingClientRect();
    if (!rect || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(edge, Math.round(((event.clientX - rect.left) / rect.width) * n));
  }
  function onKeyDown(event: KeyboardEvent, edge: number) {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -4, PageDown: 4 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(edge, weekOf(shown.phases[edge]?.start ?? first) + step);
  }

  return (
    <div ref={box} className="pointer-events-none absolute inset-x-0 top-0 hidden aspect-[1150/150] sm:block">
      {shown.phases.slice(1).map((phase, at) => {
        const edge = at + 1;
        const week = weekOf(phase.start);
        const before = shown.phases[at];
        return (
          <button
            key={edge}
            type="button"
            role="slider"
            aria-label={`${words("phase", before?.kind ?? "")} ends and ${words("phase", phase.kind)} begins`}
            aria-valuemin={1}
            aria-valuemax={n - 1}
            aria-valuenow={week}
            aria-valuetext={`Monday ${shortDay(phase.start)}, week ${week + 1} of ${n}`}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => onPointerMove(event, edge)}
            onKeyDown={(event) => onKeyDown(event, edge)}
            style={{ left: `${(week / n) * 100}%` }}
            className="group pointer-events-auto absolute top-[13%] bottom-[8%] w-6 -translate-x-1/2 cursor-ew-resize touch-none outline-none"
          >
            <span
              aria-hidden="true"
              className="mx-auto block h-full w-px bg-transparent group-hover:bg-ink group-focus-visible:w-0.5 group-focus-visible:bg-focus"
            />
            <span
              aria-hidden="true"
              className="absolute bottom-0 left-1/2 size-2.5 -translate-x-1/2 rounded-full border border-ink bg-surface group-focus-visible:border-2 group-focus-visible:border-focus"
            />
          </button>
        );
      })}
    </div>
  );
}
