import { addDays, dayNumber, fromDayNumber, type IsoDate, WEEKDAYS, weekStartOf } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import {
  isRun,
  type PhaseKind,
  type PlannedWorkout,
  pacingOfRequest,
  type Race,
  type Season,
  type SeasonRequest,
  type SeasonWeek,
  withIds,
} from "@repo/core/season";
import { type RepSpec, workoutFacts } from "./workout-facts.ts";

/** A workout on its day. */
export type Entry = {
  workout: PlannedWorkout;
  id: string;
  /** Day number. */
  day: number;
  run: boolean;
  race: boolean;
  hard: boolean;
  long: boolean;
  /** Kilometres; null for what has none or does not say. */
  km: number | null;
};

/** One week as the rules see it. */
export type WeekView = {
  index: number;
  start: IsoDate;
  monday: number;
  phase: PhaseKind;
  cutback: boolean;
  /** Workouts by weekday, Monday first. */
  days: readonly (readonly Entry[])[];
  entries: readonly Entry[];
  /** Kilometres of training runs, races aside; the week's target where a run does not say its own. */
  km: number | null;
  runs: number;
  hardDays: number;
  longest: Entry | null;
  /** Longest run of all, races too, kilometres; 0 where none says. */
  longestKm: number;
  /** Hard training sessions and what they repeat; long runs and races aside. */
  specs: readonly { entry: Entry; spec: RepSpec }[];
};

/** What a check works on: the season by weeks and days, made as they are asked for. */
export type RuleContext = {
  season: Season;
  request: SeasonRequest | null;
  limits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  pacing: () => Pacing | null;
  weekCount: number;
  firstMonday: number;
  week: (index: number) => WeekView | null;
  /** Workouts of a day number. */
  day: (day: number) => readonly Entry[];
  dateOf: (day: number) => IsoDate;
  /** Whether nothing may be planned on a day: weekday or blackout; false where nothing is said. */
  unavailable: (day: number) => boolean;
  races: readonly Race[];
};

const NO_ENTRIES: readonly Entry[] = [];

/** Views of weeks seen before. Seasons are never changed in place, so an unchanged week keeps its view over edits. */
const VIEWS = new WeakMap<SeasonWeek, WeekView>();

function isRegular(weeks: readonly SeasonWeek[]): boolean {
  const first = weeks[0];
  if (!first) return true;
  let monday = dayNumber(first.start);
  if (weekStartOf(first.start) !== first.start) return false;
  for (const week of weeks) {
    const known = VIEWS.get(week);
    if (known ? known.monday !== monday : !isWhole(week, monday)) return false;
    monday += 7;
  }
  return true;
}

function isWhole(week: SeasonWeek, monday: number): boolean {
  if (dayNumber(week.start) !== monday) return false;
  const end = fromDayNumber(monday + 6);
  for (const workout of week.workouts) if (workout.date < week.start || workout.date > end) return false;
  return true;
}

/** Weeks as consecutive Mondays with every workout in the week of its date, whoever wrote the file. */
function regularWeeks(season: Season): SeasonWeek[] {
  if (isRegular(season.weeks)) return season.weeks;
  const workouts = season.weeks.flatMap((week) => week.workouts);
  const starts = [
    ...season.weeks.map((week) => weekStartOf(week.start)),
    ...workouts.map((each) => weekStartOf(each.date)),
  ].sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return [];
  const byStart = new Map<string, SeasonWeek>();
  // Two years past the longest season a file is broken; what lies beyond is not looked at.
  for (let start = first; start <= last && byStart.size < 500; start = addDays(start, 7)) {
    const old = season.weeks.find((week) => weekStartOf(week.start) === start);
    byStart.set(start, {
      start,
      phase: old?.phase ?? "free",
      targetKm: old?.targetKm ?? null,
      cutback: old?.cutback ?? false,
      workouts: [],
    });
  }
  for (const workout of workouts) byStart.get(weekStartOf(workout.date))?.workouts.push(workout);
  return [...byStart.values()];
}

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
  };
}

function viewOf(week: SeasonWeek, index: number, monday: number): WeekView {
  const days: Entry[][] = [[], [], [], [], [], [], []];
  for (const workout of week.workouts) {
    // Same week by construction, so the day of the month tells the weekday without calendar arithmetic.
    const at = dayNumber(workout.date) - monday;
    const day = days[at];
    if (day) day.push(entryOf(workout, monday + at, day.length));
  }
  const entries = days.flat();
  let km: number | null = 0;
  let runs = 0;
  let longest: Entry | null = null;
  let longestKm = 0;
  const specs: { entry: Entry; spec: RepSpec }[] = [];
  for (const entry of entries) {
    if (!entry.run) continue;
    runs += 1;
    longestKm = Math.max(longestKm, entry.km ?? 0);
    if (entry.race) continue;
    const spec = entry.hard && !entry.long ? workoutFacts(entry.workout).spec : null;
    if (spec) specs.push({ entry, spec });
    km = km === null || entry.km === null ? null : km + entry.km;
    if (entry.km !== null && entry.km > (longest?.km ?? 0)) longest = entry;
  }
  return {
    index,
    start: week.start,
    monday,
    phase: week.phase,
    cutback: week.cutback,
    days,
    entries,
    km: km ?? week.targetKm,
    runs,
    hardDays: days.filter((day) => day.some((entry) => entry.hard)).length,
    longest,
    longestKm,
    specs,
  };
}

/** Sets a season up for checking. Never throws on a season that has the schema's shape. */
export function ruleContext(
  given: Season,
  options: { limits?: RuleContext["limits"]; pacing?: Pacing | null } = {},
): RuleContext {
  const season = withIds(given);
  const weeks = regularWeeks(season);
  const request = season.request ?? null;
  const firstMonday = weeks[0] ? dayNumber(weeks[0].start) : 0;
  const unavailableDays = new Set(request?.unavailable ?? []);
  const blackout = new Set(request?.blackoutDates ?? []);
  let pacing: Pacing | null | undefined = options.pacing;

  function week(index: number): WeekView | null {
    const raw = weeks[index];
    if (!raw) return null;
    const monday = firstMonday + index * 7;
    let view = VIEWS.get(raw);
    if (view?.index !== index || view.monday !== monday) {
      view = viewOf(raw, index, monday);
      VIEWS.set(raw, view);
    }
    return view;
  }

  return {
    season,
    request,
    limits: options.limits ?? {},
    pacing: () => {
      if (pacing === undefined) pacing = request ? pacingOfRequest(request) : null;
      return pacing;
    },
    weekCount: weeks.length,
    firstMonday,
    week,
    day: (day) =>
      week(Math.floor((day - firstMonday) / 7))?.days[(((day - firstMonday) % 7) + 7) % 7] ?? NO_ENTRIES,
    dateOf: fromDayNumber,
    unavailable: (day) => {
      const at = (((day + 3) % 7) + 7) % 7;
      const weekday = WEEKDAYS[at];
      if (weekday && unavailableDays.has(weekday)) return true;
      return blackout.size > 0 && blackout.has(fromDayNumber(day));
    },
    races: request ? request.races : racesOf(weeks),
  };
}

/** Races of a season that does not bring its request: those in its weeks; the one a peak leads to counts as A. */
function racesOf(weeks: readonly SeasonWeek[]): Race[] {
  return weeks.flatMap((week) =>
    week.workouts
      .filter((workout) => workout.kind === "race" && (workout.distanceM ?? 0) >= 100)
      .map((workout) => ({
        date: workout.date,
        distanceM: Math.min(250_000, workout.distanceM ?? 0),
        priority: week.phase === "peak" || week.phase === "race" ? ("A" as const) : ("B" as const),
      })),
  );
}
