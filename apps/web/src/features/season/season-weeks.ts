import { addDays } from "@repo/core/calendar";
import type { SeasonData, WorkoutData } from "./use-plan-edits.ts";

export type WeekRow = {
  week: SeasonData["weeks"][number];
  /** "Speed 2": the phase and which of its weeks. */
  name: string;
  days: { date: string; workouts: WorkoutData[] }[];
  plannedKm: number | null;
  plannedLoad: number | null;
};

const OFF_FEET = new Set(["strength", "plyometrics", "drills", "mobility", "cross", "rest"]);

/** Weeks of a season with their days from Monday to Sunday, and what is planned in each. */
export function weekTargetsOf(season: SeasonData): WeekRow[] {
  const byDay = Map.groupBy(season.workouts, ({ date }) => date);
  const counts = new Map<string, number>();
  let last = "";
  return season.weeks.map((week) => {
    if (week.phase !== last) counts.set(week.phase, 0);
    last = week.phase;
    counts.set(week.phase, (counts.get(week.phase) ?? 0) + 1);
    const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const date = addDays(week.start, offset);
      return { date, workouts: byDay.get(date) ?? [] };
    });
    const workouts = days.flatMap((day) => day.workouts);
    const metres = workouts.filter(({ kind }) => !OFF_FEET.has(kind)).map(({ distanceM }) => distanceM);
    // The sum of a part would look like the plan of the week.
    const loads = workouts.filter(({ kind }) => kind !== "rest").map(({ load }) => load);
    return {
      week,
      days,
      name: `${week.phase[0]?.toUpperCase()}${week.phase.slice(1)} ${counts.get(week.phase)}`,
      plannedKm: total(metres, 1_000),
      plannedLoad: loads.includes(null) ? null : total(loads, 1),
    };
  });
}

function total(values: readonly (number | null)[], divisor: number): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / divisor;
}
