import type { ChartTable, LoadPoint } from "./data-shapes.ts";
import { dayLabel } from "./days.ts";
import { sortedLoad } from "./load-layout.ts";
import { drawable, figure, rounded } from "./numbers.ts";

export type LoadSummary = {
  from: string | null;
  to: string | null;
  dayCount: number;
  unknownDayCount: number;
  /** The values of today, or of the last day that is not planned. */
  date: string | null;
  fitness: number | null;
  fatigue: number | null;
  form: number | null;
};

export function describeLoad(points: readonly LoadPoint[], today?: string): LoadSummary {
  const days = sortedLoad(points);
  const done = days.filter((day) => !day.planned && (today === undefined || day.date <= today));
  const now = done.findLast((day) => drawable(day.fitness) !== null);
  return {
    from: days[0]?.date ?? null,
    to: days.at(-1)?.date ?? null,
    dayCount: days.length,
    unknownDayCount: days.filter((day) => drawable(day.fitness) === null).length,
    date: now?.date ?? null,
    fitness: drawable(now?.fitness),
    fatigue: drawable(now?.fatigue),
    form: drawable(now?.form),
  };
}

export function loadSentence(summary: LoadSummary): string {
  if (!summary.from || !summary.to) return "No days yet.";
  const [from, to] = [summary.from, summary.to].map((day) => dayLabel(day, undefined, true));
  const range = from === to ? from : `${from} to ${to}`;
  if (!summary.date) return `${range}: not known.`;
  const unknown =
    summary.unknownDayCount > 0
      ? ` Of ${summary.unknownDayCount} of these ${summary.dayCount} days nothing is known.`
      : "";
  return `${range}. On ${dayLabel(summary.date, undefined, true)}: fitness ${figure(summary.fitness)}, fatigue ${figure(
    summary.fatigue,
  )}, form that morning ${figure(summary.form)}.${unknown}`;
}

export function loadTable(points: readonly LoadPoint[]): ChartTable {
  return {
    columns: [
      { label: "Day" },
      { label: "Load" },
      { label: "Fitness" },
      { label: "Fatigue" },
      { label: "Form, morning" },
      { label: "Status" },
    ],
    rows: sortedLoad(points).map((day) => [
      dayLabel(day.date, undefined, true),
      rounded(day.load),
      rounded(day.fitness),
      rounded(day.fatigue),
      rounded(day.form),
      day.planned ? "planned" : "done",
    ]),
  };
}
