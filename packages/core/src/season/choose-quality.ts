import type { WeekFrame } from "./lay-out-weeks.ts";
import { noteGiven, type Placed, type PlanState, type Setup, timesGiven } from "./plan-state.ts";
import { type Line, menuOf, type QualityPhase } from "./quality-menus.ts";
import { type QualityWorkout, qualitySession, qualityWorkout } from "./quality-sessions.ts";
import { roundTo } from "./round-distance.ts";
import { PLANNER } from "./season-limits.ts";

const WEEKS_A_SESSION = 4;
/** A session comes back one step on where it was left, if it was left no longer ago than this. */
const REMEMBERED_DAYS = 42;
/** After longer it starts these many steps lower, but not below its level's start. */
const STEPS_BACK = 2;
/** The last step of a session is given this often; then another session takes its place (M35). */
const LAST_STEP_TIMES = 2;
const LONGEST_WARM_UP_KM = 4.5;
const LONGEST_COOL_DOWN_KM = 3.5;

/** What a week offers one quality session. */
export type QualityRoom = {
  /** Kilometres harder than easy it may hold (M6). */
  budgetKm: number;
  /** How long a run of this week may be (30-day rule). */
  longestKm: number;
  /** How long the session should be, warm-up and cool-down included, where nothing forbids it. */
  aimKm: number;
  warmUpKm: number;
  /** How long its day is, seconds. */
  seconds: number;
};

/** Which block of about four weeks a week lies in: a phase is cut into even blocks. */
function blockOf(frame: WeekFrame): number {
  const blocks = Math.max(1, Math.round(frame.of / WEEKS_A_SESSION));
  return Math.min(blocks - 1, Math.floor((frame.at * blocks) / frame.of));
}

function phaseOf(frame: WeekFrame): QualityPhase | null {
  if (frame.phase === "build" || frame.phase === "speed" || frame.phase === "peak") return frame.phase;
  return frame.phase === "race" ? "peak" : null;
}

/** The step wished for: one on from the last, back to the start in cutbacks and in the taper (M44, M79, M128). */
function wantedDose(quality: QualityWorkout, frame: WeekFrame, setup: Setup, state: PlanState, day: number) {
  const start = quality.start[setup.level] ?? 0;
  const last = quality.doses.length - 1;
  if (frame.phase === "peak" || frame.phase === "race") {
    return quality.id.startsWith("sharpen-400") && setup.level !== "beginner" ? last : Math.min(start, 1);
  }
  if (frame.cutback) return Math.max(0, start - 1);
  const reached = state.reached.get(quality.id);
  if (!reached) return start;
  if (day - reached.day > REMEMBERED_DAYS) return Math.max(start, reached.dose - STEPS_BACK);
  return Math.min(last, reached.dose + 1);
}

function fits(placed: Placed, room: QualityRoom): boolean {
  const { hardKm, plannedKm, durationS } = placed.made;
  return hardKm <= room.budgetKm + 1e-9 && plannedKm <= room.longestKm && (durationS ?? 0) <= room.seconds;
}

function make(id: string, dose: number, warmKm: number, coolKm: number, setup: Setup, day: number): Placed {
  const session = qualitySession(id, dose, warmKm, coolKm);
  return { day, session, made: setup.resolve(session) };
}

/** Longer warm-up and cool-down bring the session to the length its week asks for. */
function lengthened(base: Placed, id: string, dose: number, room: QualityRoom, setup: Setup): Placed {
  const missing = Math.min(room.aimKm, room.longestKm) - base.made.plannedKm;
  if (missing < 0.5) return base;
  const warmKm = Math.min(LONGEST_WARM_UP_KM, room.warmUpKm + roundTo(missing * 0.55, 0.5));
  const coolKm = Math.min(LONGEST_COOL_DOWN_KM, 1 + roundTo(missing * 0.45, 0.5));
  const longer = make(id, dose, warmKm, coolKm, setup, base.day);
  return fits(longer, room) ? longer : base;
}

/**
 * The week's quality session of one line of work, one step on from the last time, or null where the week's budget of
 * hard kilometres holds none. About every four weeks the line changes its session (M35).
 */
export function chooseQuality(
  frame: WeekFrame,
  line: Line,
  setup: Setup,
  state: PlanState,
  day: number,
  room: QualityRoom,
): Placed | null {
  const phase = phaseOf(frame);
  if (!phase) return null;
  const names = menuOf(frame.event, phase, line, setup.level);
  const first = blockOf(frame) + (frame.goalIndex % 2);
  for (let at = 0; at < names.length; at++) {
    const id = names[(first + at) % names.length] as string;
    const quality = qualityWorkout(id);
    if (quality.start[setup.level] === null || (quality.sprint && setup.gentleSprints)) continue;
    const reached = state.reached.get(id);
    if (reached && quality.spacingDays > 0 && day - reached.day < quality.spacingDays) continue;
    for (let dose = wantedDose(quality, frame, setup, state, day); dose >= 0; dose--) {
      const base = make(id, dose, room.warmUpKm, 1, setup, day);
      if (!fits(base, room)) continue;
      const times = timesGiven(state, `${id}:${dose}`, day);
      const spent =
        dose === quality.doses.length - 1 && phase !== "peak" ? LAST_STEP_TIMES : PLANNER.sameSessionTimes;
      if (times >= spent) {
        // A step back would be no progress: the next session of the menu is. Where there is none, better a step back.
        if (dose === quality.doses.length - 1 && at < names.length - 1) break;
        continue;
      }
      noteGiven(state, `${id}:${dose}`, day);
      if (!frame.cutback && phase !== "peak") state.reached.set(id, { day, dose });
      return lengthened(base, id, dose, room, setup);
    }
  }
  return null;
}

/** Whether one quality day a week is the steady line's turn: the lines change with every block. */
export function steadyTurn(frame: WeekFrame): boolean {
  return blockOf(frame) % 2 === 1;
}
