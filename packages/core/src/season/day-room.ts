import { WEEKDAYS } from "@repo/core/calendar";
import type { Materialised } from "./materialise.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import type { SeasonRequest } from "./schema.ts";
import { easyRun, type Session } from "./session-blocks.ts";

/** Seconds that weekdays have for training, Monday first; without end where nobody said. */
export type DayRoom = readonly number[];

/** A day with less is no day to run on: our own number. */
const SHORTEST_DAY_S = 15 * 60;
/** A day with less, and much less than the week's longest, holds neither the long run nor a hard session: our own numbers. */
const TIGHT_DAY_S = 40 * 60;
const TIGHT_SHARE = 0.6;
const SHORTEST_RUN_KM = 1;

/** The room of a week's days; null where the request names no minutes. */
export function dayRoomOf({ weekdayMinutes }: SeasonRequest): DayRoom | null {
  if (!weekdayMinutes || Object.keys(weekdayMinutes).length === 0) return null;
  return WEEKDAYS.map((weekday) => (weekdayMinutes[weekday] ?? Number.POSITIVE_INFINITY) * 60);
}

/** Weekdays that stay open where some have too little room to run; where all have, they are taken as they are. */
export function openWeekdays(weekdays: readonly boolean[], room: DayRoom | null): boolean[] {
  const open = weekdays.map((free, at) => free && (room?.[at] ?? SHORTEST_DAY_S) >= SHORTEST_DAY_S);
  return open.some(Boolean) ? open : [...weekdays];
}

/** Weekdays on which neither a long run nor a hard session finds room. */
export function tightWeekdays(weekdays: readonly boolean[], room: DayRoom | null): boolean[] | null {
  if (!room) return null;
  const longest = Math.max(...room.filter((_, at) => weekdays[at]));
  const tight = room.map((seconds) => seconds < TIGHT_DAY_S && seconds < longest * TIGHT_SHARE);
  return tight.some(Boolean) ? tight : null;
}

/** Seconds a day number has for training. */
export function roomOn({ room }: Setup, day: number): number {
  return room === null ? Number.POSITIVE_INFINITY : (room[(((day + 3) % 7) + 7) % 7] as number);
}

/** Kilometres of easy running that a day has room for; without end where it, or the pace, is not known. */
export function easyKmOn(setup: Setup, day: number): number {
  const seconds = roomOn(setup, day);
  if (!Number.isFinite(seconds)) return Number.POSITIVE_INFINITY;
  const { plannedKm, durationS } = setup.resolve(easyRun(10));
  return durationS === null ? Number.POSITIVE_INFINITY : (seconds * plannedKm) / durationS;
}

/** Whether a session fits a day; one whose time is not known does. */
export function hasRoom(setup: Setup, day: number, { durationS }: Materialised): boolean {
  return setup.room === null || durationS === null || durationS <= roomOn(setup, day);
}

/** A run of a distance on its day, shorter where the day has no room for it. */
export function runOn(setup: Setup, day: number, distanceKm: number, make: (km: number) => Session): Placed {
  let km = distanceKm;
  for (;;) {
    const session = make(km);
    const made = setup.resolve(session);
    if (hasRoom(setup, day, made) || km <= SHORTEST_RUN_KM) return { day, session, made };
    const shorter = roundDown((km * roomOn(setup, day)) / (made.durationS ?? 1));
    km = Math.max(SHORTEST_RUN_KM, shorter < km ? shorter : roundDown(km - 0.1));
  }
}
