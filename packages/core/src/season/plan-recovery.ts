import type { DayRole } from "./choose-days.ts";
import { roomOn } from "./day-room.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { isAfterMonthOff, longestAllowed, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { recoveryJog } from "./session-blocks.ts";

const SHORTEST_JOG_MIN = 20;
/** Longest jog of the first and of every later recovery week, minutes (M129: 20 to 30 at first). */
const LONGEST_JOG_MIN = { first: 30, later: 45 };

/** Recovery weeks: short jogs without a watch, none like the other, the last of a week the longest (M129). */
export function planRecovery(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  targetKm: number,
  roles: readonly (DayRole | null)[],
): Placed[] {
  const open = roles.flatMap((role, at) => (role === "easy" || role === "long" ? [at] : []));
  const kmAMinute = Math.max(0.05, setup.resolve(recoveryJog(SHORTEST_JOG_MIN)).plannedKm / SHORTEST_JOG_MIN);
  const days = open.slice(0, Math.max(1, Math.floor(targetKm / (kmAMinute * SHORTEST_JOG_MIN))));
  // A jog may not be the longest run of the month either.
  const allowedKm = longestAllowed(state, frame.monday + 6);
  const evenMin = Math.min(targetKm / Math.max(1, days.length), allowedKm) / kmAMinute;
  const most = Math.min(
    frame.at === 0 ? LONGEST_JOG_MIN.first : LONGEST_JOG_MIN.later,
    allowedKm / kmAMinute,
  );
  const isEven = days.length === 1 || isAfterMonthOff(state, setup.startDay, frame.monday);
  return days.map((at, index) => {
    const place = isEven ? 0.5 : index / (days.length - 1);
    const roomMin = roomOn(setup, frame.monday + at) / 60;
    const minutes = Math.floor(Math.min(most, roomMin, evenMin * (0.8 + 0.4 * place)) / 5) * 5;
    const session = recoveryJog(Math.max(10, minutes));
    return { day: frame.monday + at, session, made: setup.resolve(session) };
  });
}
