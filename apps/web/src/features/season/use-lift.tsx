"use client";

import { addDays } from "@repo/core/calendar";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { dayName } from "#components/day-words.ts";
import type { SeasonData, WorkoutData } from "./use-plan-edits.ts";

type Lifted = { workout: WorkoutData; to: string };

export type Lift = {
  lifted: Lifted | null;
  words: string;
  /** The day under the pointer or chosen by key, to mark its cell. */
  target: string | null;
  onKeyDown: (event: KeyboardEvent, workout: WorkoutData) => void;
  startDrag: (workout: WorkoutData) => void;
  dragOver: (date: string | null) => void;
  drop: () => void;
  cancel: () => void;
};

/** Moving by mouse and by key: Enter lifts, Tab or arrows choose the day, Enter drops, Escape puts it back. */
export function useLift(season: SeasonData, move: (workout: WorkoutData, to: string) => void): Lift {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [words, setWords] = useState("");
  const grip = useRef<string | null>(null);
  const [first, last] = [
    season.weeks[0]?.start ?? "",
    addDays(season.weeks.at(-1)?.start ?? season.today, 6),
  ];

  useEffect(() => {
    if (lifted || grip.current === null) return;
    // The card stands in another day's cell now: the keyboard goes with it.
    document.querySelector<HTMLElement>(`[data-grip="${grip.current}"]`)?.focus();
    grip.current = null;
  }, [lifted]);

  function end(text: string, moved?: Lifted) {
    grip.current = lifted?.workout.id ?? null;
    setWords(text);
    setLifted(null);
    if (moved) move(moved.workout, moved.to);
  }

  function choose(workout: WorkoutData, to: string) {
    if (to < first || to > last) return;
    setLifted({ workout, to });
    setWords(to === workout.date ? `${dayName(to)}, where it was` : dayName(to));
  }

  function onKeyDown(event: KeyboardEvent, workout: WorkoutData) {
    if (!lifted) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      setLifted({ workout, to: workout.date });
      setWords(`${workout.title} lifted. Tab or arrows choose a day, Enter drops, Escape puts it back.`);
      return;
    }
    const steps = stepOf(event);
    if (steps !== null) {
      event.preventDefault();
      choose(lifted.workout, addDays(lifted.to, steps));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const stays = lifted.to === lifted.workout.date;
      end(
        stays ? "Put back where it was." : `${lifted.workout.title} dropped on ${dayName(lifted.to)}.`,
        stays ? undefined : lifted,
      );
    } else if (event.key === "Escape") {
      event.preventDefault();
      end(`${lifted.workout.title} put back on ${dayName(lifted.workout.date)}.`);
    }
  }

  return {
    lifted,
    words,
    target: lifted?.to ?? null,
    onKeyDown,
    startDrag: (workout) => setLifted({ workout, to: workout.date }),
    dragOver: (date) => {
      if (lifted && date && date !== lifted.to) setLifted({ ...lifted, to: date });
    },
    drop: () => {
      if (lifted && lifted.to !== lifted.workout.date) move(lifted.workout, lifted.to);
      setLifted(null);
    },
    cancel: () => setLifted(null),
  };
}

function stepOf(event: KeyboardEvent): number | null {
  if (event.key === "Tab") return event.shiftKey ? -1 : 1;
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key] ?? null;
}

/** What a screen reader hears while a workout is moved. */
export function LiftedRegion({ lift }: { lift: Lift }) {
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {lift.words}
      </p>
      {lift.lifted ? (
        <p
          aria-hidden="true"
          className="type-narrow fixed bottom-20 left-1/2 z-40 max-w-[90vw] -translate-x-1/2 rounded-md bg-ink px-4 py-2 text-sm text-on-ink md:bottom-6"
        >
          {`${lift.lifted.workout.title} → ${dayName(lift.lifted.to)}`}
        </p>
      ) : null}
    </>
  );
}
