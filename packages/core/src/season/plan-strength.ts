import type { Level } from "@repo/core/athlete";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { crossTraining, type Session } from "./session-blocks.ts";

/** How a strength session is dosed: heavy in base, light and short toward a race (M96). */
export type StrengthDose = { load: "heavy" | "light"; place: "gym" | "home" };

/** Most strength sessions a week that help a runner: one or two (M91). */
export const MOST_STRENGTH_A_WEEK = 2;

/** Strength sessions of a week by phase: heavy and more in base, lighter toward the race, none in race week (M96). */
export function strengthCount(frame: WeekFrame, wished: number | null, level: Level): number {
  const usual = level === "beginner" ? 1 : MOST_STRENGTH_A_WEEK;
  const asked = Math.min(wished ?? usual, MOST_STRENGTH_A_WEEK);
  if (frame.phase === "base" || frame.phase === "build") return asked;
  if (frame.phase === "speed" || frame.phase === "free") return Math.min(1, asked);
  return frame.phase === "peak" && (frame.weeksToGoal ?? 0) > 0 ? Math.min(1, asked) : 0;
}

/**
 * Light in cutbacks and from the taper on; before it the phase decides. The second of a week is the home day, and
 * without a gym both are (M91, M93, M96).
 */
export function strengthDose(frame: WeekFrame, index: number, hasGym: boolean): StrengthDose {
  const { phase } = frame;
  const heavy = !frame.cutback && (phase === "base" || phase === "build" || phase === "speed");
  const load = heavy ? "heavy" : "light";
  return { load, place: index === 0 && hasGym ? "gym" : "home" };
}

function isDemanding({ session: { hard, kind } }: Placed): boolean {
  return hard || kind === "long" || kind === "hills" || kind === "sprints";
}

/** What each day of a week holds. */
type DayLoad = { runs: boolean; hard: boolean; long: boolean; demanding: boolean };

function dayLoads(frame: WeekFrame, placed: readonly Placed[]): DayLoad[] {
  const loads: DayLoad[] = [];
  for (let at = 0; at < 7; at++) loads.push({ runs: false, hard: false, long: false, demanding: false });
  for (const each of placed) {
    const load = loads[each.day - frame.monday];
    if (!load) continue;
    load.runs = true;
    if (each.session.hard) load.hard = true;
    if (each.session.kind === "long") load.long = true;
    if (isDemanding(each)) load.demanding = true;
  }
  return loads;
}

function dayScore(at: number, frame: WeekFrame, setup: Setup, loads: readonly DayLoad[]): number {
  const day = frame.monday + at;
  if (!setup.weekdays[at] || day < setup.startDay || setup.blackout.has(day)) return -1;
  if (setup.races.has(day) || setup.races.has(day + 1) || setup.races.has(day + 2)) return -1;
  // Monday's session is not laid yet when Sunday is looked at, so Sunday stays free of weights (M97).
  if (at === 6 || loads[at + 1]?.demanding) return -1;
  const today = loads[at];
  if (today?.long) return 0;
  if (today?.hard) return 3;
  return today?.runs ? 2 : 1;
}

/**
 * Days of the week's strength sessions, 0 for Monday: with the hard days, so that easy days stay easy, and never the
 * day before a hard session, hill sprints, a long run or a race (M97).
 */
export function strengthDays(
  frame: WeekFrame,
  setup: Setup,
  placed: readonly Placed[],
  { count, fits }: { count: number; fits: (at: number) => boolean },
): number[] {
  if (count <= 0) return [];
  const loads = dayLoads(frame, placed);
  const scores = loads.map((_, at) => (fits(at) ? dayScore(at, frame, setup, loads) : -1));
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = -1;
    let most = -1;
    for (let at = 0; at < 7; at++) {
      const score = scores[at] ?? -1;
      if (score > most) [best, most] = [at, score];
    }
    if (best < 0) break;
    chosen.push(best);
    for (let at = best - 1; at <= best + 1; at++) if (at >= 0 && at < 7) scores[at] = -1;
  }
  return chosen.sort((a, b) => a - b);
}

/** Sites on which jumping loads most: our own reading of M95 and M104. */
export const JUMP_SITES = /achilles|calf|plantar|stress fracture|shin/i;
/** Jumps wait until the base has begun. */
const JUMPS_FROM_WEEK = 2;
/** After a run of this length legs have no bounce: our own number, under the articles' 15 miles (M64). */
const TIRING_KM = 20;

function isTiring(placed: Placed): boolean {
  return isDemanding(placed) || placed.made.plannedKm >= TIRING_KM;
}

/**
 * Day of the week's plyometrics, 0 for Monday, or null (M95): in base and build for those who lift and are no beginners,
 * on fresh legs, which means no hard run, no long run and no heavy strength the day before.
 */
export function plyometricDay(
  frame: WeekFrame,
  setup: Setup,
  placed: readonly Placed[],
  strength: readonly number[],
): number | null {
  const phase = frame.phase === "build" || (frame.phase === "base" && frame.at >= JUMPS_FROM_WEEK);
  if (!phase || frame.cutback || setup.level === "beginner" || strength.length === 0) return null;
  if (JUMP_SITES.test((setup.request.injuryHistory ?? []).join(" "))) return null;
  const busy = new Set([...placed.map((each) => each.day - frame.monday), ...strength]);
  // Monday follows a Sunday that lies in another week, and Sunday's tired legs are next week's business.
  for (let at = 5; at > 0; at--) {
    const day = frame.monday + at;
    if (!setup.weekdays[at] || day <= setup.startDay || setup.blackout.has(day)) continue;
    if (setup.races.has(day) || setup.races.has(day + 1) || setup.races.has(day - 1)) continue;
    if (strength.includes(at) || strength.includes(at - 1)) continue;
    // A day of the week stays free of everything (M77).
    if (!busy.has(at) && busy.size >= 6) continue;
    if (placed.some((each) => (each.day === day || each.day === day - 1) && isTiring(each))) continue;
    return at;
  }
  return null;
}

/** Cross-training on up to two days off for runners of three days a week (M70, M71, M140). */
export function crossDays(
  frame: WeekFrame,
  setup: Setup,
  isBusy: (at: number) => boolean,
): { at: number; session: Session }[] {
  if (setup.runs !== 3 || !["base", "build", "speed"].includes(frame.phase)) return [];
  const [most, minutes] = setup.level === "beginner" ? [1, 30] : [2, 40];
  const days: { at: number; session: Session }[] = [];
  for (let at = 0; at < 7 && days.length < most; at++) {
    const day = frame.monday + at;
    const open = setup.weekdays[at] && day >= setup.startDay && !setup.blackout.has(day) && !isBusy(at);
    const clear = !setup.races.has(day + 1) && !setup.races.has(day - 1) && !setup.races.has(day);
    if (open && clear && days.every((each) => at - each.at > 1))
      days.push({ at, session: crossTraining(minutes) });
  }
  return days;
}
