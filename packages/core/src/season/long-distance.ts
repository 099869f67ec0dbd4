import { eventShape } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import {
  isAfterMonthOff,
  longestAfterMonthOff,
  longestAllowed,
  type PlanState,
  type Setup,
} from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";

/** Share of a week that is its long run, by runs a week: fewer runs, a larger share (M71, M73, M75). */
const LONG_SHARE = [0, 1, 0.58, 0.44, 0.37, 0.33, 0.29, 0.26] as const;
/** How far over the event's cap a long run may go with the volume. */
const MOST_OVER_CAP = 1.35;
/** Beside a race on the way the long run is shorter. */
const LONG_BESIDE_RACE = 0.8;
function longShare(frame: WeekFrame, runs: number): number {
  const share = LONG_SHARE[Math.min(7, runs)] ?? 0.26;
  return frame.event === "marathon" || frame.event === "ultra" ? share + 0.06 : share;
}

/** Kilometres of a week's long run: its share of the week, no more than the event asks for and the 30-day rule allows. */
export function longDistance(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  targetKm: number,
  at: number,
  runs: number,
): number {
  const usual = eventShape(frame.event).longRunCapKm[setup.level];
  // Who runs much has a longer long run than the event asks for.
  const cap = Math.max(usual, Math.min(usual * MOST_OVER_CAP, targetKm * 0.2));
  if (isAfterMonthOff(state, setup.startDay, frame.monday))
    return roundDown(Math.min(targetKm / runs, cap, longestAfterMonthOff(state, frame)));
  const allowed = longestAllowed(state, frame.monday + at);
  // Long runs at the cap would all be alike: every other one is a little shorter.
  const most = frame.at % 2 === 1 || frame.phase === "peak" ? cap : cap * 0.9;
  const share = longShare(frame, runs) * (frame.races.length > 0 ? LONG_BESIDE_RACE : 1);
  return roundDown(Math.min(targetKm * share, most, allowed));
}
