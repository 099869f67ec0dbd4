import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { LoadDay } from "@repo/core/load";
import type { Tx } from "@repo/db";
import { deleteLoadYears, listLoadYears, upsertLoadYears } from "@repo/db/queries";
import { LOAD_METHODS, LOAD_QUALITIES } from "@repo/db/schema";
import { packYears, putDay } from "./pack-years.ts";

/** Writes a whole series in place of what was there. */
export async function replaceSeries(db: Tx, athleteId: string, series: readonly LoadDay[]): Promise<void> {
  const years = packYears(series);
  await deleteLoadYears(
    db,
    athleteId,
    years.map((year) => year.year),
  );
  await upsertLoadYears(db, athleteId, years);
}

/** Adds days at the end; from `unknownFrom` on, days that were taken for rest become unknown. */
export async function appendSeries(
  db: Tx,
  athleteId: string,
  added: { series: readonly LoadDay[]; unknownFrom: IsoDate | null },
): Promise<void> {
  const { series, unknownFrom } = added;
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return;
  const from = unknownFrom !== null && unknownFrom < first.date ? unknownFrom : first.date;
  const range = { from: Number(from.slice(0, 4)), to: Number(last.date.slice(0, 4)) };
  const years = (await listLoadYears(db, athleteId, range)).map(({ athleteId: _, ...year }) => year);
  if (unknownFrom !== null) {
    for (const year of years) {
      const start = Math.max(0, daysBetween(`${year.year}-01-01`, unknownFrom));
      for (let at = start; at < year.loadX10.length; at += 1) {
        year.loadX10[at] = null;
        year.method[at] = LOAD_METHODS.indexOf("unknown");
        year.quality[at] = LOAD_QUALITIES.indexOf("gap");
      }
    }
  }
  for (const day of series) putDay(years, day);
  await upsertLoadYears(db, athleteId, years);
}
