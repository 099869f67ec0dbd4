import { isTimeZone } from "@repo/core/calendar";
import { z } from "zod";

/** A time zone by its IANA name, such as Europe/Oslo. Offsets such as +02:00 are none: they know no summer time. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), {
    message: "expected an IANA time zone such as Europe/Oslo",
  });
