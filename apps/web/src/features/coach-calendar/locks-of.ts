import { addDays, weekStartOf } from "@repo/core/calendar";
import { sprintLock } from "@repo/core/rules";
import type { PlannedWorkout, Season } from "@repo/core/season";
import { shortDay } from "#components/day-words.ts";
import type { CalendarHead, Chunk, Workout } from "./calendar-data.ts";

/** Why sprints of a week would not find fresh legs, by workout, with the nearest day on which they would. */
export function locksOf(
  chunks: readonly Chunk[],
  start: string,
  head: Pick<CalendarHead, "today">,
): Map<string, string> {
  const locks = new Map<string, string>();
  const last = addDays(start, 6);
  const inWeek = chunks.flatMap(({ workouts }) =>
    workouts.filter(({ date }) => start <= date && date <= last && date >= head.today),
  );
  // Most weeks have nothing that asks for fresh legs: they cost nothing.
  const asking = inWeek.filter(
    ({ kind, text }) => kind === "plyometrics" || /sprint|hill/i.test(`${kind} ${text}`),
  );
  if (asking.length === 0) return locks;
  const season = seasonAround(chunks, start);
  for (const { id } of asking) {
    const words = lockWords(season, id, undefined, chunks);
    if (words) locks.set(id, words);
  }
  return locks;
}

/** The same for a day it might be moved to; null when that day is fine. */
export function lockOn(chunks: readonly Chunk[], workout: Workout, date: string): string | null {
  return lockWords(seasonAround(chunks, date, workout), workout.id, date, chunks);
}

function lockWords(
  season: Season,
  id: string,
  date: string | undefined,
  chunks: readonly Chunk[],
): string | null {
  const lock = sprintLock(
    season,
    { id, ...(date ? { date } : {}) },
    { blackout: chunks.flatMap(blackoutOf) },
  );
  if (!lock) return null;
  const other = lock.nearest ? ` Fresh on ${shortDay(lock.nearest)}.` : "";
  return `Not fresh the day after ${lock.after}.${other}`;
}

function blackoutOf({ bands, from, to }: Chunk): string[] {
  const days: string[] = [];
  for (const band of bands) {
    if (band.kind === "note") continue;
    for (let day = from; day <= to; day = addDays(day, 1))
      if (band.from <= day && day <= band.to) days.push(day);
  }
  return days;
}

/** The weeks around a day as core's model, as far as they are here. */
function seasonAround(chunks: readonly Chunk[], day: string, also?: Workout): Season {
  const first = addDays(weekStartOf(day), -14);
  const here = chunks.flatMap(({ workouts }) => workouts.filter(({ id }) => id !== also?.id));
  const weeks = [0, 7, 14, 21, 28].map((at) => {
    const start = addDays(first, at);
    const workouts = [...here, ...(also ? [also] : [])]
      .filter(({ date }) => start <= date && date <= addDays(start, 6))
      .map(plannedOf);
    return { start, phase: "free" as const, targetKm: null, cutback: false, workouts };
  });
  if (also && !weeks.some(({ workouts }) => workouts.some(({ id }) => id === also.id))) {
    const week = weeks[2];
    week?.workouts.push(plannedOf({ ...also, date: week.start }));
  }
  return { format: "mesocycle/season", version: 1, phases: [], weeks };
}

function plannedOf(workout: Workout): PlannedWorkout {
  const { id, date, title, hard, text, distanceM, durationS, load, libraryId } = workout;
  const kind = workout.kind as PlannedWorkout["kind"];
  return { id, date, title, kind, hard, text, distanceM, durationS, load, workout: libraryId };
}
