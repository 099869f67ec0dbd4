import type { Sport } from "@repo/core/activities";

/** Global message numbers of the FIT profile that we read. */
export const MESG = {
  fileId: 0,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  workout: 26,
  workoutStep: 27,
  activity: 34,
  hr: 132,
} as const;

/** Seconds between the Unix epoch and the FIT epoch (1989-12-31T00:00:00Z). */
export const FIT_EPOCH_S = 631_065_600;

/** The manufacturer number for programs that are no maker of devices. */
export const DEVELOPMENT_MAKER = 255;

const SPORTS: Record<number, Sport> = {
  1: "run",
  2: "ride",
  5: "swim",
  11: "walk",
  16: "hike",
  17: "hike",
  21: "ride",
};
/** What a machine or an unnamed sport was, by its sub-sport. */
const SUB_SPORTS: Record<number, Sport> = {
  1: "run",
  3: "run",
  4: "run",
  5: "ride",
  6: "ride",
  7: "ride",
  8: "ride",
  17: "swim",
  18: "swim",
  19: "mobility",
  20: "strength",
  27: "walk",
  43: "mobility",
  44: "mobility",
  45: "run",
};
/** Generic, fitness equipment and training say what they were in the sub-sport alone. */
const UNNAMED: ReadonlySet<number | null> = new Set([null, 0, 4, 10]);

/** Names of the kinds of file that are not activities, for the sentence that refuses them. */
export const FILE_TYPES: Record<number, string> = {
  1: "device description",
  2: "settings",
  3: "sport settings",
  5: "workout",
  6: "course",
  7: "schedule",
  9: "weight",
  10: "totals",
  11: "goals",
  14: "blood pressure",
  15: "monitoring",
  20: "activity summary",
  28: "daily monitoring",
  32: "monitoring",
  34: "segment",
  35: "segment list",
  44: "metrics",
  49: "sleep",
  68: "heart rate variability",
};

const MANUFACTURERS: Record<number, string> = {
  1: "Garmin",
  15: "Dynastream",
  23: "Suunto",
  32: "Wahoo",
  37: "Magellan",
  44: "Timex",
  69: "Stages",
  71: "TomTom",
  76: "Polar",
  89: "Tacx",
  95: "Stryd",
  123: "Polar",
  260: "Zwift",
  265: "Strava",
  267: "Bryton",
  268: "SRAM",
  289: "Hammerhead",
  294: "COROS",
};

/** The contract's sport for a FIT sport and sub-sport. */
export function sportOf(sport: number | null, subSport: number | null): Sport {
  if (!UNNAMED.has(sport)) return SPORTS[sport ?? 0] ?? "other";
  return (subSport === null ? undefined : SUB_SPORTS[subSport]) ?? "other";
}

/** The maker's name where we know it. */
export function manufacturerName(number: number | null): string | null {
  return number === null ? null : (MANUFACTURERS[number] ?? null);
}
