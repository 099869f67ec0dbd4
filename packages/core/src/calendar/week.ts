import { z } from "zod";
import { addDays, dayNumber, fromDayNumber, type IsoDate } from "./iso-date.ts";

/** The days of a week, Monday first: plan weeks are always Monday-based. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** The weekday of a day. */
export function weekdayOf(date: IsoDate): Weekday {
  return WEEKDAYS[indexOfWeekday(date)] as Weekday;
}

/** The Monday of the week that holds a day. */
export function weekStartOf(date: IsoDate): IsoDate {
  return fromDayNumber(dayNumber(date) - indexOfWeekday(date));
}

/** The ISO 8601 week of a day, such as `2026-W47`. */
export function isoWeekOf(date: IsoDate): string {
  const thursday = addDays(weekStartOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** 0 for Monday … 6 for Sunday (1970-01-01 was a Thursday). */
function indexOfWeekday(date: IsoDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}
