import { useSyncExternalStore } from "react";

export type Carryable = { id: string; date: string; title: string };

/** Carried by key: the day it would land on, and what that would mean. */
export type Carried<W> = { workout: W; to: string; note: string | null };

export type Held<W, D> = {
  carried: Carried<W> | null;
  dragged: D | null;
  /** The day that something dragged is over. */
  over: string | null;
  /** What is said of it aloud. */
  words: string;
};

/** What is in the coach's hand. It is kept beside the page: each step draws the days it concerns, not all of them. */
export type Hand<W = Carryable, D = unknown> = {
  get: () => Held<W, D>;
  set: (change: Partial<Held<W, D>>) => void;
  subscribe: (listener: () => void) => () => void;
};

export function makeHand<W, D>(): Hand<W, D> {
  let held: Held<W, D> = { carried: null, dragged: null, over: null, words: "" };
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    set(change) {
      held = { ...held, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of what is held; drawn anew only when that part changes, so it must be the same while it does not. */
export function useInHand<W, D, T>(hand: Hand<W, D>, part: (held: Held<W, D>) => T): T {
  const read = () => part(hand.get());
  return useSyncExternalStore(hand.subscribe, read, read);
}
