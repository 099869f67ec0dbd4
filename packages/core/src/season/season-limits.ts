import type { PhaseKind } from "./schema.ts";

/** Shortest and longest length of a phase in weeks (M125–M129). Free and race weeks have none of their own. */
export const PHASE_WEEKS: Readonly<Record<PhaseKind, { min: number; max: number }>> = {
  base: { min: 8, max: 12 },
  build: { min: 6, max: 10 },
  speed: { min: 4, max: 8 },
  peak: { min: 2, max: 3 },
  race: { min: 1, max: 3 },
  recovery: { min: 1, max: 4 },
  free: { min: 1, max: 14 },
};

/** Numbers the planner works with; the rules have limits of their own and judge what comes out. */
export const PLANNER = {
  /** Goal races a year: two, three where all are short (M131). */
  peaksAYear: 2,
  shortPeaksAYear: 3,
  shortRaceMaxM: 5_000,
  /** Two goal races this close share one peak (M131: a peak lasts a few weeks). */
  sharedPeakDays: 14,
  /** Room a goal race needs after the one before: recovery, speed and taper. */
  goalGapDays: 56,
  /** Longest season laid out at once. */
  maxWeeks: 156,
  /** Growth a week of the running that is not a cutback. Science.md §7.4: 10–20 % is the soft limit. */
  growth: { beginner: 1.07, intermediate: 1.08, advanced: 1.08 },
  /** Volume of a cutback week (M79: 20–30 % less). */
  cutback: 0.78,
  /** Every fourth week (science.md §7.3). */
  cutbackEveryWeeks: 4,
  /** Volume in the speed phase: the articles reduce it slightly as intensity rises (M126, M127). */
  speedVolume: 0.95,
  /** Each taper week as a share of the one before, by taper length: 20–30 % a week (M128), 41–60 % in race week. */
  taperStep: { 1: 0.52, 2: 0.72, 3: 0.76 },
  /** Race week holds at most this share of the weeks before the taper: the middle of the band of bosquet-2007. */
  raceWeek: 0.45,
  recoveryVolume: [0.3, 0.4, 0.5],
  /** Weeks with a race on the way, as a share of an ordinary one (our own numbers); a cutback is enough by itself. */
  raceOnTheWay: { A: 0.85, B: 0.85, C: 0.93 },
  /** Where training resumes after recovery, as a share of what it was. */
  afterRecovery: 0.75,
  /** A long run at most this much longer than the longest of 30 days (frandsen-2025). */
  longRunJump: 1.1,
  /** Most of a week that its longest run may be, by runs a week (M71, M73, M75), a little inside the rule's limits. */
  longestShare: [1, 1, 0.67, 0.52, 0.45, 0.39, 0.35, 0.31],
  /** The very same session at most this often in six weeks (M35). */
  sameSessionTimes: 4,
  /** Most of a week that may be run harder than easy (M6). */
  hardShare: 0.18,
  /** And where the week came out shorter than it was meant: the rule's limit. */
  mostHardShare: 0.2,
} as const;
