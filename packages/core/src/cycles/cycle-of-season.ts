import type { Level } from "@repo/core/athlete";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { isRun, type PlannedWorkout, type Season, type SeasonWeek } from "@repo/core/season";
import type { Cycle, CycleWorkout } from "./schema.ts";

/**
 * Makes a cycle of a season or of some of its weeks: days become weekdays, targets stay the intents they are, and what
 * was done, graded or written to one athlete is left out.
 *
 * @param range first and last Monday, both counted; all weeks where absent
 * @throws {AppError} INVALID when the season holds none of the weeks
 */
export function cycleOfSeason(season: Season, range: { from?: IsoDate; to?: IsoDate } = {}): Cycle {
  const weeks = season.weeks.filter(
    ({ start }) => (!range.from || start >= range.from) && (!range.to || start <= range.to),
  );
  const first = weeks[0]?.start;
  const last = weeks.at(-1)?.start;
  if (!first || !last) {
    throw new AppError("INVALID", "The season has no weeks between these days. Choose other weeks.", {
      field: "from",
    });
  }
  const races = (season.request?.races ?? []).filter(({ date }) => date >= first && date <= addDays(last, 6));
  return {
    format: "mesocycle/cycle",
    version: 1,
    level: levelOf(season),
    weeks: weeks.map(weekOf),
    races: races.map(({ date, distanceM, priority, name }) => ({
      week: weeks.findLastIndex(({ start }) => start <= date),
      day: daysBetween(first, date) % 7,
      distanceM,
      priority,
      name: name ?? null,
    })),
  };
}

function levelOf(season: Season): Level | null {
  return season.request?.level ?? null;
}

function weekOf({ start, phase, targetKm, cutback, workouts }: SeasonWeek): Cycle["weeks"][number] {
  return { phase, targetKm, cutback, workouts: workouts.map((workout) => workoutOf(workout, start)) };
}

function workoutOf(workout: PlannedWorkout, start: IsoDate): CycleWorkout {
  const { date, kind, hard, title, text, durationS, distanceM } = workout;
  return {
    day: daysBetween(start, date),
    workout: workout.workout ?? null,
    kind,
    hard,
    title: title || "Workout",
    text: text ?? "",
    load: isRun(kind) && text ? null : (workout.load ?? null),
    durationS: isRun(kind) && text ? null : (durationS ?? null),
    distanceM: kind === "race" || !text ? (distanceM ?? null) : null,
  };
}
