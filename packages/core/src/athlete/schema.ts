import { IsoDate, Weekday } from "@repo/core/calendar";
import { z } from "zod";

/** Levels set pace, rest and repetitions, and gate sessions (M137). */
/** How experienced an athlete is, least first. */
export const LEVELS = ["beginner", "intermediate", "advanced"] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const Sex = z.enum(["female", "male"]);
export type Sex = z.infer<typeof Sex>;

/** Places of earlier injuries that change what may be planned (M69). Free text is kept elsewhere. */
export const InjurySite = z.string().min(1).max(60);
export type InjurySite = z.infer<typeof InjurySite>;

/** Minutes a weekday has for training; a weekday that is not named was not said anything of. */
export const WeekdayMinutes = z.partialRecord(Weekday, z.number().int().min(10).max(900));
export type WeekdayMinutes = z.infer<typeof WeekdayMinutes>;

/** What the history file says of an athlete: heart rates in beats a minute, pace in seconds a kilometre. */
export const Athlete = z.looseObject({
  name: z.string().max(200).nullish(),
  sex: Sex.nullish(),
  birthDate: IsoDate.nullish(),
  timeZone: z.string().max(64).nullish(),
  maxHr: z.number().min(100).max(240).nullish(),
  restingHr: z.number().min(25).max(120).nullish(),
  thresholdHr: z.number().min(80).max(230).nullish(),
  thresholdPaceSPerKm: z.number().min(120).max(900).nullish(),
});
export type Athlete = z.infer<typeof Athlete>;
