import { addDays } from "@repo/core/calendar";
import { isRun } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import type { PlanFinding } from "./plan-check.tsx";

/** A workout where a fix would put it, and in a few words what becomes of it. */
export type Ghost = { key: string; date: string; title: string; word: string };
/** What a fix would do to the days, before it is done. */
export type FixPreview = { leaving: ReadonlySet<string>; ghosts: readonly Ghost[] };

type Fix = PlanFinding["fix"];
type Workout = { id: string; date: string; title: string; kind: string; hard: boolean };
type Seen = {
  workoutOf: (id: string) => Workout | null;
  dayOf: (date: string) => { workouts: readonly Workout[] } | null;
};

/** What a fix would do to the calendar. Null for advice, and for workouts that are not here. */
export function fixPreview(fix: Fix, { workoutOf, dayOf }: Seen): FixPreview | null {
  switch (fix?.kind) {
    case "move":
      return changed([ghostOf(workoutOf(fix.id), fix.to, "moved here")]);
    case "swap":
      return changed([
        ghostOf(workoutOf(fix.id), fix.to, "moved here"),
        ghostOf(workoutOf(fix.otherId), fix.from, "moved here"),
      ]);
    case "replace":
      return changed([{ key: fix.id, date: fix.date, title: fix.title, word: "in its place" }]);
    case "add":
      return { leaving: new Set(), ghosts: [{ key: "new", ...fix, word: "added" }] };
    case "remove":
      return { leaving: new Set([fix.id]), ghosts: [] };
    case "scale-workout":
      return changed([ghostOf(workoutOf(fix.id), fix.date, byWord(fix.factor))]);
    case "scale-week": {
      const days = [0, 1, 2, 3, 4, 5, 6].map((at) => dayOf(addDays(fix.weekStart, at)));
      const scaled = days.flatMap((day) => day?.workouts ?? []).filter(isScaled);
      return changed(scaled.map((workout) => ghostOf(workout, workout.date, byWord(fix.factor))));
    }
    default:
      return null;
  }
}

/** The first day that a fix would change. */
export function dayOfPreview({ ghosts }: FixPreview): string | null {
  return ghosts.map(({ date }) => date).sort()[0] ?? null;
}

function changed(ghosts: readonly (Ghost | null)[]): FixPreview | null {
  const here = ghosts.filter((ghost) => ghost !== null);
  return here.length === 0 ? null : { leaving: new Set(here.map(({ key }) => key)), ghosts: here };
}

function ghostOf(workout: Workout | null, date: string, word: string): Ghost | null {
  return workout ? { key: workout.id, date, title: workout.title, word } : null;
}

/** Core scales a week's easy and long running and leaves its hard days alone. */
function isScaled({ kind, hard }: Workout): boolean {
  return !hard && isRun(WorkoutKind.catch("rest").parse(kind)) && kind !== "race";
}

function byWord(factor: number): string {
  const change = Math.round((factor - 1) * 100);
  return change < 0 ? `${-change} % shorter` : `${change} % longer`;
}
