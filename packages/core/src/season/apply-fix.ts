import { addDays, weekStartOf } from "@repo/core/calendar";
import { NO_PACING, type Pacing } from "@repo/core/paces";
import { parseWorkout } from "@repo/core/workouts";
import { pacingOfRequest } from "./build-season.ts";
import { isRun } from "./is-run.ts";
import { materialiseRun } from "./materialise.ts";
import { scaleBlocks } from "./scale-blocks.ts";
import type { Fix, PlannedWorkout, Season, SeasonWeek } from "./schema.ts";
import { withIds } from "./with-ids.ts";

type Edit = Extract<Fix, { kind: "replace" | "add" }>;

function pacingOfSeason(season: Season): Pacing {
  return season.request ? pacingOfRequest(season.request) : NO_PACING;
}

/** A workout's text, steps and totals made anew; a text that cannot be read stays as it is, without steps. */
function withText(workout: PlannedWorkout, text: string, pacing: Pacing): PlannedWorkout {
  const parsed = text && isRun(workout.kind) ? parseWorkout(text) : null;
  if (!parsed?.ok) {
    return { ...workout, text, distanceM: null, durationS: null, load: null, steps: null };
  }
  const made = materialiseRun(parsed.blocks, pacing);
  const { distanceM, durationS, load, steps } = made;
  return { ...workout, text: made.text, distanceM, durationS, load, steps };
}

function workoutOf(edit: Edit, id: string, pacing: Pacing): PlannedWorkout {
  const { date, workout, workoutKind, hard, title, text } = edit;
  return withText({ id, date, workout, kind: workoutKind, hard, title }, text, pacing);
}

function scaled(workout: PlannedWorkout, factor: number, pacing: Pacing): PlannedWorkout {
  if (!isRun(workout.kind) || workout.kind === "race") return workout;
  const parsed = workout.text ? parseWorkout(workout.text) : null;
  if (parsed?.ok) {
    const made = materialiseRun(scaleBlocks(parsed.blocks, factor), pacing);
    const { text, distanceM, durationS, load, steps } = made;
    const title = scaledTitle(workout.title, workout.distanceM, distanceM);
    return { ...workout, title, text, distanceM, durationS, load, steps };
  }
  const times = (value: number | null | undefined) => (value == null ? value : Math.round(value * factor));
  return {
    ...workout,
    distanceM: times(workout.distanceM),
    durationS: times(workout.durationS),
    load: times(workout.load),
    steps: null,
  };
}

/** Our own titles name the distance; a changed distance must not leave the old one standing. */
function scaledTitle(title: string, before: number | null | undefined, after: number | null): string {
  if (before == null || after == null) return title;
  const old = /(\d+(?:\.\d+)?) km/.exec(title);
  if (!old?.[1]) return title;
  const change = (after - before) / 1000;
  return title.replace(old[0], `${Number((Number(old[1]) + change).toFixed(1))} km`);
}

function allWorkouts(season: Season): PlannedWorkout[] {
  return season.weeks.flatMap((week) => week.workouts);
}

/** Puts workouts back into the weeks their dates belong to; a day outside the season's weeks gets a week of its own. */
function regroup(season: Season, workouts: readonly PlannedWorkout[], touched: ReadonlySet<string>): Season {
  const weeks: SeasonWeek[] = season.weeks.map((week) => ({ ...week, workouts: [] as PlannedWorkout[] }));
  for (const workout of workouts) weekFor(weeks, workout.date).workouts.push(workout);
  for (const week of weeks) {
    if (!touched.has(week.start)) continue;
    // Stable: workouts of one day keep their order.
    week.workouts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }
  return { ...season, weeks };
}

function weekFor(weeks: SeasonWeek[], date: string): SeasonWeek {
  const found = weeks.find((week) => week.start <= date && date <= addDays(week.start, 6));
  if (found) return found;
  const week: SeasonWeek = {
    start: weekStartOf(date),
    phase: "free",
    targetKm: null,
    cutback: false,
    workouts: [],
  };
  weeks.push(week);
  weeks.sort((a, b) => (a.start < b.start ? -1 : 1));
  return week;
}

function weekStartsOf(season: Season, dates: readonly string[]): Set<string> {
  const starts = new Set<string>();
  for (const date of dates) {
    const week = season.weeks.find((each) => each.start <= date && date <= addDays(each.start, 6));
    starts.add(week?.start ?? weekStartOf(date));
  }
  return starts;
}

function freshId(workouts: readonly PlannedWorkout[], date: string): string {
  const taken = new Set(workouts.map((workout) => workout.id));
  let place = workouts.filter((workout) => workout.date === date).length;
  while (taken.has(`${date}#${place}`)) place += 1;
  return `${date}#${place}`;
}

/** Days a fix touches: where a re-check has to look. */
export function datesOfFix(fix: Fix): string[] {
  switch (fix.kind) {
    case "move":
    case "swap":
      return [fix.from, fix.to];
    case "scale-week":
      return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(fix.weekStart, day));
    case "advice":
      return [];
    default:
      return [fix.date];
  }
}

function edited(fix: Fix, workouts: PlannedWorkout[], pacing: Pacing): PlannedWorkout[] {
  switch (fix.kind) {
    case "move":
      return workouts.map((each) => (each.id === fix.id ? { ...each, date: fix.to } : each));
    case "swap":
      return workouts.map((each) => {
        if (each.id === fix.id) return { ...each, date: fix.to };
        return each.id === fix.otherId ? { ...each, date: fix.from } : each;
      });
    case "replace":
      return workouts.map((each) => (each.id === fix.id ? workoutOf(fix, fix.id, pacing) : each));
    case "add":
      return [...workouts, workoutOf(fix, freshId(workouts, fix.date), pacing)];
    case "remove":
      return workouts.filter((each) => each.id !== fix.id);
    case "scale-week": {
      const end = addDays(fix.weekStart, 6);
      return workouts.map((each) =>
        each.date >= fix.weekStart && each.date <= end && !each.hard
          ? scaled(each, fix.factor, pacing)
          : each,
      );
    }
    case "scale-workout":
      return workouts.map((each) => (each.id === fix.id ? scaled(each, fix.factor, pacing) : each));
    case "advice":
      return workouts;
  }
}

/** Kilometres a week's target is set to after an edit: what its runs now hold, where all of them are known. */
function retarget(season: Season, starts: ReadonlySet<string>, before: Season): Season {
  const weeks = season.weeks.map((week) => {
    const old = before.weeks.find((each) => each.start === week.start);
    if (!starts.has(week.start) || week.targetKm === null || !old) return week;
    const change = runKm(week) - runKm(old);
    if (Math.abs(change) < 0.05) return week;
    return { ...week, targetKm: Math.max(0, Math.round((week.targetKm + change) * 10) / 10) };
  });
  return { ...season, weeks };
}

function runKm(week: SeasonWeek): number {
  let sum = 0;
  for (const workout of week.workouts) {
    if (isRun(workout.kind) && workout.kind !== "race") sum += (workout.distanceM ?? 0) / 1000;
  }
  return sum;
}

/**
 * Applies one fix of a finding or warning and gives back the changed season; the old one stays as it was. A fix whose
 * workout is gone, and advice, change nothing. Findings are not recomputed here.
 *
 * @param pacing what new texts are resolved with; by default the season's own request
 */
export function applyFix(season: Season, fix: Fix, pacing: Pacing = pacingOfSeason(season)): Season {
  if (fix.kind === "advice") return season;
  const whole = withIds(season);
  const starts = weekStartsOf(whole, datesOfFix(fix));
  const workouts = edited(fix, allWorkouts(whole), pacing);
  return retarget(regroup(whole, workouts, starts), starts, whole);
}
