import { sortedBand } from "./band-layout.ts";
import type { BandPoint, ChartTable } from "./data-shapes.ts";
import { dayLabel } from "./days.ts";
import { figure, rounded } from "./numbers.ts";

export type BandSummary = {
  dayCount: number;
  knownCount: number;
  date: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  belowCount: number;
  aboveCount: number;
};

export function describeBand(points: readonly BandPoint[]): BandSummary {
  const days = sortedBand(points);
  const known = days.filter((day) => day.value !== null);
  const last = known.at(-1);
  return {
    dayCount: days.length,
    knownCount: known.length,
    date: last?.date ?? null,
    value: last?.value ?? null,
    low: last?.low ?? null,
    high: last?.high ?? null,
    belowCount: known.filter((day) => day.low !== null && (day.value ?? 0) < day.low).length,
    aboveCount: known.filter((day) => day.high !== null && (day.value ?? 0) > day.high).length,
  };
}

type Words = { unit?: string; formatValue?: (value: number) => string };

export function bandSentence(summary: BandSummary, { unit, formatValue }: Words = {}): string {
  if (summary.date === null) return "Not known yet.";
  const show = (value: number | null) =>
    value === null ? "not known" : (formatValue?.(value) ?? figure(value, Math.abs(value) < 10 ? 1 : 0));
  const band =
    summary.low === null || summary.high === null
      ? "normal band not known yet"
      : `normal ${show(summary.low)} to ${show(summary.high)}`;
  return `${dayLabel(summary.date)}: ${show(summary.value)}${unit ? ` ${unit}` : ""}, ${band}. ${summary.belowCount} days below and ${summary.aboveCount} above, ${summary.knownCount} of ${summary.dayCount} known.`;
}

export function bandTable(points: readonly BandPoint[], label = "Value", unit?: string): ChartTable {
  return {
    columns: [
      { label: "Day" },
      { label, ...(unit ? { unit } : {}) },
      { label: "Normal from" },
      { label: "Normal to" },
    ],
    rows: sortedBand(points).map((day) => [
      dayLabel(day.date, undefined, true),
      rounded(day.value),
      rounded(day.low),
      rounded(day.high),
    ]),
  };
}
