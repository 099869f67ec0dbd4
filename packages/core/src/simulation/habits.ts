import type { PlateauCause } from "@repo/core/progress";

/** The lives a simulated runner can lead: getting better, one cause of standing still, or getting hurt. */
export type SimulatedStory = "improving" | "injured" | PlateauCause;

/** How a runner trains and lives while a story holds; the neutral habits are those of a runner who improves. */
export type Habits = {
  /** Factor on the weekly distance. */
  volume: number;
  cutbacks: boolean;
  recoveryBlocks: boolean;
  longRun: boolean;
  strength: boolean;
  quality: "varied" | "same" | "none" | "too-fast" | "hot-start" | "spoiled";
  /** Added to the fraction of the aerobic maximum at which easy runs are run. */
  easyDrift: number;
  restDays: boolean;
  stress: number;
  sleepDebtHours: number;
  underFuelled: number;
  heat: boolean;
  /** Change of true fitness per 12 weeks, as a share of the usual gain (1) or an absolute loss (negative fraction). */
  gainShare: number;
  lossPer12Weeks: number;
  /** How far wellness and resting measures go off, 0 (not) to 1 (overreached). */
  strain: number;
};

const NEUTRAL: Habits = {
  volume: 1,
  cutbacks: true,
  recoveryBlocks: true,
  longRun: true,
  strength: true,
  quality: "varied",
  easyDrift: 0,
  restDays: true,
  stress: 0,
  sleepDebtHours: 0,
  underFuelled: 0,
  heat: false,
  gainShare: 1,
  lossPer12Weeks: 0,
  strain: 0,
};

const FLAT = { gainShare: 0 } as const;

const CHANGES: Readonly<Record<SimulatedStory, Partial<Habits>>> = {
  improving: {},
  injured: {},
  overcooked: {
    ...FLAT,
    volume: 1.35,
    cutbacks: false,
    restDays: false,
    strain: 1,
    lossPer12Weeks: 0.035,
  },
  "same-workout": { ...FLAT, quality: "same" },
  "low-mileage": { ...FLAT, volume: 0.33, longRun: false },
  "no-long-run": { ...FLAT, longRun: false },
  "no-strength": { ...FLAT, strength: false },
  "no-speed-work": { ...FLAT, quality: "none" },
  "perpetual-medium": { ...FLAT, easyDrift: 0.12 },
  "fantasy-pace": { ...FLAT, quality: "too-fast" },
  "no-cutback": { ...FLAT, cutbacks: false, volume: 1.08, strain: 0.25 },
  "no-recovery-phase": { ...FLAT, recoveryBlocks: false, strain: 0.2 },
  "life-stress": { ...FLAT, stress: 1.9, sleepDebtHours: 1.1, strain: 0.15 },
  "under-fuelled": { ...FLAT, underFuelled: 1, strain: 0.3 },
  pacing: { ...FLAT, quality: "hot-start" },
  "wrong-order": { ...FLAT, quality: "spoiled" },
  conditions: { heat: true, gainShare: 0.3 },
  "new-stimulus-needed": FLAT,
};

/** The habits of a story once it has set in. */
export function habitsOf(story: SimulatedStory, hasSetIn: boolean): Habits {
  if (hasSetIn) return { ...NEUTRAL, ...CHANGES[story] };
  // A missing recovery block is missing from the start: the plateau is what it ends in.
  return story === "no-recovery-phase" ? { ...NEUTRAL, recoveryBlocks: false } : NEUTRAL;
}

/** Every story that can be simulated. */
export const SIMULATED_STORIES = Object.keys(CHANGES) as readonly SimulatedStory[];
