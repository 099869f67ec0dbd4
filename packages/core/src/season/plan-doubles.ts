import { roomOn } from "./day-room.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Materialised } from "./materialise.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { roundTo } from "./round-distance.ts";
import { easyRun } from "./session-blocks.ts";

/** Length of a second run: our own numbers. */
const SHORTEST_KM = 4;
const LONGEST_KM = 8;
const SHARE_OF_WEEK = 0.05;

/** Kilometres a second run of the week has; 0 in weeks that hold none: recovery, free and race weeks. */
export function doubleKm(frame: WeekFrame, trainingKm: number, longestKm: number): number {
  const none =
    frame.phase === "recovery" || frame.phase === "free" || frame.phase === "race" || frame.weeksToGoal === 0;
  if (none || longestKm < SHORTEST_KM) return 0;
  const km = Math.max(SHORTEST_KM, roundTo(trainingKm * SHARE_OF_WEEK, 0.5));
  return Math.min(LONGEST_KM, km, roundTo(longestKm, 0.5));
}

/** How well a second run lies on the day of a run; below 0 never. */
function scoreOf(first: Placed, setup: Setup, second: Materialised): number {
  const seconds = (first.made.durationS ?? 0) + (second.durationS ?? 0);
  if (seconds > roomOn(setup, first.day)) return -1;
  const beside = setup.races.has(first.day) || setup.races.has(first.day + 1);
  if (beside || first.session.kind === "long" || first.session.kind === "sprints") return -1;
  return first.session.hard ? 1000 : first.made.plannedKm;
}

/**
 * Second runs for those who run more than once a day (M74): short and easy, first on the days that are hard already, then
 * on those with the longest easy runs.
 */
export function planDoubles(setup: Setup, placed: readonly Placed[], distanceKm: number): Placed[] {
  if (distanceKm <= 0 || setup.doubles === 0) return [];
  const session = { ...easyRun(distanceKm) };
  session.title = `${session.title}, second run`;
  const shared = easyRun(distanceKm);
  const made = setup.resolve(shared);
  return placed
    .map((first) => ({ first, score: scoreOf(first, setup, made) }))
    .filter((each) => each.score >= 0)
    .sort((a, b) => b.score - a.score || a.first.day - b.first.day)
    .slice(0, setup.doubles)
    .map(({ first }) => ({ day: first.day, session, made }));
}
