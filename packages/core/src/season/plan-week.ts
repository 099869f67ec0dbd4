import { dayNumber } from "@repo/core/calendar";
import { chooseDays, type DayRole } from "./choose-days.ts";
import { easyKmOn, runOn } from "./day-room.ts";
import { inBudget, inShare } from "./fit-week.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { longDistance } from "./long-distance.ts";
import { doubleKm, planDoubles } from "./plan-doubles.ts";
import { firstRun, isWalkWeek, planEasy } from "./plan-easy.ts";
import { planQuality } from "./plan-quality.ts";
import { planRecovery } from "./plan-recovery.ts";
import { isAfterMonthOff, longestAllowed, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { PLANNER } from "./season-limits.ts";
import { raceSession, type Session } from "./session-blocks.ts";
import { noteWeek, weekTarget } from "./weekly-volume.ts";

/** A planned week: its sessions in order, and its running in kilometres, races with it. */
export type PlannedWeek = { placed: Placed[]; targetKm: number };

/** Below this much running a run is too short to be worth dressing for. */
const LEAST_RUN_KM = 3;
/** And below this a whole week is none: what a blackout or a taper left of hardly anything. */
const LEAST_WEEK_KM = 1;

/** Days on which the week may hold something. */
function availableDays({ monday }: WeekFrame, { weekdays, startDay, blackout }: Setup): boolean[] {
  if (monday >= startDay && blackout.size === 0) return weekdays;
  return weekdays.map((free, at) => free && monday + at >= startDay && !blackout.has(monday + at));
}

function countOf(days: readonly boolean[]): number {
  let count = 0;
  for (const free of days) if (free) count += 1;
  return count;
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

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const NO_DAY: readonly boolean[] = WEEK.map(() => false);

/** Whether any race lies close enough to a week to matter for its days. */
function hasRaceNear(frame: WeekFrame, setup: Setup): boolean {
  for (const day of setup.races.keys()) {
    if (day >= frame.monday - 8 && day <= frame.monday + 9) return true;
  }
  return false;
}

/** Days that must stay easy because of a race or of a hard day outside this week. */
function blockedDays(frame: WeekFrame, setup: Setup, state: PlanState): readonly boolean[] {
  if (!hasRaceNear(frame, setup)) {
    if (frame.monday - state.lastDemandingDay >= 2) return NO_DAY;
    return WEEK.map((at) => frame.monday + at - state.lastDemandingDay < 2);
  }
  return WEEK.map((at) => {
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

/** Days that are too short for anything hard or long stay easy as well. */
function withTight(blocked: readonly boolean[], { tight }: Setup): readonly boolean[] {
  return tight === null ? blocked : blocked.map((is, at) => is || tight[at] === true);
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

function runsThisWeek(frame: WeekFrame, setup: Setup, days: number, trainingKm: number): number {
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

function kmOf(placed: readonly Placed[]): number {
  let km = 0;
  for (const { made } of placed) km += made.plannedKm;
  return km;
}

/** Days open to the week's runs: those of its races, and no day after a goal race. */
function withRaces(
  available: readonly boolean[],
  racesAt: readonly number[],
  { monday }: WeekFrame,
  { goalDays }: Setup,
): boolean[] {
  return available.map((can, at) => racesAt.includes(at) || (can && !goalDays.includes(monday + at - 1)));
}

const NO_RACES: Placed[] = [];

function placeRaces(frame: WeekFrame, setup: Setup): readonly Placed[] {
  if (frame.races.length === 0) return NO_RACES;
  return frame.races.map((race) => {
    const goal = frame.goal !== null && (race === frame.goal.race || race === frame.goal.lastRace);
    const session: Session = raceSession(
      race.distanceM,
      race.name?.trim() || null,
      goal ? "A" : race.priority,
    );
    return { day: dayNumber(race.date), session, made: setup.resolve(session) };
  });
}

/** Plans one week and moves the state past it. */
export function planWeek(frame: WeekFrame, setup: Setup, state: PlanState): PlannedWeek {
  const available = availableDays(frame, setup);
  const usual = countOf(setup.weekdays);
  const free = countOf(available);
  const raceDays = placeRaces(frame, setup);
  const racesAt = raceDays.map((placed) => placed.day - frame.monday);
  const whole = free >= Math.min(usual, setup.runs);
  const wanted = weekTarget(frame, state.volume, setup.level);
  const share = raceShare(frame);
  const scaled = whole ? wanted * share : (wanted * share * free) / Math.max(1, Math.min(usual, setup.runs));
  const otherRaces = raceKm(frame, setup, false);
  const trainingKm = Math.max(scaled * 0.45, scaled - otherRaces);
  const runs = runsThisWeek(frame, setup, free, trainingKm);
  const blocked = withTight(blockedDays(frame, setup, state), setup);
  const nearRace = hasRaceNear(frame, setup);
  const roles = chooseDays({
    available: nearRace ? withRaces(available, racesAt, frame, setup) : available,
    raceDays: racesAt,
    blocked,
    besideRace: nearRace ? available.map((_, at) => isBesideRace(setup, frame.monday + at)) : NO_DAY,
    runs,
    // The first week after a month off is easy, whatever phase it falls into.
    qualityDays: isAfterMonthOff(state, setup.startDay, frame.monday) ? 0 : qualityDays(frame, setup, runs),
    wantsLong: wantsLong(frame),
    longDay: setup.longDay,
    goalDay: goalDayOf(frame, setup),
  });
  const runPlaced =
    frame.phase === "recovery"
      ? planRecovery(frame, setup, state, trainingKm, roles)
      : planTraining(
          frame,
          setup,
          state,
          { trainingKm, longFromKm: frame.monday < setup.startDay ? wanted * share : trainingKm },
          roles,
          blocked,
        );
  const training = kmOf(runPlaced);
  const placed = [...raceDays, ...runPlaced].sort((a, b) => a.day - b.day);
  rememberWeek(frame, state, placed);
  // Weeks of run and walk are counted in minutes: their kilometres say nothing of what the next may hold.
  const doneKm = isWalkWeek(frame, setup)
    ? Math.max(training, Math.min(trainingKm, training * 1.15))
    : training;
  noteWeek(frame, state.volume, trainingKm, doneKm, whole && frame.races.length === 0);
  return { placed, targetKm: Math.round((training + raceKm(frame, setup, true)) * 10) / 10 };
}

function planTraining(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  volume: { trainingKm: number; longFromKm: number },
  roles: (DayRole | null)[],
  blocked: readonly boolean[],
): Placed[] {
  const { trainingKm, longFromKm } = volume;
  let runs = 0;
  for (const role of roles) if (role !== null && role !== "race") runs += 1;
  if (runs === 0 || trainingKm < LEAST_WEEK_KM) return [];
  const longestKm = longestAllowed(state, frame.monday + 6);
  const whole = runs + frame.races.length >= setup.runs;
  // Nobody comes back from a month off with two runs a day.
  const isBack = isAfterMonthOff(state, setup.startDay, frame.monday);
  const secondKm = setup.doubles > 0 && whole && !isBack ? doubleKm(frame, trainingKm, longestKm) : 0;
  const ownKm = trainingKm - secondKm * setup.doubles;
  const longAt = roles.indexOf("long");
  const wantedKm =
    longAt < 0 ? 0 : longDistance(frame, setup, state, Math.min(longFromKm, trainingKm * 1.5), longAt, runs);
  const roomKm = longAt < 0 ? 0 : easyKmOn(setup, frame.monday + longAt);
  const longKm = Math.min(wantedKm, Math.max(1, roundDown(roomKm)));
  if (longKm < wantedKm) state.shortened[longAt] = (state.shortened[longAt] ?? 0) + 1;
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
    if (!isWalkWeek(frame, setup)) return each;
    return runOn(
      setup,
      each.day,
      each.made.plannedKm,
      (km) => firstRun(frame, setup, km, "long") ?? each.session,
    );
  });
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
