import { dayNumber } from "@repo/core/calendar";
import { isRun, type PlannedWorkout, type SeasonWeek } from "@repo/core/season";
import type { Entry, WeekView } from "./rule-context.ts";
import { factsOf, type RepSpec } from "./workout-facts.ts";

const NO_SPECS: WeekView["specs"] = [];

function entryOf(workout: PlannedWorkout, day: number, place: number): Entry {
  const run = isRun(workout.kind);
  return {
    workout,
    id: workout.id ?? `${workout.date}#${place}`,
    day,
    run,
    race: workout.kind === "race",
    hard: (workout.hard && run) || workout.kind === "race",
    long: workout.kind === "long",
    km: run && workout.distanceM != null ? workout.distanceM / 1000 : null,
    facts: null,
  };
}

/** A week as the rules see it. */
export function viewOf(week: SeasonWeek, index: number, monday: number): WeekView {
  const days: Entry[][] = [[], [], [], [], [], [], []];
  const entries: Entry[] = [];
  let at = 0;
  let date = week.start;
  let sorted = true;
  for (const workout of week.workouts) {
    // Mostly sorted and several to a day: a day is looked up only where the date changes.
    if (workout.date !== date) {
      if (workout.date < date) sorted = false;
      date = workout.date;
      at = dayNumber(date) - monday;
    }
    const day = days[at];
    if (!day) continue;
    const entry = entryOf(workout, monday + at, day.length);
    day.push(entry);
    entries.push(entry);
  }
  const view: WeekView = {
    index,
    start: week.start,
    monday,
    phase: week.phase,
    cutback: week.cutback,
    days,
    entries: sorted ? entries : days.flat(),
    km: 0,
    runs: 0,
    races: 0,
    hardDays: 0,
    hardOn: 0,
    longOn: 0,
    longest: null,
    longestKm: 0,
    longestLongKm: null,
    traits: null,
    specs: NO_SPECS,
  };
  sumUp(view, week.targetKm);
  return view;
}

/** Fills in what a week's runs come to. */
function sumUp(view: WeekView, targetKm: number | null): void {
  let km: number | null = 0;
  let raceKm = 0;
  let lastHard = -1;
  const specs: { entry: Entry; spec: RepSpec }[] = [];
  for (const entry of view.entries) {
    if (!entry.run) continue;
    view.runs += 1;
    const own = entry.km ?? 0;
    if (entry.hard) {
      view.hardOn |= 1 << (entry.day - view.monday);
      if (entry.day !== lastHard) view.hardDays += 1;
      lastHard = entry.day;
    }
    if (entry.long) view.longOn |= 1 << (entry.day - view.monday);
    if (own > view.longestKm) view.longestKm = own;
    if ((entry.long || entry.race) && entry.km !== null && own >= (view.longestLongKm ?? 0))
      view.longestLongKm = own;
    if (entry.race) {
      view.races += 1;
      raceKm += own;
      continue;
    }
    const spec = entry.hard && !entry.long ? factsOf(entry).spec : null;
    if (spec) specs.push({ entry, spec });
    km = km === null || entry.km === null ? null : km + own;
    if (entry.km !== null && own > (view.longest?.km ?? 0)) view.longest = entry;
  }
  // A week's target holds its races, its training does not.
  view.km = km ?? (targetKm === null ? null : Math.max(0, targetKm - raceKm));
  if (specs.length > 0) view.specs = specs;
}
