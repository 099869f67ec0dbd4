import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { type EwmaConvention, ewmaStep, ewmaWeight } from "@repo/core/stats";
import { type DayLoad, MAX_SILENT_REST_DAYS } from "./day-load.ts";

/** Days of load a state remembers: enough for every window that is read from it (28 days and a run of silence). */
export const RING_DAYS = 60;
/** One long time constant: before it, the assumed zero start still weighs more than a third. */
export const WARM_UP_DAYS = 42;
/** Two short time constants of known days after a gap, rest among them, then the balance can be read again. */
const SETTLING_DAYS = 14;
const RAMP_DAYS = 7;

/** `start-of-day`: yesterday's long-term minus short-term load, what one wakes up with. `end-of-day` includes today's work. */
export type FormMoment = "start-of-day" | "end-of-day";

export type LoadSettings = {
  readonly convention: EwmaConvention;
  readonly fitnessTauDays: number;
  readonly fatigueTauDays: number;
  readonly formAt: FormMoment;
};

/** The defaults: `exp`, 42 and 7 days, form as of the morning. Stored with the state: series of two settings never mix. */
export const DEFAULT_LOAD_SETTINGS: LoadSettings = {
  convention: "exp",
  fitnessTauDays: 42,
  fatigueTauDays: 7,
  formAt: "start-of-day",
};

/** Everything the next day needs: a pure JSON value. Loads are in units, the ring in tenths. */
export type LoadState = {
  readonly settings: LoadSettings;
  readonly lastDay: IsoDate | null;
  /** Long-term load ("fitness") and short-term load ("fatigue") after the last day, units a day. */
  readonly fitness: number;
  readonly fatigue: number;
  /** The two as they were before the last day. */
  readonly priorFitness: number;
  readonly priorFatigue: number;
  /** Days since the series began, or began again after a silence longer than the warm-up. */
  readonly days: number;
  /** Length of the silence that the last day belongs to. */
  readonly silentDays: number;
  /** Days since a silence of more than a week ended; null when there was none. */
  readonly daysSinceGap: number | null;
  readonly seeded: boolean;
  /** Fitness of the last days, oldest first, for the ramp rate. */
  readonly recentFitness: readonly number[];
  /** Last loads in tenths, oldest first; null for a day without any entry. */
  readonly ring: readonly (number | null)[];
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type WorkingState = Omit<Mutable<LoadState>, "recentFitness" | "ring"> & {
  recentFitness: number[];
  ring: (number | null)[];
};

/**
 * A state before the first day.
 *
 * @param options.seedDailyLoad usual daily load in units, as the athlete reports it: both averages start there
 *   instead of at zero and the first weeks count as estimated
 * @param options.seed both averages as another program left them, to go on from there or to compare
 */
export function startLoad(
  options: {
    settings?: Partial<LoadSettings>;
    seedDailyLoad?: number;
    seed?: { fitness: number; fatigue: number };
  } = {},
): LoadState {
  const daily = options.seedDailyLoad ?? 0;
  const { fitness, fatigue } = options.seed ?? { fitness: daily, fatigue: daily };
  for (const load of [fitness, fatigue]) {
    if (!(Number.isFinite(load) && load >= 0))
      throw new RangeError(`a daily load must be 0 or more, not ${load}`);
  }
  return {
    settings: { ...DEFAULT_LOAD_SETTINGS, ...options.settings },
    lastDay: null,
    fitness,
    fatigue,
    priorFitness: fitness,
    priorFatigue: fatigue,
    days: 0,
    silentDays: 0,
    daysSinceGap: null,
    seeded: options.seedDailyLoad !== undefined || options.seed !== undefined,
    recentFitness: [],
    ring: [],
  };
}

/**
 * Moves a state on by one day (and by the silent days before it, when some are skipped). Exactly what
 * the whole history computed at once would give, bit for bit.
 *
 * @throws {RangeError} when the day is not after the state's last day, or its load is no whole number of tenths ≥ 0
 * @see SOURCES.md [busso-2003]
 */
export function advanceLoad(state: LoadState, day: Pick<DayLoad, "date" | "loadX10" | "silent">): LoadState {
  const next = workingCopy(state);
  if (next.lastDay !== null) {
    if (day.date <= next.lastDay) throw new RangeError(`${day.date} does not follow ${next.lastDay}`);
    for (let skipped = daysBetween(next.lastDay, day.date) - 1; skipped > 0; skipped -= 1) {
      stepLoad(next, { date: addDays(next.lastDay, 1), loadX10: null, silent: true });
    }
  }
  stepLoad(next, day);
  return next;
}

/** Moves a state on over consecutive days: what {@link advanceLoad} does day by day. */
export function advanceDays(
  state: LoadState,
  days: readonly Pick<DayLoad, "date" | "loadX10" | "silent">[],
): LoadState {
  const next = workingCopy(state);
  for (const day of days) stepLoad(next, day);
  return next;
}

/** A copy that may be changed in place. */
export function workingCopy(state: LoadState): WorkingState {
  return { ...state, recentFitness: [...state.recentFitness], ring: [...state.ring] };
}

/**
 * One day, in place: the only place where the averages move. An unknown day counts as no load, because that is
 * the one value that later knowledge of a rest will not contradict; the silence is counted beside it.
 */
export function stepLoad(state: WorkingState, day: Pick<DayLoad, "date" | "loadX10" | "silent">): void {
  const loadX10 = day.loadX10 ?? 0;
  if (!(Number.isSafeInteger(loadX10) && loadX10 >= 0)) {
    throw new RangeError(`a day's load must be a whole number of tenths ≥ 0, not ${day.loadX10}`);
  }
  countSilence(state, day.silent);
  const { convention, fitnessTauDays, fatigueTauDays } = state.settings;
  if (state.days > 1) pushBounded(state.recentFitness, state.fitness, RAMP_DAYS);
  state.priorFitness = state.fitness;
  state.priorFatigue = state.fatigue;
  state.fitness = ewmaStep(state.fitness, loadX10 / 10, ewmaWeight(convention, fitnessTauDays));
  state.fatigue = ewmaStep(state.fatigue, loadX10 / 10, ewmaWeight(convention, fatigueTauDays));
  state.lastDay = day.date;
  pushBounded(state.ring, day.silent ? null : day.loadX10, RING_DAYS);
}

function countSilence(state: WorkingState, silent: boolean): void {
  state.days += 1;
  if (silent) {
    state.silentDays += 1;
    if (state.silentDays > MAX_SILENT_REST_DAYS) state.daysSinceGap = 0;
    else if (state.daysSinceGap !== null) state.daysSinceGap += 1;
    return;
  }
  if (state.silentDays > WARM_UP_DAYS) beginAgain(state);
  else if (state.daysSinceGap !== null) state.daysSinceGap += 1;
  state.silentDays = 0;
}

/** After a silence longer than one time constant nothing of the old averages can be trusted. */
function beginAgain(state: WorkingState): void {
  state.days = 1;
  state.daysSinceGap = null;
  state.seeded = false;
  state.recentFitness = [];
}

function pushBounded<T>(list: T[], item: T, length: number): void {
  list.push(item);
  if (list.length > length) list.shift();
}

/**
 * Whether a load lies before the moment at which form is read, since the series began or began again. Where none
 * does, both averages are the assumed start (or what a silence left of old ones), and their difference says nothing.
 */
export function hasGround(state: LoadState): boolean {
  return holdsLoad(state, state.settings.formAt === "start-of-day" ? 1 : 0);
}

/** Whether a load lies in the series up to some days before its end. */
function holdsLoad({ seeded, days, ring }: LoadState, before: number): boolean {
  if (seeded || days >= WARM_UP_DAYS) return true;
  const end = Math.max(0, ring.length - before);
  return ring.slice(Math.max(0, ring.length - days), end).some((load) => (load ?? 0) > 0);
}

/** Why the averages of a state cannot be taken at face value, or null when they can. */
export function reservationOf(state: LoadState): "gap" | "warming-up" | "seeded" | null {
  if (state.silentDays > MAX_SILENT_REST_DAYS) return "gap";
  if (state.daysSinceGap !== null && state.daysSinceGap < SETTLING_DAYS) return "gap";
  // A morning entered is a day known, not a load: until the first session there is nothing to smooth.
  if (!holdsLoad(state, 0)) return "gap";
  if (state.days < WARM_UP_DAYS) return state.seeded ? "seeded" : "warming-up";
  return null;
}
