import { fromDayNumber, type IsoDate } from "@repo/core/calendar";
import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { median } from "@repo/core/stats";
import { type DayIndex, isHardDay } from "./day-index.ts";

export type LegsComeBack = {
  /** Median days from a hard session until the legs are at least ok. */
  readonly medianDays: number;
  readonly longestDays: number;
  /** Hard sessions it rests on. */
  readonly sessions: number;
  readonly lastHardOn: IsoDate | null;
  /** Day the legs may be expected back; null when they are back, or nothing hard was done. */
  readonly expectedOn: IsoDate | null;
};

const LOOK_BACK_DAYS = 120;
const LONGEST_DAYS = 7;
const FEWEST_SESSIONS = 4;

/**
 * How many days this athlete's legs need after a hard session: from each hard day to the first morning on which they
 * felt ok, good or bouncy, without another hard day in between.
 *
 * @returns unknown below four hard sessions that were followed by check-ins
 * @see M117, M121
 */
export function legsComeBack(index: DayIndex, today: number): Estimate<LegsComeBack, "too-few-sessions"> {
  const days: number[] = [];
  let lastHard: number | null = null;
  for (let day = today - LOOK_BACK_DAYS; day <= today; day += 1) {
    if (!isHardDay(index, day)) continue;
    lastHard = day;
    const needed = daysUntilFresh(index, day, today);
    if (needed !== null) days.push(needed);
  }
  if (days.length < FEWEST_SESSIONS) return notKnown("too-few-sessions");
  const medianDays = median(days) as number;
  return known({
    medianDays,
    longestDays: Math.max(...days),
    sessions: days.length,
    lastHardOn: lastHard === null ? null : fromDayNumber(lastHard),
    expectedOn: lastHard === null ? null : expected(index, { lastHard, today, medianDays }),
  });
}

function daysUntilFresh(index: DayIndex, hard: number, today: number): number | null {
  for (let after = 1; after <= LONGEST_DAYS && hard + after <= today; after += 1) {
    const legs = index.checkIns.get(hard + after)?.legs;
    if (legs && legs !== "dead" && legs !== "heavy") return after;
    if (isHardDay(index, hard + after)) return null;
  }
  return null;
}

function expected(
  index: DayIndex,
  { lastHard, today, medianDays }: { lastHard: number; today: number; medianDays: number },
): IsoDate | null {
  if (daysUntilFresh(index, lastHard, today) !== null) return null;
  const day = lastHard + Math.ceil(medianDays);
  return day >= today ? fromDayNumber(day) : null;
}
