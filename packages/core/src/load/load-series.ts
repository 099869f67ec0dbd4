import type { IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import { acuteChronicRatio } from "./acute-chronic-ratio.ts";
import type { DayLoad, LoadMethod } from "./day-load.ts";
import { knownWindow } from "./known-window.ts";
import { hasGround, type LoadState, reservationOf, startLoad, stepLoad, workingCopy } from "./load-state.ts";
import { monotonyOf } from "./monotony.ts";

/** A day of the load chart. Loads are in units; null where a number would not be honest. */
export type LoadDay = {
  readonly date: IsoDate;
  readonly load: number | null;
  readonly method: LoadMethod;
  /** Long-term load, units a day. */
  readonly fitness: number;
  /** Short-term load, units a day. */
  readonly fatigue: number;
  /** Load balance: fitness − fatigue at the moment the settings name; see {@link formOf}. */
  readonly form: number | null;
  /** Change of fitness in seven days. */
  readonly rampRate: number | null;
  readonly monotony: number | null;
  readonly strain: number | null;
  /** Described only; see acuteChronicRatio. */
  readonly acwr: number | null;
  readonly quality: "measured" | "estimated" | "warming-up" | "gap";
};

/** The chart row of the day a state stands at. */
export function readLoad(state: LoadState, day: DayLoad): LoadDay {
  // A day that turned out to belong to a silence too long for rest is not the end of a known week.
  const week = day.loadX10 === null ? null : knownWindow(state.ring, 7);
  const month = knownWindow(state.ring, 28);
  const monotony = week === null ? null : valueOrNull(monotonyOf(week));
  return {
    date: day.date,
    load: day.loadX10 === null ? null : day.loadX10 / 10,
    method: day.method,
    fitness: state.fitness,
    fatigue: state.fatigue,
    form: formOf(state),
    rampRate: rampRateOf(state),
    monotony: monotony === null ? null : monotony.monotony,
    strain: monotony === null ? null : monotony.strain / 10,
    acwr: month === null ? null : valueOrNull(acuteChronicRatio(month, "rolling-coupled")),
    quality: qualityOf(state, day),
  };
}

/**
 * Long-term load, short-term load, form and their companions for consecutive days, oldest first.
 *
 * @param from state before the first day; the same days fed one by one through advanceLoad give the same bits
 * @throws {RangeError} when days are missing or out of order
 * @see SOURCES.md [busso-2003] for the averages; they are smoothed load, not measured fitness
 */
export function loadSeries(days: readonly DayLoad[], from: LoadState = startLoad()): LoadDay[] {
  const state = workingCopy(from);
  return days.map((day) => {
    if (state.lastDay !== null && day.date <= state.lastDay) {
      throw new RangeError(`${day.date} does not follow ${state.lastDay}`);
    }
    stepLoad(state, day);
    return readLoad(state, day);
  });
}

/**
 * Load balance of a state in units; null in and shortly after a silence of more than a week, and where no load was
 * recorded yet before the moment it is read at.
 */
export function formOf(state: LoadState): number | null {
  if (state.lastDay === null || reservationOf(state) === "gap" || !hasGround(state)) return null;
  return state.settings.formAt === "start-of-day"
    ? state.priorFitness - state.priorFatigue
    : state.fitness - state.fatigue;
}

/** Fitness today minus fitness seven days ago, units a week; null before the eighth day. */
export function rampRateOf(state: LoadState): number | null {
  const before = state.recentFitness[0];
  return before === undefined || state.recentFitness.length < 7 ? null : state.fitness - before;
}

function qualityOf(state: LoadState, day: DayLoad): LoadDay["quality"] {
  const reservation = reservationOf(state);
  if (day.loadX10 === null || reservation === "gap") return "gap";
  if (reservation === "warming-up") return "warming-up";
  return reservation === "seeded" ? "estimated" : day.quality;
}
