import type { OtherPeak } from "@repo/core/rules";
import { Race } from "@repo/core/season";
import type { NearSeason } from "@repo/db/queries";

type Around = {
  /** The days that the season in question takes for itself. */
  from: string;
  to: string;
  today: string;
};

/**
 * Peaks of an athlete's other seasons. On the days of the season in question only its own peaks count: it takes their
 * place; and of a season that was put away only those that are over.
 */
export function otherPeaks(near: readonly NearSeason[], { from, to, today }: Around): OtherPeak[] {
  return near.flatMap(({ name, status, peaks, races: kept }) => {
    const goals = Race.array()
      .catch([])
      .parse(kept ?? [])
      .filter(({ priority }) => priority === "A");
    const starts = peaks.length > 0 ? peaks : goals.map(({ date }) => date);
    return starts
      .map((start, at) => {
        const next = starts[at + 1] ?? "9999-12-31";
        const races = goals
          .filter(({ date }) => date >= start && date < next)
          .map(({ date, name: race, distanceM }) => ({ date, name: race ?? null, distanceM }));
        return { start, season: name, races };
      })
      .filter(({ start }) => start < from || start > to)
      .filter(({ start }) => status !== "archived" || start < today);
  });
}
