import { dayNumber } from "@repo/core/calendar";
import { chooseDays, type DayRole } from "./choose-days.ts";
import { eventShape } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { doubleKm, planDoubles } from "./plan-doubles.ts";
import { firstRun, isWalkWeek, planEasy } from "./plan-easy.ts";
import { planQuality } from "./plan-quality.ts";
import { planRecovery } from "./plan-recovery.ts";
import { longestAllowed, longestBefore, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { PLANNER } from "./season-limits.ts";
import { easyRun, type LongFinish, longRun, raceSession, type Session } from "./session-blocks.ts";
import { noteWeek, weekTarget } from "./weekly-volume.ts";

/** A planned week: its sessions in order, and its running in kilometres without a goal race. */
export type PlannedWeek = { placed: Placed[]; targetKm: number };

/** Share of a week that is its long run, by runs a week: fewer runs, a larger share (M71, M73, M75). */
const LONG_SHARE = [0, 1, 0.58, 0.44, 0.37, 0.33, 0.29, 0.26] as const;
/** Below these weekly kilometres shares are a matter of a run more or less. */
const LEAST_SHARED_KM = 14;
const LEAST_JUDGED_KM = 10;
/** Beside a race on the way the long run is shorter. */
const LONG_BESIDE_RACE = 0.8;
/** Below this much running a run is too short to be worth dressing for. */
const LEAST_RUN_KM = 3;

/** Days on which the week may hold something. */
function availableDays(frame: WeekFrame, setup: Setup): boolean[] {
  return setup.weekdays.map((free, at) => {
    const day = frame.monday + at;
    return free && day >= setup.startDay && !setup.blackout.has(day);
  });
}

/** A week off hard work after a race that mattered, whatever phase the week is in (M129). */
function isAfterGoal(setup: Setup, day: number): boolean {
  for (let back = 1; back <= 7; back++) {
    if (setup.races.get(day - back)?.priority === "A" || setup.goalDays.includes(day - back)) return true;
  }
  return false;
}

/** Weekday of the goal race at the end of a taper; null in other weeks. */
function goalDayOf(frame: WeekFrame, setup: Setup): number | null {
  if (frame.weeksToGoal !== 0 || frame.races.length !== 1) return null;
  const day = setup.goalDays.find((each) => each >= frame.monday && each < frame.monday + 7);
  return day === undefined ? null : day - frame.monday;
}

function isBesideRace(setup: Setup, day: number): boolean {
  return setup.races.has(day - 1) || setup.races.has(day) || setup.races.has(day + 1);
}

/** Days that must stay easy because of a race or of a hard day outside this week. */
function blockedDays(frame: WeekFrame, setup: Setup, state: PlanState): boolean[] {
  return [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const day = frame.monday + at;
    if (day - state.lastDemandingDay < 2) return true;
    for (let ahead = -1; ahead <= 3; ahead++) {
      const race = setup.races.get(day + ahead);
      if (!race) continue;
      const need = setup.goalDays.includes(day + ahead) ? 3 : 2;
      if (ahead <= need && ahead >= -1) return true;
    }
    return isAfterGoal(setup, day);
  });
}

/** A race of this length on the way takes the place of the week's long run. */
const RACE_FOR_LONG_RUN_KM = 14;

/** Whether the week holds a long run: not in recovery, not with a goal race, not beside a race that is long itself. */
function wantsLong(frame: WeekFrame): boolean {
  if (frame.phase === "recovery" || (frame.weeksToGoal === 0 && frame.races.length > 0)) return false;
  return frame.races.every((race) => race.distanceM / 1000 < RACE_FOR_LONG_RUN_KM);
}

/** How much of an ordinary week a week with a race on the way holds, the race included. */
function raceShare(frame: WeekFrame): number {
  const lighter =
    frame.cutback || frame.phase === "peak" || frame.phase === "race" || frame.phase === "recovery";
  if (lighter) return 1;
  return Math.min(1, ...frame.races.map((race) => PLANNER.raceOnTheWay[race.priority]));
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
  return frame.event === "marathon" || frame.event === "ultra" ? share + 0.06 : share;
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
  // The first runs after a month off are all alike: the first of them is the longest there is to go by.
  const afterBreak = longestBefore(state, frame.monday) === 0 && state.history.length === 0;
  if (afterBreak && state.lastDemandingDay > setup.startDay) return roundDown(Math.min(targetKm / runs, cap));
  const allowed = longestAllowed(state, frame.monday + at);
  // Long runs at the cap would all be alike: every other one is a little shorter.
  const most = frame.at % 2 === 1 || frame.phase === "peak" ? cap : cap * 0.9;
  const share = longShare(frame, runs) * (frame.races.length > 0 ? LONG_BESIDE_RACE : 1);
  return roundDown(Math.min(targetKm * share, most, allowed));
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

function placeRaces(frame: WeekFrame, setup: Setup): Placed[] {
  return frame.races.map((race) => {
    const goal = frame.goal !== null && (race === frame.goal.race || race === frame.goal.lastRace);
    const session: Session = raceSession(race.distanceM, race.name ?? null, goal ? "A" : race.priority);
    return { day: dayNumber(race.date), session, made: setup.resolve(session) };
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
  const share = raceShare(frame);
  const scaled = whole ? wanted * share : (wanted * share * free) / Math.max(1, Math.min(usual, setup.runs));
  const otherRaces = raceKm(frame, setup, false);
  const trainingKm = Math.max(scaled * 0.45, scaled - otherRaces);
  const runs = runsThisWeek(frame, setup, available, trainingKm);
  const blocked = blockedDays(frame, setup, state);
  const roles = chooseDays({
    available: available.map((can, at) => {
      const dayAfterGoal = setup.goalDays.includes(frame.monday + at - 1);
      return racesAt.includes(at) || (can && !dayAfterGoal);
    }),
    raceDays: racesAt,
    blocked,
    besideRace: available.map((_, at) => isBesideRace(setup, frame.monday + at)),
    runs,
    qualityDays: qualityDays(frame, setup, runs),
    wantsLong: wantsLong(frame),
    longDay: setup.longDay,
    goalDay: goalDayOf(frame, setup),
  });
  const runPlaced =
    frame.phase === "recovery"
      ? planRecovery(frame, setup, state, trainingKm, roles)
      : planTraining(frame, setup, state, trainingKm, roles, blocked);
  const placed = [...raceDays, ...runPlaced].sort((a, b) => a.day - b.day);
  const training = runPlaced.reduce((sum, each) => sum + each.made.plannedKm, 0);
  rememberWeek(frame, state, placed);
  // Weeks of run and walk are counted in minutes: their kilometres say nothing of what the next may hold.
  const doneKm = isWalkWeek(frame, setup)
    ? Math.max(training, Math.min(trainingKm, training * 1.15))
    : training;
  noteWeek(frame, state.volume, trainingKm, doneKm, whole && frame.races.length === 0);
  return { placed, targetKm: Math.round((training + otherRaces) * 10) / 10 };
}

function planTraining(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  trainingKm: number,
  roles: (DayRole | null)[],
  blocked: readonly boolean[],
): Placed[] {
  const runs = roles.filter((role) => role !== null && role !== "race").length;
  if (runs === 0) return [];
  const longestKm = longestAllowed(state, frame.monday + 6);
  const whole = runs + frame.races.length >= setup.runs;
  const secondKm = setup.doubles > 0 && whole ? doubleKm(frame, trainingKm, longestKm) : 0;
  const ownKm = trainingKm - secondKm * setup.doubles;
  const longAt = roles.indexOf("long");
  const longKm = longAt < 0 ? 0 : longDistance(frame, setup, state, trainingKm, longAt, runs);
  // Long runs and easy runs have their limits, so a week may not be able to hold what it aims at.
  const feasibleKm = longKm > 0 ? Math.min(ownKm, longKm * runs) : ownKm;
  const quality = planQuality(frame, setup, state, roles, {
    trainingKm: feasibleKm,
    longKm,
    longestKm,
    usualKm: (feasibleKm - longKm) / Math.max(1, runs - Number(longKm > 0)),
    longStaysEasy: blocked[longAt] === true,
  });
  const easy = planEasy(frame, setup, state, roles, ownKm, longKm, quality);
  const secondsKm = secondKm * setup.doubles;
  const shared = inShare(
    walked(frame, setup, [...quality, ...easy]),
    setup,
    secondsKm,
    secondKm > 0 ? setup.doubles : 0,
  );
  const runsPlaced = inBudget(shared, setup, secondsKm);
  return [...runsPlaced, ...planDoubles(setup, runsPlaced, secondKm)];
}

/** The first long runs of somebody new to running are run and walk as well. */
function walked(frame: WeekFrame, setup: Setup, placed: Placed[]): Placed[] {
  return placed.map((each) => {
    if (each.session.kind !== "long") return each;
    const session = firstRun(frame, setup, each.made.plannedKm, "long");
    return session ? { day: each.day, session, made: setup.resolve(session) } : each;
  });
}

/** The fast end of a long run as it was planned. */
function finishOf(session: Session): LongFinish | null {
  const end = session.blocks.at(-1);
  if (!session.hard || end?.type !== "step" || end.length.kind !== "distance" || end.target?.kind !== "pace")
    return null;
  return { km: end.length.distanceM / 1000, pace: end.target.pace, workout: session.workout };
}

/** Shortens a long run that came out as too much of its week, its fast end with it. */
function inShare(placed: Placed[], setup: Setup, secondKm: number, seconds: number): Placed[] {
  const at = placed.findIndex((each) => each.session.kind === "long");
  const long = placed[at];
  if (!long || placed.length < 2 || long.session.key.startsWith("walk:")) return placed;
  const others = placed.reduce((sum, each) => sum + each.made.plannedKm, secondKm) - long.made.plannedKm;
  const share = PLANNER.longestShare[Math.min(7, placed.length + seconds)] ?? 1;
  const most = (others * share) / (1 - share);
  if (long.made.plannedKm <= most || others + long.made.plannedKm < LEAST_SHARED_KM) return placed;
  const km = roundDown(most);
  const finish = finishOf(long.session);
  const end = finish ? Math.min(finish.km, Math.floor(km / 2)) : 0;
  const session = longRun(km, finish && end >= 2 ? { ...finish, km: end } : null);
  return placed.with(at, { day: long.day, session, made: setup.resolve(session) });
}

/** Turns hard sessions easy, the shortest that suffices first, where the week came out too short for them (M6). */
function inBudget(placed: Placed[], setup: Setup, secondKm: number): Placed[] {
  let kept = placed;
  for (;;) {
    const total = kept.reduce((sum, each) => sum + each.made.plannedKm, secondKm);
    const hard = kept.reduce((sum, each) => sum + each.made.hardKm, 0);
    const excess = hard - total * PLANNER.mostHardShare;
    if (excess <= 0 || total < LEAST_JUDGED_KM) return kept;
    const sessions = kept
      .filter((each) => each.session.hard && each.session.kind !== "long" && each.made.hardKm > 0)
      .sort((a, b) => a.made.hardKm - b.made.hardKm);
    const long = kept.find((each) => each.session.kind === "long" && each.session.hard);
    const eased = sessions.find((each) => each.made.hardKm >= excess) ?? sessions.at(-1) ?? long;
    if (!eased) return kept;
    const km = roundDown(eased.made.plannedKm);
    const session = eased === long ? longRun(km, null) : easyRun(km);
    kept = kept.with(kept.indexOf(eased), { day: eased.day, session, made: setup.resolve(session) });
  }
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
