import type { RouterOutputs } from "#trpc/root.ts";

type Roster = RouterOutputs["roster"]["list"];
type Row = Roster["onPlan"][number];
export type Squad = RouterOutputs["squads"]["list"][number];

/** An athlete as the table shows one; null is not known, and sorts last whichever way. */
export type AthleteRow = {
  athleteId: string;
  name: string;
  squads: Squad[];
  needs: number;
  form: number | null;
  fitness: number | null;
  weekKm: number | null;
  lastOn: string | null;
  raceOn: string | null;
  raceName: string | null;
};
export const SORTS = ["name", "needs", "form", "fitness", "weekKm", "lastOn", "raceOn"] as const;
export type Sort = (typeof SORTS)[number];

/** Every athlete of a roster with the squads they are in. */
export function athleteRows({ needs, notes, onPlan }: Roster, squads: readonly Squad[]): AthleteRow[] {
  const of = (row: Row, open: number): AthleteRow => ({
    athleteId: row.athleteId,
    name: row.name,
    squads: squads.filter(({ athleteIds }) => athleteIds.includes(row.athleteId)),
    needs: open,
    form: row.state?.form ?? null,
    fitness: row.state?.fitness ?? null,
    weekKm: row.state?.weekKm ?? null,
    lastOn: row.state?.lastActivityOn ?? null,
    raceOn: row.state?.nextRaceOn ?? null,
    raceName: row.state?.nextRaceName ?? null,
  });
  return [
    ...[...needs, ...notes].map(({ row, warnings }) => of(row, warnings.length)),
    ...onPlan.map((row) => of(row, 0)),
  ];
}

/** Those of a squad whose name holds what was typed, in order; equal ones by name. */
export function shownRows(
  rows: readonly AthleteRow[],
  { squad, find, sort, down }: { squad: string | null; find: string; sort: Sort; down: boolean },
): AthleteRow[] {
  const wanted = find.trim().toLowerCase();
  return rows
    .filter((row) => row.name.toLowerCase().includes(wanted))
    .filter((row) => squad === null || row.squads.some(({ id }) => id === squad))
    .sort((a, b) => compare(a[sort], b[sort], down) || a.name.localeCompare(b.name));
}

function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "string" ? a.localeCompare(String(b)) : a - Number(b);
  return down ? -order : order;
}
