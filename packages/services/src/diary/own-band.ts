import { addDays, type IsoDate } from "@repo/core/calendar";
import { mean, sampleSd } from "@repo/core/stats";

const BASELINE_DAYS = 60;
const FEWEST_READINGS = 14;

export type DayValue = { date: IsoDate; value: number | null };
export type OwnBand = { low: number; high: number; readings: number };

/**
 * What is usual for this athlete: mean ± one standard deviation of the 60 days before a day. Null below 14 readings,
 * for then nobody knows what is usual.
 */
export function ownBand(days: readonly DayValue[], date: IsoDate): OwnBand | null {
  const from = addDays(date, -BASELINE_DAYS);
  const values = days
    .filter((day) => day.date >= from && day.date < date)
    .flatMap((day) => (day.value === null ? [] : [day.value]));
  const [centre, spread] = [mean(values), sampleSd(values)];
  if (values.length < FEWEST_READINGS || centre === null || spread === null) return null;
  return { low: centre - spread, high: centre + spread, readings: values.length };
}
