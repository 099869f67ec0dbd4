import type { WeekdayMinutes } from "@repo/core/athlete";
import { addDays, dayNumber, fromDayNumber, type IsoDate, WEEKDAYS, weekStartOf } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import {
  type PhaseKind,
  type PlannedWorkout,
  pacingOfRequest,
  type Race,
  type Season,
  type SeasonRequest,
  type SeasonWeek,
  withIds,
} from "@repo/core/season";
import type { OtherPeak } from "./other-peak.ts";
import { viewOf } from "./view-of.ts";
import type { RepSpec, WorkoutFacts } from "./workout-facts.ts";

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
  /** What its inside says; null until a rule asks (see `factsOf`). */
  facts: WorkoutFacts | null;
};

/** What the rules ask of the insides of a week's workouts. */
export type WeekTraits = {
  /** Workouts whose library entry asks for a level. */
  gated: readonly Entry[];
  strength: boolean;
  heavyStrength: readonly Entry[];
  /** Sprints, hill sprints and plyometrics. */
  needFreshLegs: readonly Entry[];
  /** Hard training runs that start without easy running. */
  cold: readonly Entry[];
  /** Training runs with a pace in minutes and seconds. */
  absolutePace: readonly Entry[];
  strides: readonly Entry[];
  /** Whether anything of it is fast. */
  fast: boolean;
  /** Kilometres of training harder than easy, as far as they are known. */
  hardKm: number;
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
  /** Runs of the week, races with them. */
  runs: number;
  races: number;
  hardDays: number;
  /** Days with something hard, and days with a long run, as bits: Monday is the lowest. */
  hardOn: number;
  longOn: number;
  longest: Entry | null;
  /** Longest run of all, races too, kilometres; 0 where none says. */
  longestKm: number;
  /** Longest of its long runs and races, kilometres; null where none says. */
  longestLongKm: number | null;
  /** What its workouts hold; null until a rule asks (see `traitsOf`). */
  traits: WeekTraits | null;
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
  /** Minutes that weekdays have; one that is not named has as many as it needs. */
  minutes: WeekdayMinutes;
  races: readonly Race[];
  /** Peaks of the athlete's other seasons, which the same year holds. */
  otherPeaks: readonly OtherPeak[];
};

const NO_ENTRIES: readonly Entry[] = [];

/** The weeks of a season and what has been made of them. */
type Seen = { weeks: readonly SeasonWeek[]; regular: boolean; views: (WeekView | undefined)[] };

/**
 * The last seasons looked at. Seasons are never changed in place, so an edited season shares its untouched weeks with
 * the one before, and their views with it. A few are kept by reference: weak maps of short-lived weeks cost the collector
 * more than the views are worth.
 */
const RECENT: Seen[] = [];
const MOST_RECENT = 2;

function seenOf(weeks: readonly SeasonWeek[]): Seen {
  for (const each of RECENT) if (each.weeks === weeks) return each;
  const kin = RECENT.find((each) => each.weeks.some((week, at) => at % 8 === 0 && week === weeks[at]));
  const views = kin ? weeks.map((week, at) => (kin.weeks[at] === week ? kin.views[at] : undefined)) : [];
  const seen: Seen = { weeks, regular: isRegular(weeks, kin?.regular === true ? kin.weeks : null), views };
  RECENT.unshift(seen);
  if (RECENT.length > MOST_RECENT) RECENT.pop();
  return seen;
}

/** Whether weeks are consecutive Mondays that hold their workouts; weeks shared with regular ones are not read again. */
function isRegular(weeks: readonly SeasonWeek[], kin: readonly SeasonWeek[] | null): boolean {
  const first = weeks[0];
  if (!first) return true;
  const firstMonday = dayNumber(first.start);
  if (weekStartOf(first.start) !== first.start) return false;
  const shared = kin?.[0]?.start === first.start ? kin : null;
  return weeks.every((week, at) => shared?.[at] === week || isWhole(week, firstMonday + at * 7));
}

function isWhole(week: SeasonWeek, monday: number): boolean {
  if (dayNumber(week.start) !== monday) return false;
  const end = fromDayNumber(monday + 6);
  let seen: IsoDate | null = null;
  for (const { date } of week.workouts) {
    // Several workouts a day, one after the other: a day is compared once.
    if (date === seen) continue;
    if (date < week.start || date > end) return false;
    seen = date;
  }
  return true;
}

/** Weeks as consecutive Mondays with every workout in the week of its date, whoever wrote the file. */
function regularWeeks(season: Season): SeasonWeek[] {
  if (seenOf(season.weeks).regular) return season.weeks;
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

/** Sets a season up for checking. Never throws on a season that has the schema's shape. */
export function ruleContext(
  given: Season,
  options: {
    limits?: RuleContext["limits"];
    pacing?: Pacing | null;
    blackout?: readonly IsoDate[];
    minutes?: WeekdayMinutes;
    otherPeaks?: readonly OtherPeak[];
  } = {},
): RuleContext {
  const season = withIds(given);
  const weeks = regularWeeks(season);
  const request = season.request ?? null;
  const firstMonday = weeks[0] ? dayNumber(weeks[0].start) : 0;
  const unavailableDays = WEEKDAYS.map((weekday) => request?.unavailable?.includes(weekday) === true);
  const blackout = blackoutOf(request, options.blackout);
  const { views } = seenOf(weeks);
  let pacing: Pacing | null | undefined = options.pacing;

  function week(index: number): WeekView | null {
    return views[index] ?? viewAt(index);
  }

  function viewAt(index: number): WeekView | null {
    const raw = weeks[index];
    if (!raw) return null;
    const view = viewOf(raw, index, firstMonday + index * 7);
    views[index] = view;
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
    unavailable: (day) => unavailableDays[(((day + 3) % 7) + 7) % 7] === true || blackout.has(day),
    minutes: options.minutes ?? request?.weekdayMinutes ?? {},
    races: request ? request.races : racesOf(weeks),
    otherPeaks: options.otherPeaks ?? [],
  };
}

const NO_DAYS: ReadonlySet<number> = new Set();

function blackoutOf(request: SeasonRequest | null, more: readonly IsoDate[] = []): ReadonlySet<number> {
  const dates = request?.blackoutDates ?? [];
  return dates.length + more.length === 0 ? NO_DAYS : new Set([...dates, ...more].map(dayNumber));
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
