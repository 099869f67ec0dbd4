import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";

/** The night begins when the athlete's clock shows this hour: an hour that no zone skips or doubles. */
export const NIGHT_HOUR = 4;
/** Nights made up for after a silence of the worker; older days are judged again when their data changes. */
export const MOST_BACKFILL_DAYS = 60;

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Clocks already read at one instant: a chunk of athletes asks for the same few zones. */
const read = { at: Number.NaN, times: new Map<string, { date: IsoDate; hour: number }>() };

/** Day and hour of a zone's clock; a zone that this server does not know counts as UTC. */
export function localClock(now: Date, timeZone: string): { date: IsoDate; hour: number } {
  if (read.at !== now.getTime()) {
    read.at = now.getTime();
    read.times.clear();
  }
  const known = read.times.get(timeZone);
  if (known) return known;
  const time = readClock(now, timeZone);
  read.times.set(timeZone, time);
  return time;
}

function readClock(now: Date, timeZone: string): { date: IsoDate; hour: number } {
  const parts = clockOf(timeZone).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { date: `${of("year")}-${of("month")}-${of("day")}`, hour: Number(of("hour")) };
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const shape = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  } as const;
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat("en-US", { ...shape, timeZone });
  } catch {
    clock = new Intl.DateTimeFormat("en-US", { ...shape, timeZone: "UTC" });
  }
  clocks.set(timeZone, clock);
  return clock;
}

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
