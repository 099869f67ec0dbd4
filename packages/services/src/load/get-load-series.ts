import { type IsoDate, minDate } from "@repo/core/calendar";
import type { LoadDay } from "@repo/core/load";
import type { Tx } from "@repo/db";
import { type AthleteStateRow, getAthleteState, listLoadYears } from "@repo/db/queries";
import { readStoredLoad, silentSeries } from "./load-state.ts";
import { type StoredDay, unpackYears } from "./pack-years.ts";

/**
 * The days of a range (both ends included), oldest first; days before the history began are left out. Days with entries
 * and between them are stored; the silent ones since the last entry follow from the state, up to the day it was judged.
 * @param known the state, where it has been read already
 */
export async function getLoadSeries(
  db: Tx,
  athleteId: string,
  range: { from: IsoDate; to: IsoDate },
  known?: AthleteStateRow | null,
): Promise<StoredDay[]> {
  // The first day's form needs the day before it, which may be in the year before.
  const years = { from: Number(range.from.slice(0, 4)) - 1, to: Number(range.to.slice(0, 4)) };
  const stored = unpackYears(await listLoadYears(db, athleteId, years));
  const state = known === undefined ? await getAthleteState(db, athleteId) : known;
  const load = readStoredLoad(state?.loadState ?? null);
  const silent =
    load === null || state?.lastDay == null ? [] : silentSeries(load, minDate(range.to, state.lastDay));
  return [...stored, ...silent.map(asStored)].filter(
    (day) => day.fitness !== null && day.date >= range.from && day.date <= range.to,
  );
}

function asStored({ date, load, method, quality, fitness, fatigue, form }: LoadDay): StoredDay {
  return { date, load, method, quality, fitness, fatigue, form: quality === "gap" ? null : form };
}
