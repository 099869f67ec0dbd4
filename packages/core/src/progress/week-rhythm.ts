import { dayNumber, weekStartOf } from "@repo/core/calendar";
import { kmByDay } from "./km-by-day.ts";
import { dateOf, type TrainingLog } from "./training-log.ts";

const WEEK = 7;
const BLOCK_WEEKS = 4;

/**
 * How deep the lightest week of each four dips below the other three, as a share: about 0.75 with a cutback every
 * fourth week (M79), about 0.9 where weeks only scatter. Whole calendar weeks up to a day, blocks counted back from it,
 * the mean of all blocks; null where a week holds no running (then something else was the matter) or weeks are missing.
 */
export function weekRhythm(log: TrainingLog, day: number, blocks: number): number | null {
  const sunday = dayNumber(weekStartOf(dateOf(day + 1))) - 1;
  const first = sunday - blocks * BLOCK_WEEKS * WEEK + 1;
  const km = kmByDay(log, first - WEEK, sunday);
  if (km.firstRunDay > first) return null;
  let total = 0;
  for (let block = 0; block < blocks; block++) {
    const weeks = Array.from({ length: BLOCK_WEEKS }, (_, week) => {
      const start = first + (block * BLOCK_WEEKS + week) * WEEK;
      return km.sum(start, start + WEEK - 1);
    });
    const lightest = Math.min(...weeks);
    if (lightest <= 0) return null;
    const others = (weeks.reduce((sum, each) => sum + each, 0) - lightest) / (BLOCK_WEEKS - 1);
    total += lightest / others;
  }
  return total / blocks;
}
