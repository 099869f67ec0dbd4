import { z } from "zod";

/** A time zone by its IANA name, such as Europe/Oslo. */
export const TimeZone = z.string().max(64).refine(isTimeZone, {
  message: "expected an IANA time zone such as Europe/Oslo",
});

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are zones to Intl, but know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
