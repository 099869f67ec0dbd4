import type { RibbonWeeks } from "@repo/ui/charts";

/** What a roster row keeps of a season. */
export type StoredSeason = {
  ribbonFrom: string | null;
  ribbonPhases: (string | null)[] | null;
  ribbonPlannedKm: (number | null)[] | null;
  ribbonDoneKm: (number | null)[] | null;
  nextRaceOn: string | null;
  nextRaceName: string | null;
  nextRacePriority: string | null;
};

/** The season of a roster row; null while there is nothing to show. */
export function seasonOf(state: StoredSeason | null): RibbonWeeks | null {
  if (!state?.ribbonFrom || !state.ribbonPlannedKm) return null;
  const hasPlan = state.ribbonPlannedKm.some((km) => km !== null);
  const hasRun = (state.ribbonDoneKm ?? []).some((km) => km !== null && km > 0);
  if (!hasPlan && !hasRun) return null;
  const priority = (state.nextRacePriority ?? "A") as "A" | "B" | "C";
  return {
    from: state.ribbonFrom,
    phases: state.ribbonPhases ?? [],
    plannedKm: state.ribbonPlannedKm,
    doneKm: state.ribbonDoneKm ?? [],
    race: state.nextRaceOn ? { date: state.nextRaceOn, name: state.nextRaceName ?? "Race", priority } : null,
  };
}
