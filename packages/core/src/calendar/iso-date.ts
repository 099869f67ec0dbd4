import { z } from "zod";

/** A calendar day in the athlete's zone, `YYYY-MM-DD`. Years 1900 to 2199; refuses days that do not exist. */
export const IsoDate = z.string().refine(isIsoDate, {
  message: "expected a calendar day from 1900 to 2199 as YYYY-MM-DD, such as 2026-11-22",
});
export type IsoDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether a text is an existing calendar day between 1900-01-01 and 2199-12-31. */
export function isIsoDate(text: string): boolean {
  if (!/^(19|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  const length = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  return day >= 1 && day <= length;
}

/** Two digits of a date as a number. */
function digits(date: IsoDate, at: number): number {
  return date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;
}

/** Days since 1970-01-01 (negative before). Integer arithmetic: no clock, no time zone. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = [digits(date, 0) * 100 + digits(date, 2), digits(date, 5), digits(date, 8)];
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day + (month > 2 && isLeap(year) ? 1 : 0);
  return before * 365 + leaps + dayOfYear - 719163;
}

/** Days written out before: seasons ask for the same few hundred again and again. */
const WRITTEN = new Map<number, IsoDate>();
const MOST_WRITTEN = 8_000;

/** The calendar day of a day number; inverse of {@link dayNumber}. */
export function fromDayNumber(number: number): IsoDate {
  let date = WRITTEN.get(number);
  if (date === undefined) {
    if (WRITTEN.size >= MOST_WRITTEN) WRITTEN.clear();
    date = writeDay(number);
    WRITTEN.set(number, date);
  }
  return date;
}

function writeDay(number: number): IsoDate {
  // Civil-from-days on a calendar that starts in March, so that the leap day is the last of its year.
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The earlier of two days. */
export function minDate(a: IsoDate, b: IsoDate): IsoDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function maxDate(a: IsoDate, b: IsoDate): IsoDate {
  return a >= b ? a : b;
}
