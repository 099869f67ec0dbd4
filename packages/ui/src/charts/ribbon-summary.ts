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
};

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
  };
}

export function ribbonSentence(summary: RibbonSummary): string {
  if (summary.weekCount === 0) return "No weeks planned.";
  const where = summary.weekNumber
    ? `Week ${summary.weekNumber} of ${summary.weekCount}`
    : `${summary.weekCount} weeks`;
  const phase = summary.phase ? `, ${summary.phase}` : "";
  const week = summary.weekNumber
    ? ` This week ${summary.doneKm === null ? "nothing logged" : `${figure(summary.doneKm)} km done`}${
        summary.plannedKm === null ? "" : ` of ${figure(summary.plannedKm)} km planned`
      }.`
    : "";
  const race = summary.nextRace
    ? ` Next race ${summary.nextRace.name} in ${summary.nextRace.daysAway} days.`
    : "";
  return `${where}${phase}.${week}${race}`;
}

export function ribbonTable(data: RibbonData): ChartTable {
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
      { label: "Planned", unit: "km" },
      { label: "Done", unit: "km" },
      { label: "Race" },
    ],
    rows: sortedWeeks(data.weeks).map((week) => [
      dayLabel(week.start, undefined, true),
      week.phase && week.cutback ? `${week.phase}, cutback` : week.phase,
      rounded(week.plannedKm),
      rounded(week.doneKm),
      raceOf(week.start),
    ]),
  };
}
