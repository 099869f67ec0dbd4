import { AppError } from "@repo/core/errors";

/**
 * The calendar day of an instant in a time zone.
 *
 * @throws {AppError} INVALID for a zone that this server does not know
 */
export function localDayOf(instant: Date, timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    return parts.format(instant);
  } catch {
    throw new AppError(
      "INVALID",
      `"${timeZone}" is no time zone this server knows. Choose one from the list.`,
    );
  }
}
