import { IsoDate } from "@repo/core/calendar";
import { z } from "zod";

/** A race or time trial: the only thing that current paces may rest on. */
export const Result = z.looseObject({
  date: IsoDate,
  kind: z.enum(["race", "time-trial"]).nullish(),
  distanceM: z.number().min(100).max(250_000),
  timeS: z.number().min(10).max(200_000),
  temperatureC: z.number().min(-50).max(60).nullish(),
});
export type Result = z.infer<typeof Result>;
