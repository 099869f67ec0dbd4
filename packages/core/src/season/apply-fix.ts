import { addDays, weekStartOf } from "@repo/core/calendar";
import { NO_PACING, type Pacing } from "@repo/core/paces";
import { parseWorkout } from "@repo/core/workouts";
import { pacingOfRequest } from "./build-season.ts";
import { isRun } from "./is-run.ts";
import { materialiseRun } from "./materialise.ts";
import { scaleBlocks } from "./scale-blocks.ts";
import type { Fix, PlannedWorkout, Season, SeasonWeek } from "./schema.ts";
import { noteIds, withIds } from "./with-ids.ts";

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
    const made = materialiseRun(scaleBlocks(parsed.blocks, factor, !workout.hard), pacing);
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

/** Index of the week a day lies in, or -1. */
function weekIndexOf(weeks: readonly SeasonWeek[], date: string): number {
  for (let at = weeks.length - 1; at >= 0; at--) {
    const start = weeks[at]?.start ?? "";
    if (start <= date) return date <= addDays(start, 6) ? at : -1;
  }
  return -1;
}

/** The season with a week for every one of the days; a day outside its weeks gets a week of its own. */
function withWeeksFor(season: Season, dates: readonly string[]): Season {
  const missing = dates.filter((date) => weekIndexOf(season.weeks, date) < 0).map(weekStartOf);
  if (missing.length === 0) return season;
  const added = [...new Set(missing)].map((start): SeasonWeek => {
    return { start, phase: "free", targetKm: null, cutback: false, workouts: [] };
  });
  return { ...season, weeks: [...season.weeks, ...added].sort((a, b) => (a.start < b.start ? -1 : 1)) };
}

/** Weeks that hold the days and the workouts of a fix; all others stay the very same objects. */
function touchedWeeks(weeks: readonly SeasonWeek[], fix: Fix): Set<number> {
  const touched = new Set(datesOfFix(fix).map((date) => weekIndexOf(weeks, date)));
  for (const id of [...("id" in fix ? [fix.id] : []), ...("otherId" in fix ? [fix.otherId] : [])]) {
    const near = [...touched].some((at) => weeks[at]?.workouts.some((workout) => workout.id === id));
    if (!near) touched.add(weeks.findIndex((week) => week.workouts.some((workout) => workout.id === id)));
  }
  touched.delete(-1);
  return touched;
}

/** Puts workouts back into the weeks their dates belong to; workouts of one day keep their order. */
function regroup(season: Season, workouts: readonly PlannedWorkout[], touched: ReadonlySet<number>): Season {
  const weeks = season.weeks.map((week, at) =>
    touched.has(at) ? { ...week, workouts: [] as PlannedWorkout[] } : week,
  );
  for (const workout of workouts) weeks[weekIndexOf(weeks, workout.date)]?.workouts.push(workout);
  for (const at of touched) {
    const [week, old] = [weeks[at], season.weeks[at]];
    if (!week || !old) continue;
    week.workouts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    weeks[at] = retargeted(week, old);
  }
  return { ...season, weeks };
}

function freshId(season: Season, date: string): string {
  const workouts = season.weeks.flatMap((week) => week.workouts);
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

function edited(season: Season, fix: Fix, workouts: PlannedWorkout[], pacing: Pacing): PlannedWorkout[] {
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
      return [...workouts, workoutOf(fix, freshId(season, fix.date), pacing)];
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

/** A week's target follows an edit by the kilometres the edit brought or took. */
function retargeted(week: SeasonWeek, old: SeasonWeek): SeasonWeek {
  const change = runKm(week) - runKm(old);
  if (week.targetKm === null || Math.abs(change) < 0.05) return week;
  return { ...week, targetKm: Math.max(0, Math.round((week.targetKm + change) * 10) / 10) };
}

function runKm(week: SeasonWeek): number {
  let sum = 0;
  for (const workout of week.workouts) {
    if (isRun(workout.kind)) sum += (workout.distanceM ?? 0) / 1000;
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
  const whole = withWeeksFor(withIds(season), datesOfFix(fix));
  const touched = touchedWeeks(whole.weeks, fix);
  const workouts = [...touched].sort((a, b) => a - b).flatMap((at) => whole.weeks[at]?.workouts ?? []);
  return noteIds(regroup(whole, edited(whole, fix, workouts, pacing), touched));
}
