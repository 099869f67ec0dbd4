import { isRun } from "@repo/core/season";
import type { WorkoutKind } from "@repo/core/workouts";
import type { Week } from "./calendar-data.ts";

export type WeekSums = {
  planned: Sums;
  /** Of what was recorded; null where nothing was. */
  done: Sums;
};
type Sums = { load: number | null; timeS: number | null; runM: number | null };

/** What a week plans and what was done in it. */
export function weekSums(week: Week): WeekSums {
  const workouts = week.days.flatMap((day) => day.workouts).filter(({ kind }) => kind !== "rest");
  const activities = week.days.flatMap((day) => day.activities);
  const runs = workouts.filter(({ kind }) => isRun(kind as WorkoutKind));
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
