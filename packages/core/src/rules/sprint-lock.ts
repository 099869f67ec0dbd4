import { dayNumber, type IsoDate } from "@repo/core/calendar";
import type { Season } from "@repo/core/season";
import type { CheckOptions } from "./check-season.ts";
import { type Entry, type RuleContext, ruleContext } from "./rule-context.ts";
import { tiringDayBefore } from "./sprint-freshness.ts";
import { needsFreshLegs } from "./workout-facts.ts";

/** How far a legal day is looked for: the week either side. Ours. */
const DAYS_AROUND = 7;

/** Why legs would not be fresh on a day, and the nearest day on which they would. */
export type SprintLock = {
  /** Title of what was done the day before. */
  after: string;
  nearest: IsoDate | null;
};

/**
 * Whether sprints, hill sprints or plyometrics would find fresh legs on a day (M64).
 *
 * @param at the workout, by its id in the season, and the day it is held against; its own day when left out
 * @returns null when the day is fine, the workout needs no fresh legs or is not there
 */
export function sprintLock(
  season: Season,
  at: { id: string; date?: IsoDate },
  options: Pick<CheckOptions, "limits" | "blackout"> = {},
): SprintLock | null {
  const context = ruleContext(season, options);
  const entry = entryOf(context, at.id);
  if (!entry || !needsFreshLegs(entry)) return null;
  const day = at.date === undefined ? entry.day : dayNumber(at.date);
  const tiring = tiringDayBefore(context, entry, day);
  return tiring ? { after: tiring.workout.title, nearest: nearestFresh(context, entry, day) } : null;
}

function entryOf(context: RuleContext, id: string): Entry | null {
  for (let index = 0; index < context.weekCount; index++) {
    const entry = context.week(index)?.entries.find((each) => each.id === id);
    if (entry) return entry;
  }
  return null;
}

function nearestFresh(context: RuleContext, entry: Entry, day: number): IsoDate | null {
  for (let away = 1; away <= DAYS_AROUND; away++) {
    const fresh = [day - away, day + away].find((each) => isFresh(context, entry, each));
    if (fresh !== undefined) return context.dateOf(fresh);
  }
  return null;
}

function isFresh(context: RuleContext, entry: Entry, day: number): boolean {
  const isBusy = [day, day + 1].some((near) =>
    context.day(near).some((each) => each.id !== entry.id && each.hard),
  );
  return !isBusy && !context.unavailable(day) && tiringDayBefore(context, entry, day) === null;
}
