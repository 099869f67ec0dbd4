import type { DayRole } from "./choose-days.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { longestAllowed, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { easyRun, hillSprintRun, type Session, stridesRun } from "./session-blocks.ts";

const LEAST_EASY_KM = 2;
/** A run shorter than this has no room for strides or hill sprints. */
const LEAST_WITH_EXTRA_KM = 3;
/** Of seven runs one is a jog of 20 to 30 minutes (M77). */
const RECOVERY_JOG_KM = 5;
/** The day before a race holds a shake-out at most (M128). */
const SHAKE_OUT_KM = 4;

/** Two and three days before a goal race an easy run is this share of one further off. */
const NEAR_GOAL_SHARE: Readonly<Record<number, number>> = { 2: 0.5, 3: 0.75 };
/** And at most this share of the weeks before the taper, so that few days left do not make long ones. */
const NEAR_GOAL_OF_WEEK: Readonly<Record<number, number>> = { 2: 0.12, 3: 0.16 };
const LEAST_NEAR_GOAL_KM = 4;

function daysToGoal(setup: Setup, day: number): number {
  return setup.goalDays.reduce((least, goal) => (goal >= day ? Math.min(least, goal - day) : least), 99);
}

function mostNearGoal(setup: Setup, state: PlanState, day: number): number {
  const share = NEAR_GOAL_OF_WEEK[daysToGoal(setup, day)];
  const usualKm = state.volume.taperFromKm;
  if (share === undefined || usualKm === null) return Number.POSITIVE_INFINITY;
  return Math.max(LEAST_NEAR_GOAL_KM, usualKm * share);
}

/** What an easy day holds besides easy running: hill sprints and strides, in season's doses (M18, M21, M125). */
function extraFor(
  role: DayRole,
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  day: number,
  strides: number,
): "hills" | "strides" | null {
  if (frame.phase === "free" || frame.phase === "recovery") return null;
  const dayBeforeDemanding = state.lastDemandingDay === day - 1;
  if (frame.phase === "base" && role === "fast" && !dayBeforeDemanding && setup.runs >= 3) return "hills";
  if (frame.phase === "base" && role === "steady") return "strides";
  return strides === 0 && role === "easy" && frame.phase !== "base" ? "strides" : null;
}

function count(frame: WeekFrame, setup: Setup, kind: "hills" | "strides"): number {
  const most = kind === "hills" ? (setup.level === "beginner" ? 6 : 8) : 6;
  if (frame.phase !== "base" || frame.cutback) return 4;
  return Math.min(most, 4 + Math.floor(frame.at / 2));
}

function sessionFor(
  distanceKm: number,
  kind: "hills" | "strides" | null,
  frame: WeekFrame,
  setup: Setup,
): Session {
  if (kind === "hills") return hillSprintRun(distanceKm, count(frame, setup, kind), setup.gentleSprints);
  if (kind === "strides") return stridesRun(distanceKm, count(frame, setup, kind));
  return easyRun(distanceKm);
}

/**
 * Fills the easy days with what the long run and the quality sessions leave of the week, evenly, none longer than the
 * long run and none past the 30-day rule. Days for which nothing worth running is left stay free.
 */
export function planEasy(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  roles: readonly (DayRole | null)[],
  trainingKm: number,
  longKm: number,
  taken: readonly Placed[],
): Placed[] {
  const busy = new Set(taken.map((placed) => placed.day));
  let days = roles.flatMap((role, at) =>
    role !== null && role !== "race" && !busy.has(frame.monday + at) ? [frame.monday + at] : [],
  );
  let leftKm = trainingKm - taken.reduce((sum, placed) => sum + placed.made.plannedKm, 0);
  const affordable = Math.floor(leftKm / LEAST_EASY_KM);
  // The days that go first are those next to a hard day: rest serves them best.
  if (affordable < days.length) days = days.slice(0, Math.max(taken.length > 0 ? 0 : 1, affordable));
  const allowed = longestAllowed(state, frame.monday + 6);
  const placed: Placed[] = [];
  let strides = 0;
  const limited = (day: number) => Number(setup.races.has(day + 1)) * 2 + Number(daysToGoal(setup, day) <= 3);
  days.sort((a, b) => limited(b) - limited(a) || a - b);
  const weight = (day: number) => NEAR_GOAL_SHARE[daysToGoal(setup, day)] ?? 1;
  days.forEach((day, index) => {
    const share = (leftKm * weight(day)) / days.slice(index).reduce((sum, each) => sum + weight(each), 0);
    const shakeOut = setup.races.has(day + 1) ? SHAKE_OUT_KM : Number.POSITIVE_INFINITY;
    const jog = days.length + taken.length >= 7 && index === 0 ? RECOVERY_JOG_KM : Number.POSITIVE_INFINITY;
    const near = mostNearGoal(setup, state, day);
    const most = Math.min(allowed, longKm > 0 ? longKm : Number.POSITIVE_INFINITY, jog, shakeOut, near);
    const role = roles[day - frame.monday] ?? "easy";
    const roomy = Math.min(share, most) >= LEAST_WITH_EXTRA_KM;
    const kind = roomy ? extraFor(role, frame, setup, state, day, strides) : null;
    const extraKm = kind === null ? 0 : setup.resolve(sessionFor(1, kind, frame, setup)).plannedKm - 1;
    const distanceKm = Math.max(Math.min(1, most), roundDown(Math.min(share, most) - extraKm));
    const session = sessionFor(distanceKm, kind, frame, setup);
    const made = setup.resolve(session);
    if (kind === "strides") strides += 1;
    leftKm -= made.plannedKm;
    placed.push({ day, session, made });
  });
  return placed;
}
