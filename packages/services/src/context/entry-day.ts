import type { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";

/** Nobody who logs today ran before it; a day so long ago is a slip. */
export const FIRST_DAY: IsoDate = "1950-01-01";

/** The latest day that has begun anywhere: whoever travels may be a day ahead of their own time zone. */
export function latestDay(now: Date): IsoDate {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Refuses a day on which nothing can have been done yet, or that lies before anybody's log.
 *
 * @throws {AppError} INVALID
 */
export function requireEntryDay(localDate: IsoDate, now: Date): void {
  if (localDate >= FIRST_DAY && localDate <= latestDay(now)) return;
  const fault = localDate < FIRST_DAY ? "lies too long ago" : "has not come yet";
  throw new AppError("INVALID", `${localDate} ${fault}. Choose the day on which it was done.`, {
    field: "localDate",
  });
}
