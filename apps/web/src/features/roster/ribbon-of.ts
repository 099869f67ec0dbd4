import { addDays } from "@repo/core/calendar";
import type { PhaseKind } from "@repo/core/season";
import type { RibbonData } from "@repo/ui/charts";

/** What a roster row keeps of a season. */
export type StoredRibbon = {
  ribbonFrom: string | null;
  ribbonPhases: (string | null)[] | null;
  ribbonPlannedKm: (number | null)[] | null;
  ribbonDoneKm: (number | null)[] | null;
  nextRaceOn: string | null;
  nextRaceName: string | null;
  nextRacePriority: string | null;
};

/** The season ribbon of a roster row; null while there is nothing to show. */
export function ribbonOf(state: StoredRibbon | null, today: string): RibbonData | null {
  if (!state?.ribbonFrom || !state.ribbonPlannedKm) return null;
  const from = state.ribbonFrom;
  return {
    today,
    races: state.nextRaceOn
      ? [
          {
            date: state.nextRaceOn,
            name: state.nextRaceName ?? "Race",
            priority: (state.nextRacePriority ?? "A") as "A" | "B" | "C",
          },
        ]
      : [],
    weeks: state.ribbonPlannedKm.map((plannedKm, index) => ({
      start: addDays(from, 7 * index),
      phase: (state.ribbonPhases?.[index] ?? null) as PhaseKind | null,
      plannedKm,
      doneKm: state.ribbonDoneKm?.[index] ?? null,
    })),
  };
}
