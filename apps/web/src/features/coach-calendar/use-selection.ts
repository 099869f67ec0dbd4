"use client";

import { addDays, maxDate, minDate } from "@repo/core/calendar";
import { useState } from "react";
import type { Workout } from "./calendar-data.ts";
import type { LookUp } from "./use-week-chunks.ts";

export type Selection = {
  /** The day the keyboard stands on. */
  cursor: string;
  /** The other end of the chosen days; null: no days are chosen. */
  anchor: string | null;
  /** Workouts chosen one by one. */
  picked: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

/** What is chosen: a run of days, or workouts one by one. */
export function useSelection(today: string, { dayOf, workoutOf }: LookUp) {
  const [selection, setSelection] = useState<Selection>({ cursor: today, anchor: null, picked: NONE });
  const { cursor, anchor, picked } = selection;
  const range = anchor === null ? null : { from: minDate(anchor, cursor), to: maxDate(anchor, cursor) };

  function chosen(): { workouts: Workout[]; from: string; days: number } {
    if (range) {
      const workouts: Workout[] = [];
      for (let day = range.from; day <= range.to; day = addDays(day, 1))
        workouts.push(...(dayOf(day)?.workouts ?? []));
      const days = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000) + 1;
      return { workouts, from: range.from, days };
    }
    const workouts = [...picked]
      .flatMap((id) => workoutOf(id) ?? [])
      .sort((a, b) => a.date.localeCompare(b.date));
    const from = workouts[0]?.date ?? cursor;
    return { workouts, from, days: 7 };
  }

  return {
    ...selection,
    range,
    chosen,
    goTo: (date: string) => setSelection({ cursor: date, anchor: null, picked: NONE }),
    extendTo: (date: string) =>
      setSelection((old) => ({ cursor: date, anchor: old.anchor ?? old.cursor, picked: NONE })),
    setRange: (from: string, to: string) => setSelection({ cursor: to, anchor: from, picked: NONE }),
    toggle: (id: string) =>
      setSelection((old) => {
        const next = new Set(old.picked);
        if (!next.delete(id)) next.add(id);
        return { ...old, anchor: null, picked: next };
      }),
    clear: () => setSelection((old) => ({ ...old, anchor: null, picked: NONE })),
  };
}

export type Selecting = ReturnType<typeof useSelection>;
