import type { IsoDate } from "@repo/core/calendar";
import type { LoadDay } from "@repo/core/load";
import type { Tx } from "@repo/db";
import { deleteLoadYears, upsertLoadYears } from "@repo/db/queries";
import { packYears } from "./pack-years.ts";

/** Writes a whole series in place of what was there; years that end before `from` are as they were. */
export async function replaceSeries(
  db: Tx,
  athleteId: string,
  changed: { series: readonly LoadDay[]; from: IsoDate | null },
): Promise<void> {
  const years = packYears(changed.series);
  await deleteLoadYears(
    db,
    athleteId,
    years.map((year) => year.year),
  );
  const firstYear = changed.from === null ? 0 : Number(changed.from.slice(0, 4));
  await upsertLoadYears(
    db,
    athleteId,
    years.filter((year) => year.year >= firstYear),
  );
}
