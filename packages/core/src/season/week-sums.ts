import type { WorkoutKind } from "@repo/core/workouts";
import { isRun } from "./is-run.ts";

/** Load, seconds, and metres run; null where nothing is known. */
export type Sums = { load: number | null; timeS: number | null; runM: number | null };
/** What a week plans, and what was done in it. */
export type WeekSums = { planned: Sums; done: Sums };

type Planned = {
  kind: string;
  load: number | null;
  durationS: number | null;
  distanceM: number | null;
};
type Done = { sport: string; load: number | null; durationS: number; distanceM: number | null };

/** What workouts and sessions of a week come to. */
export function weekSums(week: { workouts: readonly Planned[]; activities: readonly Done[] }): WeekSums {
  const workouts = week.workouts.filter(({ kind }) => kind !== "rest");
  const runs = workouts.filter(({ kind }) => isRun(kind as WorkoutKind));
  const { activities } = week;
  return {
    planned: {
      load: sum(workouts.map(({ load }) => load)),
      timeS: whole(workouts.map(({ durationS }) => durationS)),
      runM: sum(runs.map(({ distanceM }) => distanceM)),
    },
    done: {
      load: sum(activities.map(({ load }) => load)),
      timeS: sum(activities.map(({ durationS }) => durationS)),
      runM: sum(activities.filter(({ sport }) => sport === "run").map(({ distanceM }) => distanceM)),
    },
  };
}

/** Half of a week's time would read as all of it: known only where every part is. */
function whole(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : sum(values);
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
