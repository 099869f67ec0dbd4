import type { Phase, RibbonData } from "./data-shapes.ts";
import { addDays } from "./days.ts";

/** A season as a list of weeks from a Monday on: what a roster row and a report keep of it. Kilometres. */
export type RibbonWeeks = {
  from: string;
  phases: readonly (string | null)[];
  plannedKm: readonly (number | null)[];
  doneKm: readonly (number | null)[];
  /** A goal race where nothing else is said. */
  race: { date: string; name: string | null; priority?: "A" | "B" | "C" } | null;
  /** How its sentence says distances; metric where nothing is said. */
  units?: "metric" | "imperial";
  /** The last weeks of somebody without a season. */
  isPast?: boolean;
};

/** The weeks of a season as a ribbon shows them. */
export function ribbonOfWeeks(season: RibbonWeeks, today: string): RibbonData {
  const { race } = season;
  return {
    today,
    ...(season.units ? { units: season.units } : {}),
    ...(season.isPast ? { isPast: true } : {}),
    races: race ? [{ date: race.date, name: race.name ?? "Race", priority: race.priority ?? "A" }] : [],
    weeks: season.plannedKm.map((plannedKm, index) => ({
      start: addDays(season.from, 7 * index),
      phase: (season.phases[index] ?? null) as Phase | null,
      plannedKm,
      doneKm: season.doneKm[index] ?? null,
    })),
  };
}
