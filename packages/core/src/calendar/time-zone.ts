import { dayNumber, type IsoDate } from "./iso-date.ts";

/** What a clock on a wall shows. */
export type LocalClock = { date: IsoDate; hour: number };

const DAY_MS = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
/** Clocks already read at one instant: a chunk of athletes asks for the same few zones. */
const read = { at: Number.NaN, times: new Map<string, LocalClock>() };

/** Whether this machine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** A zone as this machine can count in it: itself, or UTC for a name that is not known here. */
export function knownTimeZone(name: string): string {
  return isTimeZone(name) ? name : "UTC";
}

/**
 * Day and hour of a zone's clock at an instant. A zone that this machine does not know (renamed, or from a newer list)
 * counts as UTC: a day that is off by hours is better than none.
 */
export function localClock(at: Date, timeZone: string): LocalClock {
  if (read.at !== at.getTime()) {
    read.at = at.getTime();
    read.times.clear();
  }
  const known = read.times.get(timeZone);
  if (known) return known;
  const { year, month, day, hour } = partsOf(at, timeZone);
  const time = { date: `${year}-${month}-${day}`, hour: Number(hour) };
  read.times.set(timeZone, time);
  return time;
}

/** The calendar day of an instant in a zone; one that this machine does not know counts as UTC. */
export function localDay(at: Date, timeZone: string): IsoDate {
  return localClock(at, timeZone).date;
}

/**
 * The instant of a wall-clock time ("07:30:00") in a zone, in milliseconds since 1970. In the hour that a spring day
 * lacks, the clock an hour later; in the hour that an autumn day has twice, the first. A zone that this machine does
 * not know counts as UTC.
 */
export function instantOf(date: IsoDate, time: string, timeZone: string): number {
  const [hour, minute, second] = time.split(":");
  const wall = msOf(date, { hour, minute, second });
  // The offsets of the day before and after: they differ where the clock changes.
  const before = wall - offsetMs(wall - DAY_MS, timeZone);
  const after = wall - offsetMs(wall + DAY_MS, timeZone);
  const shown = [before, after].filter((at) => at + offsetMs(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

function offsetMs(at: number, timeZone: string): number {
  const { year, month, day, ...time } = partsOf(at, timeZone);
  return msOf(`${year}-${month}-${day}`, time) - Math.floor(at / 1_000) * 1_000;
}

function msOf(date: IsoDate, { hour, minute, second }: Record<string, string | undefined>): number {
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second ?? 0);
  return dayNumber(date) * DAY_MS + seconds * 1_000;
}

function partsOf(at: Date | number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: knownTimeZone(timeZone),
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}
