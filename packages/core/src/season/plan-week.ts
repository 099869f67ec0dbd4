import { chooseDays, type DayRole } from "./choose-days.ts";
import { eventShape } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { planEasy } from "./plan-easy.ts";
import { planQuality } from "./plan-quality.ts";
import { longestAllowed, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { raceSession, recoveryJog, type Session } from "./session-blocks.ts";
import { noteWeek, weekTarget } from "./weekly-volume.ts";

/** A planned week: its sessions in order, and its running in kilometres without a goal race. */
export type PlannedWeek = { placed: Placed[]; targetKm: number };

/** Share of a week that is its long run, by runs a week: fewer runs, a larger share (M71, M73, M75). */
const LONG_SHARE = [0, 1, 0.58, 0.44, 0.37, 0.33, 0.29, 0.26] as const;
/** Below this much running a run is too short to be worth dressing for. */
const LEAST_RUN_KM = 3;

/** Days on which the week may hold something. */
function availableDays(frame: WeekFrame, setup: Setup): boolean[] {
  return setup.weekdays.map((free, at) => {
    const day = frame.monday + at;
    const dayAfterGoal = setup.goalDays.includes(day - 1);
    return free && day >= setup.startDay && !setup.blackout.has(day) && !dayAfterGoal;
  });
}

/** Days that must stay easy because of a race or of a hard day outside this week. */
function blockedDays(frame: WeekFrame, setup: Setup, state: PlanState): boolean[] {
  return [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const day = frame.monday + at;
    if (day - state.lastDemandingDay < 2) return true;
    for (let ahead = -1; ahead <= 3; ahead++) {
      const race = setup.races.get(day + ahead);
      if (!race) continue;
      const need = setup.goalDays.includes(day + ahead) ? 3 : race.priority === "C" ? 1 : 2;
      if (ahead <= need && ahead >= -1) return true;
    }
    // Two days off hard work after a goal race, the recovery phase aside.
    return setup.goalDays.some((goal) => day > goal && day - goal <= 3);
  });
}

/** Quality days a week gets, by phase, level and runs (M32, M57, M70–M74). */
function qualityDays(frame: WeekFrame, setup: Setup, runs: number): number {
  if (frame.phase === "recovery" || frame.phase === "free") return 0;
  const most = runs <= 1 ? 0 : runs <= 3 || setup.level === "beginner" ? 1 : 2;
  if (frame.phase === "base") return runs <= 2 ? 0 : runs <= 3 ? 1 : 2;
  const races = frame.races.length;
  if (frame.phase === "race" || frame.weeksToGoal === 0) return races > 1 ? 0 : Math.min(1, most);
  const eased = frame.cutback || (frame.phase === "build" && frame.at === 0) ? 1 : most;
  return Math.max(0, Math.min(eased, most) - races);
}

function longShare(frame: WeekFrame, runs: number): number {
  const share = LONG_SHARE[Math.min(7, runs)] ?? 0.26;
  return frame.event === "marathon" || frame.event === "ultra" ? share + 0.04 : share;
}

function longDistance(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  targetKm: number,
  at: number,
  runs: number,
): number {
  const cap = eventShape(frame.event).longRunCapKm[setup.level];
  const allowed = longestAllowed(state, frame.monday + at);
  return roundDown(Math.min(targetKm * longShare(frame, runs), Math.max(cap, 0), allowed));
}

function runsThisWeek(
  frame: WeekFrame,
  setup: Setup,
  available: readonly boolean[],
  trainingKm: number,
): number {
  const days = available.filter(Boolean).length;
  const wished =
    frame.phase === "recovery" ? Math.min(setup.runs, frame.at === 0 ? 3 : 4) : Math.min(setup.runs, 7);
  const races = frame.races.length;
  const affordable = Math.max(1, Math.floor(trainingKm / (trainingKm < 12 ? 2 : LEAST_RUN_KM))) + races;
  return Math.max(races, Math.min(wished, days, affordable));
}

function raceKm(frame: WeekFrame, setup: Setup, withGoals: boolean): number {
  let sum = 0;
  for (const race of frame.races) {
    const goal = frame.goal !== null && (race === frame.goal.race || race === frame.goal.lastRace);
    if (withGoals || !goal) sum += race.distanceM / 1000;
  }
  return setup.races.size > 0 ? sum : 0;
}

/** Recovery weeks: short jogs without a watch, nothing in the first days after the race (M129). */
function planRecovery(
  frame: WeekFrame,
  setup: Setup,
  targetKm: number,
  roles: readonly (DayRole | null)[],
): Placed[] {
  const days = roles.flatMap((role, at) => (role === "easy" || role === "long" ? [at] : []));
  const minutes = frame.at === 0 ? 20 : 30;
  const jog = setup.resolve(recoveryJog(minutes));
  return days.map((at) => {
    const share = targetKm / Math.max(1, days.length);
    const longer = Math.min(6, Math.floor((share / Math.max(0.1, jog.plannedKm) - 1) * (minutes / 5)));
    const session = recoveryJog(minutes + 5 * Math.max(0, frame.at === 0 ? Math.min(2, longer) : longer));
    return { day: frame.monday + at, session, made: setup.resolve(session) };
  });
}

function placeRaces(frame: WeekFrame, setup: Setup): Placed[] {
  return frame.races.map((race) => {
    const goal = frame.goal !== null && (race === frame.goal.race || race === frame.goal.lastRace);
    const session: Session = raceSession(race.distanceM, race.name ?? null, goal ? "A" : race.priority);
    return {
      day: [...setup.races].find(([, each]) => each === race)?.[0] ?? frame.monday,
      session,
      made: setup.resolve(session),
    };
  });
}

/** Plans one week and moves the state past it. */
export function planWeek(frame: WeekFrame, setup: Setup, state: PlanState): PlannedWeek {
  const available = availableDays(frame, setup);
  const usual = setup.weekdays.filter(Boolean).length;
  const free = available.filter(Boolean).length;
  const raceDays = placeRaces(frame, setup);
  const racesAt = raceDays.map((placed) => placed.day - frame.monday);
  const whole = free >= Math.min(usual, setup.runs);
  const wanted = weekTarget(frame, state.volume, setup.level);
  const scaled = whole ? wanted : (wanted * free) / Math.max(1, Math.min(usual, setup.runs));
  const otherRaces = raceKm(frame, setup, false);
  const trainingKm = Math.max(scaled * 0.5, scaled - otherRaces);
  const runs = runsThisWeek(frame, setup, available, trainingKm);
  const roles = chooseDays({
    available: available.map((can, at) => can || racesAt.includes(at)),
    raceDays: racesAt,
    blocked: blockedDays(frame, setup, state),
    runs,
    qualityDays: qualityDays(frame, setup, runs),
    wantsLong: frame.phase !== "recovery" && !(frame.weeksToGoal === 0 && frame.races.length > 0),
    longDay: setup.longDay,
  });
  const runPlaced =
    frame.phase === "recovery"
      ? planRecovery(frame, setup, trainingKm, roles)
      : planTraining(frame, setup, state, trainingKm, roles);
  const placed = [...raceDays, ...runPlaced].sort((a, b) => a.day - b.day);
  const training = runPlaced.reduce((sum, each) => sum + each.made.plannedKm, 0);
  rememberWeek(frame, state, placed);
  noteWeek(frame, state.volume, trainingKm, training, whole && frame.races.length === 0);
  return { placed, targetKm: Math.round((training + otherRaces) * 10) / 10 };
}

function planTraining(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  trainingKm: number,
  roles: (DayRole | null)[],
): Placed[] {
  const runs = roles.filter((role) => role !== null && role !== "race").length;
  if (runs === 0) return [];
  const longAt = roles.indexOf("long");
  const longKm = longAt < 0 ? 0 : longDistance(frame, setup, state, trainingKm, longAt, runs);
  const quality = planQuality(frame, setup, roles, trainingKm, longKm);
  const easy = planEasy(frame, setup, state, roles, trainingKm, longKm, quality);
  return [...quality, ...easy];
}

function rememberWeek(frame: WeekFrame, state: PlanState, placed: readonly Placed[]): void {
  for (const each of placed) {
    state.history.push({ day: each.day, km: each.made.plannedKm });
    if (each.session.hard || each.session.kind === "long") {
      state.lastDemandingDay = Math.max(state.lastDemandingDay, each.day);
    }
    if (each.session.kind === "long") state.lastLongKm = each.made.plannedKm;
  }
  const keepFrom = frame.monday - 35;
  while ((state.history[0]?.day ?? keepFrom) < keepFrom) state.history.shift();
}
