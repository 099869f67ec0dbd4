import { addDays, daysBetween, type IsoDate, localClock } from "@repo/core/calendar";

/** The night begins when the athlete's clock shows this hour: an hour that no zone skips or doubles. */
export const NIGHT_HOUR = 4;
/** Nights made up for after a silence of the worker; older days are judged again when their data changes. */
export const MOST_BACKFILL_DAYS = 60;

/** The date of the latest night that has begun in a zone. */
export function latestNight(now: Date, timeZone: string): IsoDate {
  const { date, hour } = localClock(now, timeZone);
  return hour >= NIGHT_HOUR ? date : addDays(date, -1);
}

/** The nights due since the last one, oldest first; one for an athlete whose first it is. */
export function dueNights(now: Date, athlete: { timeZone: string; lastNight: IsoDate | null }): IsoDate[] {
  const latest = latestNight(now, athlete.timeZone);
  if (athlete.lastNight === null) return [latest];
  const missing = Math.min(daysBetween(athlete.lastNight, latest), MOST_BACKFILL_DAYS);
  return Array.from({ length: Math.max(0, missing) }, (_, index) => addDays(latest, index + 1 - missing));
}
