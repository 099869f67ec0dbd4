import type { Cycle } from "@repo/core/cycles";
import { isRun } from "@repo/core/season";

/** A cycle at a glance: its weeks as a ribbon shows them. */
export type CycleOutline = {
  weeks: { phase: string; km: number | null; cutback: boolean }[];
  level: string | null;
  runsPerWeek: number;
  races: { week: number; day: number; priority: string; name: string | null }[];
};

/** What a cycle shows of itself in a list. */
export function outlineOf(cycle: Cycle): CycleOutline {
  const runDays = cycle.weeks.map(
    ({ workouts }) => new Set(workouts.filter(({ kind }) => isRun(kind)).map(({ day }) => day)).size,
  );
  return {
    weeks: cycle.weeks.map(({ phase, targetKm, cutback }) => ({ phase, km: targetKm, cutback })),
    level: cycle.level,
    runsPerWeek: Math.max(...runDays),
    races: cycle.races.map(({ week, day, priority, name }) => ({ week, day, priority, name })),
  };
}
