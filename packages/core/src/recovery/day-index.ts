import { dayNumber } from "@repo/core/calendar";
import type { ClassifiedActivity } from "@repo/core/intensity";
import type { CheckIn } from "@repo/core/wellness";

/** What recovery is read from, looked up by day: windows cost their length, however long the history. */
export type DayIndex = {
  readonly checkIns: ReadonlyMap<number, CheckIn>;
  readonly sessions: ReadonlyMap<number, readonly ClassifiedActivity[]>;
};

/** Indexes check-ins and sessions. Two check-ins of one day are one: what the later one recorded wins. */
export function indexDays(checkIns: readonly CheckIn[], sessions: readonly ClassifiedActivity[]): DayIndex {
  const byDay = new Map<number, CheckIn>();
  for (const checkIn of checkIns) {
    const day = dayNumber(checkIn.date);
    byDay.set(day, merged(byDay.get(day), checkIn));
  }
  const sessionsByDay = new Map<number, ClassifiedActivity[]>();
  for (const session of sessions) {
    const day = dayNumber(session.activity.date);
    const list = sessionsByDay.get(day);
    if (list) list.push(session);
    else sessionsByDay.set(day, [session]);
  }
  return { checkIns: byDay, sessions: sessionsByDay };
}

function merged(before: CheckIn | undefined, after: CheckIn): CheckIn {
  if (!before) return after;
  const recorded = Object.entries(after).filter(([, value]) => value !== null && value !== undefined);
  return { ...before, ...Object.fromEntries(recorded), date: after.date };
}

export type Reading = { readonly day: number; readonly value: number };

/** Readings of one field on the days [from, to], oldest first. */
export function readingsBetween(
  index: DayIndex,
  range: { from: number; to: number },
  of: (checkIn: CheckIn) => number | null | undefined,
): Reading[] {
  const list: Reading[] = [];
  for (let day = range.from; day <= range.to; day += 1) {
    const checkIn = index.checkIns.get(day);
    const value = checkIn ? of(checkIn) : null;
    if (typeof value === "number") list.push({ day, value });
  }
  return list;
}

/** Whether a reading of this age still speaks for the day: the same day or the one before (36 hours). */
export function isFresh(latest: Reading | undefined, today: number): boolean {
  return latest !== undefined && today - latest.day <= 1;
}

/** A long run of an hour and a half loads the legs like quality work (M74, M120). */
const TIRING_LONG_RUN_S = 5_400;

/** Whether a hard session was done on a day: quality work, a race, anything above the second threshold, or a long run. */
export function isHardDay(index: DayIndex, day: number): boolean {
  return (index.sessions.get(day) ?? []).some(
    ({ activity, class: session }) =>
      session.hard || (session.intent === "long" && activity.durationS >= TIRING_LONG_RUN_S),
  );
}
