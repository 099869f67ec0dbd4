import { WORKOUT_KINDS, type WorkoutKind } from "@repo/core/workouts";
import { PhaseKind } from "./schema.ts";
import type { Sums, WeekSums } from "./week-sums.ts";

/** How a planned workout stands: what became of it, and how that was graded. */
export type Standing = {
  status: "planned" | "done" | "missed" | "changed" | "excused";
  grade: string | null;
};
export type OutlinedWorkout = Standing & { kind: WorkoutKind; load: number | null };
/** A week as it is told while nobody looks at it closely: no ids, no words. Rest is no workout. */
export type WeekOutline = WeekSums & {
  days: { workouts: OutlinedWorkout[]; unplanned: number }[];
  phase: PhaseKind | null;
  cutback: boolean;
  /** At the end of its last day. */
  form: number | null;
};
/**
 * Weeks as columns, a sign a week, a day or a workout: a year of them is under two kilobytes on the way. Loads and forms
 * are whole numbers, times minutes, distances hundreds of metres.
 */
export type PackedWeeks = {
  phases: string;
  cutbacks: string;
  forms: (number | null)[];
  /** Workouts on each day, and sessions that no workout stands for. */
  counts: string;
  unplanned: string;
  kinds: string;
  standings: string;
  loads: (number | null)[];
  planned: PackedSums;
  done: PackedSums;
};
type PackedSums = { load: (number | null)[]; min: (number | null)[]; hm: (number | null)[] };

const PHASES = PhaseKind.options;
const STANDINGS: readonly Standing[] = [
  { status: "planned", grade: null },
  { status: "done", grade: null },
  { status: "done", grade: "short" },
  { status: "done", grade: "long" },
  { status: "done", grade: "far-off" },
  { status: "missed", grade: null },
  { status: "changed", grade: null },
  { status: "excused", grade: null },
];
const NONE = "-";
/** The most that one sign tells. */
const MOST = 35;

export function packWeeks(weeks: readonly WeekOutline[]): PackedWeeks {
  const days = weeks.flatMap((week) => week.days);
  const workouts = days.flatMap((day) => day.workouts.slice(0, MOST));
  return {
    phases: weeks.map(({ phase }) => (phase === null ? NONE : sign(PHASES.indexOf(phase)))).join(""),
    cutbacks: weeks.map(({ cutback }) => (cutback ? "1" : "0")).join(""),
    forms: weeks.map(({ form }) => rounded(form)),
    counts: days.map((day) => sign(day.workouts.length)).join(""),
    unplanned: days.map((day) => sign(day.unplanned)).join(""),
    kinds: workouts.map(({ kind }) => sign(WORKOUT_KINDS.indexOf(kind))).join(""),
    standings: workouts.map((workout) => sign(standingOf(workout))).join(""),
    loads: workouts.map(({ load }) => rounded(load)),
    planned: packSums(weeks.map(({ planned }) => planned)),
    done: packSums(weeks.map(({ done }) => done)),
  };
}

export function unpackWeeks(packed: PackedWeeks): WeekOutline[] {
  let next = 0;
  return [...packed.phases].map((phase, at) => ({
    phase: phase === NONE ? null : (PHASES[numberOf(phase)] ?? null),
    cutback: packed.cutbacks[at] === "1",
    form: packed.forms[at] ?? null,
    planned: sumsAt(packed.planned, at),
    done: sumsAt(packed.done, at),
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => {
      const count = numberOf(packed.counts[at * 7 + day]);
      const workouts = Array.from({ length: count }, (_, place) => workoutAt(packed, next + place));
      next += count;
      return { workouts, unplanned: numberOf(packed.unplanned[at * 7 + day]) };
    }),
  }));
}

function workoutAt({ kinds, standings, loads }: PackedWeeks, at: number): OutlinedWorkout {
  const standing = STANDINGS[numberOf(standings[at])] ?? { status: "planned", grade: null };
  return { ...standing, kind: WORKOUT_KINDS[numberOf(kinds[at])] ?? "easy", load: loads[at] ?? null };
}

function standingOf({ status, grade }: Standing): number {
  const exact = STANDINGS.findIndex((each) => each.status === status && each.grade === grade);
  return exact >= 0 ? exact : STANDINGS.findIndex((each) => each.status === status);
}

function packSums(sums: readonly Sums[]): PackedSums {
  return {
    load: sums.map(({ load }) => rounded(load)),
    min: sums.map(({ timeS }) => rounded(timeS, 60)),
    hm: sums.map(({ runM }) => rounded(runM, 100)),
  };
}

function sumsAt({ load, min, hm }: PackedSums, at: number): Sums {
  const times = (value: number | null | undefined, by: number) => (value == null ? null : value * by);
  return { load: load[at] ?? null, timeS: times(min[at], 60), runM: times(hm[at], 100) };
}

function rounded(value: number | null, by = 1): number | null {
  // Never minus zero, which is no JSON.
  return value === null ? null : Math.round(value / by) + 0;
}

function sign(value: number): string {
  return Math.min(value, MOST).toString(36);
}

function numberOf(letter: string | undefined): number {
  return letter === undefined ? 0 : Number.parseInt(letter, 36);
}
