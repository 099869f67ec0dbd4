"use client";

import { addDays } from "@repo/core/calendar";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { dayName } from "./day-words.ts";
import { type Carried, type Carryable, type Hand, makeHand, useInHand } from "./hand.ts";

type Uses<W> = {
  move: (workout: W, to: string) => void;
  /** Where the keyboard stands again once a workout was put down on a day. */
  placeOf: (workout: W, date: string) => string;
  /** Whether a day can be chosen; any, where this is not said. */
  reaches?: (date: string) => boolean;
  /** What a day would mean for a workout, such as legs that are not fresh. */
  noteOn?: (workout: W, date: string) => string | null;
  show?: (date: string) => void;
};

/** Carrying a workout by key: Enter lifts, Tab or arrows choose the day, Enter drops, Escape puts it back. */
export function useCarry<W extends Carryable, D = W>(uses: Uses<W>): Carrying<W, D> {
  const [hand] = useState(makeHand<W, D>);
  const latest = useRef(uses);
  latest.current = uses;
  return useMemo(() => carryingIn(hand, () => latest.current), [hand]);
}

export type Carrying<W, D> = {
  hand: Hand<W, D>;
  onKeyDown: (event: KeyboardEvent, workout: W) => void;
  letGo: () => void;
  drag: (what: D | null) => void;
  hover: (date: string | null) => void;
  /** What was dragged, out of the hand. */
  dropped: () => D | null;
};

function carryingIn<W extends Carryable, D>(hand: Hand<W, D>, now: () => Uses<W>): Carrying<W, D> {
  function choose(workout: W, to: string) {
    const { reaches, show, noteOn } = now();
    if (reaches?.(to) === false) return;
    show?.(to);
    const note = noteOn?.(workout, to) ?? null;
    const day = to === workout.date ? `${dayName(to)}, where it was` : dayName(to);
    hand.set({ carried: { workout, to, note }, words: [day, note].filter(Boolean).join(". ") });
  }

  function end({ workout }: Carried<W>, words: string, to: string | null) {
    hand.set({ carried: null, words });
    if (to) now().move(workout, to);
    requestAnimationFrame(() => focusOn(now().placeOf(workout, to ?? workout.date), FRAMES));
  }

  function step(event: KeyboardEvent, carried: Carried<W>): boolean {
    const { title, date } = carried.workout;
    const days = stepOf(event);
    if (days !== null) choose(carried.workout, addDays(carried.to, days));
    else if (isPress(event)) {
      if (carried.to === date) end(carried, "Put back where it was.", null);
      else end(carried, `${title} dropped on ${dayName(carried.to)}.`, carried.to);
    } else if (event.key === "Escape") end(carried, `${title} put back on ${dayName(date)}.`, null);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent, workout: W) {
    const { carried } = hand.get();
    if (carried) {
      if (!step(event, carried)) return;
    } else {
      if (!isPress(event)) return;
      const words = `${workout.title} lifted. Tab or arrows choose a day, Enter drops, Escape puts it back.`;
      hand.set({ carried: { workout, to: workout.date, note: null }, words });
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    hand,
    onKeyDown,
    letGo: () => hand.set({ carried: null }),
    drag: (dragged) => hand.set({ dragged, over: null }),
    hover: (over) => {
      if (hand.get().dragged && hand.get().over !== over) hand.set({ over });
    },
    dropped: () => {
      const { dragged } = hand.get();
      hand.set({ dragged: null, over: null });
      return dragged;
    },
  };
}

const FRAMES = 40;

/** What was moved stands in another day a moment later: the keyboard goes with it. */
function focusOn(selector: string, frames: number): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (place) place.focus();
  else if (frames > 0) requestAnimationFrame(() => focusOn(selector, frames - 1));
}

/** Enter; of a button also the space bar, which opens no link. */
function isPress({ key, target }: KeyboardEvent): boolean {
  return key === "Enter" || (key === " " && (target as HTMLElement).matches("button"));
}

function stepOf(event: KeyboardEvent): number | null {
  if (event.key === "Tab") return event.shiftKey ? -1 : 1;
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key] ?? null;
}

/** What is heard, and seen, while a workout is carried. */
export function CarriedRegion<W extends Carryable, D>({ hand }: { hand: Hand<W, D> }) {
  const carried = useInHand(hand, (held) => held.carried);
  const words = useInHand(hand, (held) => held.words);
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
          {carried.note ? <span className="block">{carried.note}</span> : null}
        </p>
      ) : null}
    </>
  );
}
