"use client";

import { addDays, maxDate, minDate } from "@repo/core/calendar";
import { showToast } from "@repo/ui/toast";
import { useMemo, useRef } from "react";
import { shortDay } from "#components/day-words.ts";
import type { Carrying } from "#components/use-carry.tsx";
import type { PairingChange } from "#components/use-pairing.ts";
import type { Asked, CalendarActions, Dragged } from "./calendar-actions.ts";
import type { Activity, Workout } from "./calendar-data.ts";
import { offeredOp } from "./library-items.ts";
import { type Clip, clearOps, clipboard, isOpen, pasteOps, shiftOps } from "./plan-ops.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";
import type { Selecting } from "./use-selection.ts";
import type { LookUp } from "./use-week-chunks.ts";

export type Uses = {
  athleteId: string;
  mayPlan: boolean;
  edits: CalendarEdits;
  lookUp: LookUp;
  selection: Selecting;
  carry: Carrying<Workout, Dragged>;
  open: (id: string) => void;
  ask: (dialog: Asked) => void;
  pair: (change: PairingChange) => void;
};

/** What a coach can do, as one object that stays the same: rows are not drawn anew because an action was. */
export function useCalendarActions(uses: Uses): CalendarActions {
  const latest = useRef(uses);
  latest.current = uses;
  return useMemo(() => actionsOn(() => latest.current), []);
}

function actionsOn(now: () => Uses): CalendarActions {
  const put = (clip: Clip | null, cut: boolean) => {
    if (!clip || clip.workouts.length === 0) return;
    clipboard.set(clip);
    const n = clip.workouts.length;
    showToast(`${n === 1 ? clip.workouts[0]?.title : `${n} workouts`} ${cut ? "cut" : "copied"}`, {
      detail: "Choose a day and paste, here or on another athlete's calendar.",
    });
  };
  const workoutsOf = (start: string): Workout[] =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((at) => now().lookUp.dayOf(addDays(start, at))?.workouts ?? []);
  const move = (workout: Workout, to: string) => {
    if (to === workout.date || !isOpen(workout)) return;
    const { id, version, title } = workout;
    now().edits.change("move", [{ op: "move", id, version, to }], `${title} moved to ${shortDay(to)}`);
  };
  const pair = ({ id, workoutId }: Activity, workout: Workout | null) => {
    if (workoutId === (workout?.id ?? null)) return;
    now().pair({ activityId: id, was: workoutId, plannedWorkoutId: workout?.id ?? null });
  };
  return {
    hand: now().carry.hand,
    pair,
    sessionPath: ({ id }) => `/athletes/${now().athleteId}/activities/${id}`,
    workoutOf: ({ workoutId }) => (workoutId ? now().lookUp.workoutOf(workoutId) : null),
    dropOnCard(workout) {
      const { carry } = now();
      if (carry.hand.get().dragged?.kind !== "activity") return false;
      const what = carry.dropped();
      if (what?.kind === "activity") pair(what.activity, workout);
      return true;
    },
    open: (id) => now().open(id),
    move,
    drag: (what) => now().carry.drag(what),
    hover(date) {
      const { carry } = now();
      // A session is dropped on a card, never on a day.
      if (carry.hand.get().dragged?.kind !== "activity") carry.hover(date);
    },
    dropOn(date) {
      const { carry, edits, selection } = now();
      const what = carry.dropped();
      if (what?.kind === "library") {
        edits.change("add", [offeredOp(what.workout, date)], `Added on ${shortDay(date)}`);
      }
      if (what?.kind !== "workout") return;
      const { workouts } = selection.chosen();
      const together = workouts.length > 1 && workouts.some(({ id }) => id === what.workout.id);
      if (!together) return move(what.workout, date);
      const days = Math.round((Date.parse(date) - Date.parse(what.workout.date)) / 86_400_000);
      edits.change("move", shiftOps(workouts, days), `${workouts.length} workouts moved`);
    },
    keyOnCard(event, workout) {
      const { carry, mayPlan } = now();
      const isCard = (event.target as HTMLElement).hasAttribute("data-card");
      const lifts = mayPlan && isCard && isOpen(workout);
      if (carry.hand.get().carried || (lifts && !event.ctrlKey && !event.metaKey))
        carry.onKeyDown(event, workout);
    },
    choose: (workout) => now().selection.toggle(workout.id),
    chooseDay: (date, extend) => (extend ? now().selection.extendTo(date) : now().selection.goTo(date)),
    chooseWeek(start, extend) {
      const { range } = now().selection;
      const from = extend && range ? minDate(range.from, start) : start;
      const last = addDays(start, 6);
      const to = extend && range ? maxDate(range.to, last) : last;
      now().selection.setRange(from, to);
    },
    add: (date) => now().ask({ kind: "add", date }),
    mark: (date, band) => now().ask({ kind: "mark", from: date, to: date, band }),
    rest(date) {
      const op = {
        op: "add",
        id: crypto.randomUUID(),
        date,
        title: "Rest",
        kind: "rest",
        hard: false,
      } as const;
      now().edits.change("add", [op], `Rest on ${shortDay(date)}`);
    },
    ask: (dialog) => now().ask(dialog),
    change: (kind, ops, said) => now().edits.change(kind, ops, said),
    copy(workouts, cut) {
      const [first] = [...workouts].sort((a, b) => a.date.localeCompare(b.date));
      const { range } = now().selection;
      const from = range?.from ?? first?.date;
      if (from) put({ athleteId: now().athleteId, from, days: 1, workouts: [...workouts], cut }, cut);
    },
    copyWeek: (start, cut) =>
      put({ athleteId: now().athleteId, from: start, days: 7, workouts: workoutsOf(start), cut }, cut),
    paste(date) {
      const { athleteId, edits } = now();
      const clip = clipboard.get();
      if (!clip) return showToast("Nothing was copied yet.");
      const ops = pasteOps(clip, date, athleteId);
      edits.change(
        "paste",
        ops,
        `${ops.length === 1 ? "Workout" : `${ops.length} workouts`} pasted on ${shortDay(date)}`,
      );
      if (clip.cut) clipboard.set(null);
    },
    clearWeek(start) {
      const ops = clearOps(workoutsOf(start));
      now().edits.change("clear", ops, `Week of ${shortDay(start)} cleared`);
    },
    shiftWeek(start, weeks) {
      const ops = shiftOps(workoutsOf(start), weeks * 7);
      now().edits.change(
        "shift",
        ops,
        `Week of ${shortDay(start)} moved a week ${weeks > 0 ? "later" : "earlier"}`,
      );
    },
    canPaste: () => clipboard.get() !== null,
    dayOf: (date) => now().lookUp.dayOf(date),
    activityOf: (workout) => {
      if (workout.status !== "done" && workout.status !== "changed") return null;
      return (
        now()
          .lookUp.chunkOf(workout.date)
          ?.activities.find(({ workoutId }) => workoutId === workout.id) ?? null
      );
    },
  };
}
