import { addDays } from "@repo/core/calendar";
import { DEFAULT_LOAD_SETTINGS } from "@repo/core/load";
import { ewmaStep, ewmaWeight } from "@repo/core/stats";

type Standing = { date: string; fitness: number | null; fatigue: number | null; quality: string } | undefined;

/**
 * Fitness and form day by day after the last computed one, if the plan is done: with its loads. Empty where it would
 * begin at what a silence left of old averages.
 */
export function carriedOn(
  last: Standing,
  loads: ReadonlyMap<string, number>,
  to: string,
): Map<string, { fitness: number; form: number }> {
  const days = new Map<string, { fitness: number; form: number }>();
  if (last?.fitness == null || last.fatigue == null || last.quality === "gap") return days;
  const { convention, fitnessTauDays, fatigueTauDays } = DEFAULT_LOAD_SETTINGS;
  const [slow, fast] = [ewmaWeight(convention, fitnessTauDays), ewmaWeight(convention, fatigueTauDays)];
  let { fitness, fatigue } = last as { fitness: number; fatigue: number };
  for (let date = addDays(last.date, 1); date <= to; date = addDays(date, 1)) {
    const form = fitness - fatigue;
    fitness = ewmaStep(fitness, loads.get(date) ?? 0, slow);
    fatigue = ewmaStep(fatigue, loads.get(date) ?? 0, fast);
    days.set(date, { fitness, form });
  }
  return days;
}
