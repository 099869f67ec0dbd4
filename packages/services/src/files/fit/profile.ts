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

const SPORTS: Record<number, Sport> = {
  1: "run",
  2: "ride",
  5: "swim",
  11: "walk",
  16: "hike",
  17: "hike",
  21: "ride",
};
const STRENGTH_SUB_SPORTS = new Set([20]);
const MOBILITY_SUB_SPORTS = new Set([19, 43, 44]);

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
  69: "Stages",
  71: "TomTom",
  76: "Polar",
  95: "Stryd",
  123: "Polar",
  265: "Strava",
  267: "Bryton",
  268: "SRAM",
  294: "COROS",
};

/** The contract's sport for a FIT sport and sub-sport. */
export function sportOf(sport: number | null, subSport: number | null): Sport {
  if (sport === 10 || sport === 4) {
    if (subSport !== null && STRENGTH_SUB_SPORTS.has(subSport)) return "strength";
    if (subSport !== null && MOBILITY_SUB_SPORTS.has(subSport)) return "mobility";
    if (sport === 4 && subSport === 1) return "run";
    return "other";
  }
  return (sport === null ? undefined : SPORTS[sport]) ?? "other";
}

/** The maker's name where we know it. */
export function manufacturerName(number: number | null): string | null {
  return number === null ? null : (MANUFACTURERS[number] ?? null);
}
