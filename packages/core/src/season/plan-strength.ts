import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { crossTraining, type Session } from "./session-blocks.ts";

/** How a strength session is dosed: heavy in base, light and short toward a race (M96). */
export type StrengthDose = { load: "heavy" | "light"; place: "gym" | "home" };

/** Most strength sessions a week that help a runner: one or two (M91). */
export const MOST_STRENGTH_A_WEEK = 2;

/** Strength sessions of a week by phase: heavy and more in base, lighter toward the race, none in race week (M96). */
export function strengthCount(frame: WeekFrame, wished: number | null): number {
  const asked = Math.min(wished ?? 2, MOST_STRENGTH_A_WEEK);
  if (frame.phase === "base") return frame.cutback ? Math.min(1, asked) : asked;
  if (frame.phase === "build") return Math.min(frame.cutback ? 1 : 2, asked);
  if (frame.phase === "speed" || frame.phase === "free") return Math.min(1, asked);
  return frame.phase === "peak" && (frame.weeksToGoal ?? 0) > 0 ? Math.min(1, asked) : 0;
}

/** Light from the taper on; before it the phase decides. The second of a week is the home day (M91, M96). */
export function strengthDose(frame: WeekFrame, index: number): StrengthDose {
  const load = ["base", "build", "speed"].includes(frame.phase) ? "heavy" : "light";
  return { load, place: index === 0 ? "gym" : "home" };
}

function isDemanding(placed: Placed): boolean {
  return placed.session.hard || placed.session.kind === "long" || placed.session.kind === "hills";
}

function dayScore(
  at: number,
  frame: WeekFrame,
  setup: Setup,
  placed: readonly Placed[],
  chosen: readonly number[],
): number {
  const day = frame.monday + at;
  if (!setup.weekdays[at] || day < setup.startDay || setup.blackout.has(day)) return -1;
  if (setup.races.has(day) || setup.races.has(day + 1) || setup.races.has(day + 2)) return -1;
  if (chosen.some((other) => Math.abs(other - at) < 2)) return -1;
  // Monday's session is not laid yet when Sunday is looked at, so Sunday stays free of weights (M97).
  if (at === 6 || placed.some((each) => each.day === day + 1 && isDemanding(each))) return -1;
  const today = placed.filter((each) => each.day === day);
  if (today.some((each) => each.session.kind === "long")) return 0;
  if (today.some((each) => each.session.hard)) return 3;
  return today.length > 0 ? 2 : 1;
}

/**
 * Days of the week's strength sessions, 0 for Monday: with the hard days, so that easy days stay easy, and never the
 * day before a hard session, hill sprints, a long run or a race (M97).
 */
export function strengthDays(
  frame: WeekFrame,
  setup: Setup,
  placed: readonly Placed[],
  count: number,
): number[] {
  const chosen: number[] = [];
  for (let index = 0; index < count; index++) {
    let best = -1;
    let bestScore = -1;
    for (let at = 0; at < 7; at++) {
      const score = dayScore(at, frame, setup, placed, chosen);
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    if (best < 0) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a - b);
}

/** Cross-training on up to two days off for runners of three days a week (M70, M71, M140). */
export function crossDays(
  frame: WeekFrame,
  setup: Setup,
  busy: ReadonlySet<number>,
): { at: number; session: Session }[] {
  if (setup.runs !== 3 || !["base", "build", "speed"].includes(frame.phase)) return [];
  const days: { at: number; session: Session }[] = [];
  for (let at = 0; at < 7 && days.length < 2; at++) {
    const day = frame.monday + at;
    const open = setup.weekdays[at] && day >= setup.startDay && !setup.blackout.has(day) && !busy.has(day);
    const clear = !setup.races.has(day + 1) && !setup.races.has(day - 1) && !setup.races.has(day);
    if (open && clear && days.every((each) => at - each.at > 1))
      days.push({ at, session: crossTraining(40) });
  }
  return days;
}
