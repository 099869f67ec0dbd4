import type { RouterOutputs } from "#trpc/root.ts";

type Table = RouterOutputs["squads"]["table"];
export type Squad = RouterOutputs["squads"]["list"][number];

/** An athlete as the table shows one; null is not known, and sorts last whichever way. */
export type AthleteRow = {
  athleteId: string;
  name: string;
  squads: Squad[];
  needs: number;
  form: number | null;
  fitness: number | null;
  fatigue: number | null;
  weekKm: number | null;
  lastOn: string | null;
  raceOn: string | null;
  raceName: string | null;
  squadNames: string | null;
};
export const SORTS = [
  "name",
  "needs",
  "form",
  "fitness",
  "fatigue",
  "weekKm",
  "lastOn",
  "raceOn",
  "squadNames",
] as const;
export type Sort = (typeof SORTS)[number];

/** Every athlete of a coach with the squads they are in. */
export function athleteRows(table: Table, squads: readonly Squad[]): AthleteRow[] {
  return table.athleteId.map((athleteId, at) => {
    const own = squads.filter(({ athleteIds }) => athleteIds.includes(athleteId));
    return {
      athleteId,
      name: table.name[at] ?? "",
      squads: own,
      squadNames: own.length === 0 ? null : own.map(({ name }) => name).join(", "),
      needs: table.needs[at] ?? 0,
      form: table.form[at] ?? null,
      fitness: table.fitness[at] ?? null,
      fatigue: table.fatigue[at] ?? null,
      weekKm: table.weekKm[at] ?? null,
      lastOn: table.lastOn[at] ?? null,
      raceOn: table.raceOn[at] ?? null,
      raceName: table.raceName[at] ?? null,
    };
  });
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
