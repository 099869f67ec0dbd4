"use client";

import { addDays } from "@repo/core/calendar";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { dayName } from "#components/day-words.ts";
import type { Dragged } from "./calendar-actions.ts";
import type { Workout } from "./calendar-data.ts";
import { isOpen } from "./plan-ops.ts";

type Carried = { workout: Workout; to: string };
type Uses = {
  mayPlan: boolean;
  move: (workout: Workout, to: string) => void;
  /** What a day would mean for a workout, such as legs that are not fresh. */
  noteOn: (workout: Workout, date: string) => string | null;
  show: (date: string) => void;
};

/** Carrying a workout by key: Enter lifts, Tab or arrows choose the day, Enter drops, Escape puts it back. */
export function useCarry({ mayPlan, move, noteOn, show }: Uses) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const dragged = useRef<Dragged | null>(null);
  const back = useRef<{ id: string; date: string } | null>(null);

  useEffect(() => {
    if (carried || back.current === null) return;
    const { id, date } = back.current;
    back.current = null;
    focusCard(`[data-date="${date}"] [data-card="${id}"]`, FRAMES);
  });

  function choose(workout: Workout, to: string) {
    setCarried({ workout, to });
    show(to);
    const note = noteOn(workout, to);
    setWords(
      [to === workout.date ? `${dayName(to)}, where it was` : dayName(to), note].filter(Boolean).join(". "),
    );
  }

  function end(text: string, moved: Carried | null) {
    if (carried) back.current = { id: carried.workout.id, date: moved?.to ?? carried.workout.date };
    setWords(text);
    setCarried(null);
    if (moved) move(moved.workout, moved.to);
  }

  function onKeyDown(event: KeyboardEvent, workout: Workout) {
    if (!carried) {
      const isCard = (event.target as HTMLElement).hasAttribute("data-card");
      if (event.key !== "Enter" || !isCard || event.ctrlKey || event.metaKey) return;
      if (!mayPlan || !isOpen(workout)) return;
      event.preventDefault();
      setCarried({ workout, to: workout.date });
      setWords(`${workout.title} lifted. Tab or arrows choose a day, Enter drops, Escape puts it back.`);
      return;
    }
    const steps = stepOf(event);
    if (steps !== null) choose(carried.workout, addDays(carried.to, steps));
    else if (event.key === "Enter") {
      const stays = carried.to === carried.workout.date;
      const text = stays
        ? "Put back where it was."
        : `${carried.workout.title} dropped on ${dayName(carried.to)}.`;
      end(text, stays ? null : carried);
    } else if (event.key === "Escape") {
      end(`${carried.workout.title} put back on ${dayName(carried.workout.date)}.`, null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    carried,
    words,
    target: carried?.to ?? over,
    say: setWords,
    onKeyDown,
    dragged,
    drag: (what: Dragged | null) => {
      dragged.current = what;
      if (what === null) setOver(null);
    },
    hover: (date: string | null) => {
      // A session is dropped on a card, never on a day.
      if (dragged.current && dragged.current.kind !== "activity" && date !== over) setOver(date);
    },
    dropped: () => {
      const what = dragged.current;
      dragged.current = null;
      setOver(null);
      return what;
    },
    note: carried ? noteOn(carried.workout, carried.to) : null,
  };
}

const FRAMES = 40;

/** The card stands in another day a moment later: the keyboard goes with it. */
function focusCard(selector: string, frames: number): void {
  const card = document.querySelector<HTMLElement>(selector);
  if (card) card.focus();
  else if (frames > 0) requestAnimationFrame(() => focusCard(selector, frames - 1));
}

function stepOf(event: KeyboardEvent): number | null {
  if (event.key === "Tab") return event.shiftKey ? -1 : 1;
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key] ?? null;
}

/** What is heard, and seen, while a workout is carried. */
export function CarriedRegion({ carry }: { carry: ReturnType<typeof useCarry> }) {
  const { carried, words, note } = carry;
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {words}
      </p>
      {carried ? (
        <p
          aria-hidden="true"
          className="type-narrow fixed bottom-20 left-1/2 z-40 max-w-[90vw] -translate-x-1/2 rounded-md bg-ink px-4 py-2 text-sm text-on-ink md:bottom-6"
        >
          {`${carried.workout.title} → ${dayName(carried.to)}`}
          {note ? <span className="block">{note}</span> : null}
        </p>
      ) : null}
    </>
  );
}
