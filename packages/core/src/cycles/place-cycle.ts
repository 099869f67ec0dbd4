import type { Level } from "@repo/core/athlete";
import { addDays, daysBetween, type IsoDate, type Weekday, weekdayOf } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import {
  isRun,
  materialiseRun,
  type PlannedWorkout,
  type Race,
  type Season,
  type SeasonPhase,
  type SeasonWeek,
} from "@repo/core/season";
import { blocksOf } from "./cycle-blocks.ts";
import { type CycleAnchor, cycleStart, goalRace } from "./cycle-start.ts";
import { fitDays } from "./fit-days.ts";
import type { Cycle, CycleWorkout } from "./schema.ts";
import { scaledCycle } from "./volume-scale.ts";

/** What is known of an athlete when a cycle is placed for them. */
export type CycleAthlete = {
  pacing: Pacing;
  level: Level | null;
  runsPerWeek: number | null;
  /** Mean of the last four weeks, kilometres. */
  currentWeeklyKm: number;
  longestRunLast30DaysKm: number | null;
  unavailable: readonly Weekday[];
  /** Days on which nothing may be planned. */
  blackout: readonly IsoDate[];
  injuryHistory: readonly string[];
};

export type PlacedCycle = {
  season: Season;
  /** Workouts that stand on another day than the cycle's, because the athlete cannot train on that one. */
  moved: { title: string; from: IsoDate; to: IsoDate }[];
  /** Workouts that found no day in their week. */
  dropped: { title: string; date: IsoDate }[];
};

/**
 * Lays a cycle over an athlete's days: dates, totals at their own paces, what lies on a day they cannot train moved
 * within its week. A race that the cycle is counted back from lies on its own day. Deterministic.
 *
 * @param options.factor of easy and long running, see {@link volumeScale}; 1 as written
 * @throws {AppError} INVALID for a start that is no Monday
 */
export function placeCycle(
  written: Cycle,
  anchor: CycleAnchor,
  athlete: CycleAthlete,
  { factor = 1 } = {},
): PlacedCycle {
  const cycle = scaledCycle(written, factor, athlete.pacing);
  const start = cycleStart(cycle, anchor);
  const goal = goalRace(cycle);
  const placed: PlacedCycle = { season: emptySeason(), moved: [], dropped: [] };
  const blackout = new Set(athlete.blackout);
  const raceDay =
    anchor.kind === "race" && goal ? { week: goal.week, from: goal.day, date: anchor.date } : null;
  const weeks = cycle.weeks.map((week, at): SeasonWeek => {
    const monday = addDays(start, 7 * at);
    const closed = new Set(
      [0, 1, 2, 3, 4, 5, 6].filter((day) => {
        const date = addDays(monday, day);
        return athlete.unavailable.includes(weekdayOf(date)) || blackout.has(date);
      }),
    );
    const days =
      raceDay?.week === at
        ? aroundRace(week.workouts, raceDay.from, daysBetween(monday, raceDay.date))
        : week.workouts;
    const fitted = fitDays(days, closed);
    const workouts = fitted.flatMap(({ workout, to }, place) => {
      const from = addDays(monday, workout.day);
      if (to === null) {
        placed.dropped.push({ title: workout.title, date: from });
        return [];
      }
      const date = addDays(monday, to);
      if (to !== workout.day) placed.moved.push({ title: workout.title, from, to: date });
      return [plannedOf(workout, { date, key: `${at}.${place}`, pacing: athlete.pacing })];
    });
    return {
      start: monday,
      phase: week.phase,
      targetKm: week.targetKm,
      cutback: week.cutback,
      workouts: workouts.sort(byDate),
    };
  });
  placed.season = {
    ...placed.season,
    request: requestOf(cycle, { start, athlete, races: racesOf(cycle, start, raceDay?.date ?? null) }),
    phases: phasesOfWeeks(weeks),
    weeks,
  };
  return placed;
}

/** Phases as the weeks say: neighbours of one kind are one phase. */
export function phasesOfWeeks(weeks: readonly Pick<SeasonWeek, "start" | "phase">[]): SeasonPhase[] {
  const phases: SeasonPhase[] = [];
  for (const { start, phase } of weeks) {
    const last = phases.at(-1);
    if (last?.kind === phase && addDays(last.end, 1) === start) last.end = addDays(start, 6);
    else phases.push({ kind: phase, start, end: addDays(start, 6) });
  }
  return phases;
}

function emptySeason(): Season {
  return { format: "mesocycle/season", version: 1, phases: [], weeks: [] };
}

function byDate(a: PlannedWorkout, b: PlannedWorkout): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** The race goes to its own day; what stood there takes the day it leaves. */
function aroundRace(workouts: readonly CycleWorkout[], from: number, to: number): CycleWorkout[] {
  if (from === to) return [...workouts];
  return workouts.map((workout) => {
    if (workout.day === from && workout.kind === "race") return { ...workout, day: to };
    return workout.day === to ? { ...workout, day: from } : workout;
  });
}

function racesOf(cycle: Cycle, start: IsoDate, goalOn: IsoDate | null): Race[] {
  const goal = goalRace(cycle);
  return cycle.races.map((race) => ({
    date: race === goal && goalOn ? goalOn : addDays(start, 7 * race.week + race.day),
    distanceM: race.distanceM,
    priority: race.priority,
    goalTimeS: null,
    name: race.name,
  }));
}

type Asked = { start: IsoDate; athlete: CycleAthlete; races: Race[] };

/** What the rules judge the season by: the athlete's own level, days and history. */
function requestOf(cycle: Cycle, { start, athlete, races }: Asked): NonNullable<Season["request"]> {
  const runs = cycle.weeks.map(({ workouts }) => workouts.filter(({ kind }) => isRun(kind)).length);
  return {
    format: "mesocycle/season-request",
    version: 1,
    start,
    level: athlete.level ?? cycle.level ?? "intermediate",
    runsPerWeek: Math.max(1, Math.min(14, athlete.runsPerWeek ?? Math.max(...runs))),
    currentWeeklyKm: Math.min(300, athlete.currentWeeklyKm),
    longestRunLast30DaysKm: athlete.longestRunLast30DaysKm,
    unavailable: [...athlete.unavailable],
    blackoutDates: athlete.blackout.slice(0, 400),
    recentResult: null,
    races,
    injuryHistory: [...athlete.injuryHistory],
  };
}

function plannedOf(
  workout: CycleWorkout,
  { date, key, pacing }: { date: IsoDate; key: string; pacing: Pacing },
): PlannedWorkout {
  const { kind, hard, title, text, durationS, distanceM, load } = workout;
  const own = { id: key, date, workout: workout.workout, kind, hard, title, text };
  const blocks = blocksOf(workout);
  if (!blocks) return { ...own, distanceM, durationS, load };
  const made = materialiseRun(blocks, pacing);
  return { ...own, distanceM: made.distanceM, durationS: made.durationS, load: made.load, steps: made.steps };
}
