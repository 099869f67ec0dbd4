// Who the strangers are. Drawn from what runners' logs look like, not from what the rules ask: four ways of keeping a
// log, causes that set in or were always there, progress that is fast for beginners and slow for others.
import type { PlateauCause } from "../../../packages/core/src/progress/index.ts";
import { type Dice, dice } from "./dice.ts";

export type StrangerStory = "improving" | "injured" | PlateauCause;

const LOGGERS = ["watch", "app", "diary", "bare"] as const;
export type Logger = (typeof LOGGERS)[number];

export type Stranger = {
  story: StrangerStory;
  logger: Logger;
  /** The habit behind the cause was there from the first day: progress ended when its effect was used up. */
  always: boolean;
  /** Speed over an hour on the first day, m/s. */
  speedMps: number;
  /** Rise of speed in 12 weeks while there is progress, as a share; and how fast that gets less. */
  risePer12Weeks: number;
  hours: number;
  runs: number;
  quality: number;
  strength: number;
  sex: "female" | "male";
  restingHr: number;
  maxHr: number;
  /** Typical error of a race, as a share. */
  raceCv: number;
  raceEveryDays: number;
  raceM: number;
  /** Weeks of load to one of relief. */
  rhythm: 3 | 4;
  /** Weekday shift: not everybody's week has its long run on Sunday. */
  shift: number;
  warmestC: number;
};

/** Stories whose habit may have been there all along. */
const HABITS: readonly StrangerStory[] = [
  "same-workout",
  "low-mileage",
  "no-long-run",
  "no-speed-work",
  "perpetual-medium",
  "no-cutback",
  "wrong-order",
];
/** A cause that leaves its trace in one kind of log alone is lived by somebody who keeps such a log. */
const KEPT_BY: Partial<Record<StrangerStory, readonly Logger[]>> = {
  pacing: ["watch", "app"],
  "fantasy-pace": ["app"],
  "life-stress": ["app", "diary"],
  "under-fuelled": ["app", "diary"],
  "no-strength": ["app", "diary", "watch"],
  "perpetual-medium": ["watch", "app", "diary"],
};

export function newStranger(seed: number, story: StrangerStory): { stranger: Stranger; random: Dice } {
  const random = dice(seed);
  const logger = random.pick(KEPT_BY[story] ?? LOGGERS);
  const beginner = random.chance(0.35);
  const runs = story === "low-mileage" ? random.whole(3, 5) : random.whole(3, 6);
  const stranger: Stranger = {
    story,
    logger,
    always: HABITS.includes(story) && random.chance(0.3),
    speedMps: beginner ? random.between(2.3, 3) : random.between(3, 4.4),
    risePer12Weeks: beginner ? random.between(0.03, 0.055) : random.between(0.022, 0.035),
    hours: runs * random.between(0.72, 1.05),
    runs,
    quality: runs >= 5 && !beginner ? 2 : 1,
    strength: story === "no-strength" ? random.whole(1, 2) : random.pick([0, 0, 1, 2]),
    sex: random.pick(["female", "male"]),
    restingHr: random.whole(46, 66),
    maxHr: random.whole(172, 202),
    raceCv: random.between(0.011, 0.02),
    raceEveryDays: random.pick([10, 21, 28, 42]),
    raceM: random.pick([5000, 5000, 10_000]),
    rhythm: random.pick([3, 4] as const),
    shift: random.whole(0, 6),
    warmestC: random.between(18, 27),
  };
  return { stranger, random };
}
