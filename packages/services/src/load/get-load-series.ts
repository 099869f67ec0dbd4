import type { IsoDate } from "@repo/core/calendar";
import type { Tx } from "@repo/db";
import { listLoadYears } from "@repo/db/queries";
import { type StoredDay, unpackYears } from "./pack-years.ts";

/** The stored days of a range (both ends included), oldest first; days before the history began are left out. */
export async function getLoadSeries(
  db: Tx,
  athleteId: string,
  range: { from: IsoDate; to: IsoDate },
): Promise<StoredDay[]> {
  // The first day's form needs the day before it, which may be in the year before.
  const years = { from: Number(range.from.slice(0, 4)) - 1, to: Number(range.to.slice(0, 4)) };
  const days = unpackYears(await listLoadYears(db, athleteId, years));
  return days.filter((day) => day.fitness !== null && day.date >= range.from && day.date <= range.to);
}
