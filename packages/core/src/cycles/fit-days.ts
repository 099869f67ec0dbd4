import { isRun } from "@repo/core/season";
import type { CycleWorkout } from "./schema.ts";

/** A workout of one week on the day it finds; `to` is null where it finds none. */
export type Fitted = { workout: CycleWorkout; to: number | null };

/**
 * Puts one week of a cycle on the days an athlete has: what lies on a day they cannot train goes to the nearest free
 * day, hard running only where no hard day stands beside it; strength and the like may join an easy day. Races stay.
 * What finds no day is given back without one.
 *
 * @param closed days from Monday, 0 to 6, on which nothing can be done
 */
export function fitDays(workouts: readonly CycleWorkout[], closed: ReadonlySet<number>): Fitted[] {
  const fitted: Fitted[] = workouts.map((workout) => ({ workout, to: workout.day }));
  if (closed.size === 0) return fitted;
  const homeless = fitted.filter(({ workout }) => closed.has(workout.day) && isMovable(workout));
  for (const each of homeless) each.to = null;
  // Hard running first: it is the hardest to place.
  homeless.sort((a, b) => Number(b.workout.hard) - Number(a.workout.hard) || a.workout.day - b.workout.day);
  for (const each of homeless) each.to = freeDay(each.workout, fitted, closed);
  return fitted;
}

function isMovable({ kind }: CycleWorkout): boolean {
  return kind !== "race" && kind !== "rest";
}

function freeDay(
  workout: CycleWorkout,
  fitted: readonly Fitted[],
  closed: ReadonlySet<number>,
): number | null {
  const on = (day: number) => fitted.filter(({ to }) => to === day).map((each) => each.workout);
  const isHard = (day: number) => on(day).some(({ hard }) => hard);
  const near = [0, 1, 2, 3, 4, 5, 6]
    .filter((day) => !closed.has(day))
    .sort((a, b) => Math.abs(a - workout.day) - Math.abs(b - workout.day) || a - b);
  const suits = (day: number) => {
    if (workout.hard && (isHard(day - 1) || isHard(day) || isHard(day + 1))) return false;
    const there = on(day).filter(({ kind }) => kind !== "rest");
    if (there.length === 0) return true;
    return !isRun(workout.kind) && !workout.hard && there.every(({ hard, kind }) => !hard && isRun(kind));
  };
  return near.find(suits) ?? null;
}
