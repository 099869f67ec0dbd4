import { addDays, dayNumber } from "@repo/core/calendar";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Op, Workout } from "./calendar-data.ts";

/** What was copied or cut: workouts, and the day they are counted from. */
export type Clip = {
  athleteId: string;
  from: string;
  /** Days from the first to the last, both counted. */
  days: number;
  workouts: Workout[];
  cut: boolean;
};

/** Whether a workout may still be moved or taken away: what was done stays. */
export function isOpen({ status }: Pick<Workout, "status">): boolean {
  return status !== "done" && status !== "changed";
}

/** Puts what was copied down from a day on; what was cut from the same athlete moves instead. */
export function pasteOps(clip: Clip, to: string, athleteId: string): Op[] {
  const shift = dayNumber(to) - dayNumber(clip.from);
  const moves = clip.cut && clip.athleteId === athleteId;
  return clip.workouts.flatMap((workout): Op[] => {
    const date = addDays(workout.date, shift);
    if (!moves) return [copyOp(workout, date)];
    return isOpen(workout) ? [{ op: "move", id: workout.id, version: workout.version, to: date }] : [];
  });
}

/** A new workout like another one, on a day. */
export function copyOp(workout: Workout, date: string): Op {
  const { title, kind, hard, text, libraryId, coachNote, distanceM, durationS, load } = workout;
  return {
    op: "add",
    id: newClientId(),
    date,
    title,
    kind: kind as Extract<Op, { op: "add" }>["kind"],
    hard,
    text: text ?? "",
    libraryId,
    coachNote,
    distanceM,
    durationS,
    load,
  };
}

/** Moves every open workout by some days. */
export function shiftOps(workouts: readonly Workout[], days: number): Op[] {
  return workouts
    .filter(isOpen)
    .map(({ id, version, date }) => ({ op: "move", id, version, to: addDays(date, days) }));
}

/** Takes every open workout off the plan. */
export function clearOps(workouts: readonly Workout[]): Op[] {
  return workouts.filter(isOpen).map(({ id, version }) => ({ op: "remove", id, version }));
}

/** The same days again, some times over, each time after the one before. */
export function repeatOps(
  workouts: readonly Workout[],
  { days, times }: { days: number; times: number },
): Op[] {
  return Array.from({ length: times }, (_, at) =>
    workouts.map((workout) => copyOp(workout, addDays(workout.date, days * (at + 1)))),
  ).flat();
}

let clip: Clip | null = null;

/** What was copied outlives the page of one athlete, so that it can be pasted on another's. */
export const clipboard = {
  get: (): Clip | null => clip ?? readClip(),
  set(next: Clip | null): void {
    clip = next;
    try {
      if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
      else sessionStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still pastes within the page.
    }
  },
};

const KEY = "mesocycle.clip";

function readClip(): Clip | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Clip | null;
  } catch {
    return null;
  }
}
