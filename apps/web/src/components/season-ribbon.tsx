import { addDays } from "@repo/core/calendar";
import type { PhaseKind } from "@repo/core/season";
import { ribbonSvg } from "@repo/ui/charts";
import { InlineChart } from "@repo/ui/inline-chart";

/** A season as a list of weeks: what a roster row and a report keep of it. */
export type SeasonWeeks = {
  from: string;
  phases: readonly (string | null)[];
  plannedKm: readonly (number | null)[];
  doneKm: readonly (number | null)[];
  race: { date: string; name: string; priority: "A" | "B" | "C" } | null;
};

type Props = {
  season: SeasonWeeks;
  today: string;
  size: { width: number; height: number };
  /** Whose season it is. */
  name: string;
  id: string;
};

/** The season ribbon in a row of a list: a picture that says its numbers. */
export function SeasonRibbon({ season, today, size, name, id }: Props) {
  const weeks = season.plannedKm.map((plannedKm, index) => ({
    start: addDays(season.from, 7 * index),
    phase: (season.phases[index] ?? null) as PhaseKind | null,
    plannedKm,
    doneKm: season.doneKm[index] ?? null,
  }));
  const data = { today, races: season.race ? [season.race] : [], weeks };
  return (
    <InlineChart svg={ribbonSvg(data, { ...size, title: `Season of ${name}`, id })} className="mt-1.5" />
  );
}
