/** The races a season is shaped for; emphasis follows the articles' recap by distance (M106). */
export type EventClass = "mile" | "5k" | "10k" | "hm" | "marathon" | "ultra";

/** What a distance asks of a season. Weeks are whole weeks, distances kilometres. */
export type EventShape = {
  /** Weeks of taper, the race week included (M128, M130; at most 21 days, wang-2023). */
  peakWeeks: number;
  /** Weeks of easy running after the goal race (M129). */
  recoveryWeeks: number;
  /** Longest useful long run: our own numbers, level by level. */
  longRunCapKm: { beginner: number; intermediate: number; advanced: number };
  /** Weekly volume worth growing to where nobody asks for another: our own numbers. */
  usualPeakKm: { beginner: number; intermediate: number; advanced: number };
};

const SHAPES: Readonly<Record<EventClass, EventShape>> = {
  mile: {
    peakWeeks: 2,
    recoveryWeeks: 1,
    longRunCapKm: { beginner: 12, intermediate: 15, advanced: 18 },
    usualPeakKm: { beginner: 25, intermediate: 40, advanced: 60 },
  },
  "5k": {
    peakWeeks: 2,
    recoveryWeeks: 1,
    longRunCapKm: { beginner: 14, intermediate: 17, advanced: 20 },
    usualPeakKm: { beginner: 25, intermediate: 42, advanced: 62 },
  },
  "10k": {
    peakWeeks: 2,
    recoveryWeeks: 1,
    longRunCapKm: { beginner: 16, intermediate: 20, advanced: 22 },
    usualPeakKm: { beginner: 30, intermediate: 48, advanced: 70 },
  },
  hm: {
    peakWeeks: 2,
    recoveryWeeks: 2,
    longRunCapKm: { beginner: 19, intermediate: 23, advanced: 26 },
    usualPeakKm: { beginner: 38, intermediate: 55, advanced: 78 },
  },
  marathon: {
    peakWeeks: 3,
    recoveryWeeks: 3,
    longRunCapKm: { beginner: 30, intermediate: 32, advanced: 35 },
    usualPeakKm: { beginner: 55, intermediate: 68, advanced: 90 },
  },
  ultra: {
    peakWeeks: 3,
    recoveryWeeks: 3,
    longRunCapKm: { beginner: 34, intermediate: 38, advanced: 42 },
    usualPeakKm: { beginner: 55, intermediate: 75, advanced: 100 },
  },
};

/** The class of a race distance in metres. */
export function eventOf(distanceM: number): EventClass {
  if (distanceM <= 2_500) return "mile";
  if (distanceM <= 7_500) return "5k";
  if (distanceM <= 16_500) return "10k";
  if (distanceM <= 30_000) return "hm";
  if (distanceM <= 50_000) return "marathon";
  return "ultra";
}

/** Taper, recovery and long-run cap of an event. */
export function eventShape(event: EventClass): EventShape {
  return SHAPES[event];
}
