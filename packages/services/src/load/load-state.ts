import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import {
  advanceDays,
  type DayLoad,
  formOf,
  type LoadDay,
  type LoadState,
  loadSeries,
  MAX_SILENT_REST_DAYS,
  packLoadState,
  readLoad,
  reservationOf,
  restDay,
  unknownDay,
  unpackLoadState,
} from "@repo/core/load";
import type { AthleteStateRow } from "@repo/db/queries";

/** Version of the method: another one makes every stored load be computed again. */
const METHOD_VERSION = 3;

/** A load state as it is stored, with the method that made it. */
export function storedLoad(load: LoadState): Uint8Array {
  return Buffer.concat([Uint8Array.of(METHOD_VERSION), packLoadState(load)]);
}

/** The stored state; null where there is none, or where another method made it. */
export function readStoredLoad(bytes: Uint8Array | null): LoadState | null {
  return bytes === null || bytes[0] !== METHOD_VERSION ? null : unpackLoadState(bytes.subarray(1));
}

/**
 * The days after a state's last entry on which nothing was entered, up to `through`: rest up to a week of them, unknown
 * from the first one when there are more. They are never stored: they follow from the state alone.
 */
export function silentDays(state: LoadState, through: IsoDate): DayLoad[] {
  const last = state.lastDay as IsoDate;
  const count = Math.max(0, daysBetween(last, through));
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(last, index + 1);
    return count > MAX_SILENT_REST_DAYS
      ? unknownDay(date)
      : restDay(date, { silent: true, quality: "estimated" });
  });
}

/** The same days with their figures, as the chart shows them. */
export function silentSeries(state: LoadState, through: IsoDate): LoadDay[] {
  return loadSeries(silentDays(state, through), state);
}

/** The load of a day on or after a state's last entry, when nothing is entered after it. */
export function loadOn(state: LoadState, date: IsoDate): LoadDay {
  const last = silentSeries(state, date).at(-1);
  if (last) return last;
  const loadX10 = state.ring.at(-1) ?? null;
  return readLoad(state, { date, loadX10, method: "unknown", quality: "estimated", silent: false });
}

type Standing = Pick<
  AthleteStateRow,
  "lastDay" | "fitness" | "fatigue" | "form" | "loadQuality" | "weekLoadX10"
>;

/** What the roster shows of the load on a day. */
export function standingOn(state: LoadState | null, date: IsoDate): Standing {
  if (state === null) {
    return { lastDay: null, fitness: null, fatigue: null, form: null, loadQuality: null, weekLoadX10: null };
  }
  const load = advanceDays(state, silentDays(state, date));
  return {
    lastDay: load.lastDay,
    fitness: load.fitness,
    fatigue: load.fatigue,
    form: formOf(load),
    loadQuality: reservationOf(load) ?? "known",
    weekLoadX10: weekLoadX10(load),
  };
}

/**
 * Where an athlete stands on their own day, whichever day the last night judged: a night that was run for a later day
 * (or a traveller's clock that went back) must not show tomorrow's form as today's.
 */
export function standingAsOf(state: AthleteStateRow, date: IsoDate): Standing {
  const load = state.lastDay === date ? null : readStoredLoad(state.loadState);
  return load?.lastDay != null && load.lastDay <= date ? standingOn(load, date) : state;
}

/** Load of the last seven days in tenths; null when nothing is known of any of them. */
function weekLoadX10({ ring }: LoadState): number | null {
  const week = ring.slice(-7);
  if (week.some((load) => load !== null)) return week.reduce<number>((sum, load) => sum + (load ?? 0), 0);
  const lastKnown = ring.findLastIndex((load) => load !== null);
  return week.length === 0 || ring.length - 1 - lastKnown > MAX_SILENT_REST_DAYS ? null : 0;
}
