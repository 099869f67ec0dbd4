import type { ChartTable, Phase, RibbonData } from "./data-shapes.ts";
import { dayLabel, dayNumber } from "./days.ts";
import { drawable, figure, rounded } from "./numbers.ts";
import { sortedWeeks } from "./ribbon-layout.ts";

export type RibbonSummary = {
  weekCount: number;
  weekNumber: number | null;
  phase: Phase | null;
  plannedKm: number | null;
  doneKm: number | null;
  nextRace: { name: string; date: string; daysAway: number } | null;
  units: "metric" | "imperial";
  isPast: boolean;
};

const KM_PER_MILE = 1.609344;

/** Kilometres as they are said, with their unit. */
function lengthOf(units: RibbonData["units"]): { unit: "km" | "mi"; of(km: number | null): number | null } {
  if (units !== "imperial") return { unit: "km", of: (km) => km };
  return { unit: "mi", of: (km) => (km === null ? null : km / KM_PER_MILE) };
}

/** The numbers of the season as it stands today; week and phase are null outside it. */
export function describeRibbon(data: RibbonData): RibbonSummary {
  const weeks = sortedWeeks(data.weeks);
  const today = dayNumber(data.today);
  const index = today === null ? -1 : weeks.findLastIndex((week) => (dayNumber(week.start) ?? 0) <= today);
  const last = weeks[index];
  const inside = last && today !== null && today - (dayNumber(last.start) ?? 0) < 7 ? last : null;
  const ahead = data.races
    .map((race) => ({
      name: race.name,
      date: race.date,
      daysAway: (dayNumber(race.date) ?? -1e9) - (today ?? 0),
    }))
    .filter((race) => today !== null && race.daysAway >= 0)
    .sort((a, b) => a.daysAway - b.daysAway);
  return {
    weekCount: weeks.length,
    weekNumber: inside ? index + 1 : null,
    phase: inside?.phase ?? null,
    plannedKm: drawable(inside?.plannedKm),
    doneKm: drawable(inside?.doneKm),
    nextRace: ahead[0] ?? null,
    units: data.units ?? "metric",
    isPast: data.isPast ?? false,
  };
}

export function ribbonSentence(summary: RibbonSummary): string {
  if (summary.weekCount === 0) return "No weeks planned.";
  const where = summary.isPast
    ? `The last ${summary.weekCount} weeks`
    : summary.weekNumber
      ? `Week ${summary.weekNumber} of ${summary.weekCount}`
      : `${summary.weekCount} weeks`;
  const phase = summary.phase ? `, ${summary.phase}` : "";
  const { unit, of } = lengthOf(summary.units);
  const week = summary.weekNumber
    ? ` This week ${summary.doneKm === null ? "nothing logged" : `${figure(of(summary.doneKm))} ${unit} done`}${
        summary.plannedKm === null ? "" : ` of ${figure(of(summary.plannedKm))} ${unit} planned`
      }.`
    : "";
  const race = summary.nextRace
    ? ` Next race ${summary.nextRace.name} in ${summary.nextRace.daysAway} days.`
    : "";
  return `${where}${phase}.${week}${race}`;
}

export function ribbonTable(data: RibbonData): ChartTable {
  const { unit, of } = lengthOf(data.units);
  const raceOf = (start: string) => {
    const from = dayNumber(start) ?? 0;
    const names = data.races.flatMap((race) => {
      const day = dayNumber(race.date);
      return day !== null && day >= from && day < from + 7 ? [race.name] : [];
    });
    return names.length > 0 ? names.join(", ") : null;
  };
  return {
    columns: [
      { label: "Week of" },
      { label: "Phase" },
      { label: "Planned", unit },
      { label: "Done", unit },
      { label: "Race" },
    ],
    rows: sortedWeeks(data.weeks).map((week) => [
      dayLabel(week.start, undefined, true),
      week.phase && week.cutback ? `${week.phase}, cutback` : week.phase,
      rounded(of(week.plannedKm)),
      rounded(of(week.doneKm)),
      raceOf(week.start),
    ]),
  };
}
