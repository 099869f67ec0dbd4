import { and, asc, between, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { loadSeries } from "../schema/index.ts";

export type LoadYearRow = typeof loadSeries.$inferSelect;

/** The packed years of an athlete, oldest first. */
export function listLoadYears(
  tx: Tx,
  athleteId: string,
  years: { from: number; to: number },
): Promise<LoadYearRow[]> {
  return tx
    .select()
    .from(loadSeries)
    .where(and(eq(loadSeries.athleteId, athleteId), between(loadSeries.year, years.from, years.to)))
    .orderBy(asc(loadSeries.year));
}

export async function upsertLoadYears(
  tx: Tx,
  athleteId: string,
  years: readonly Omit<LoadYearRow, "athleteId">[],
): Promise<void> {
  if (years.length === 0) return;
  await tx
    .insert(loadSeries)
    .values(years.map((year) => ({ ...year, athleteId })))
    .onConflictDoUpdate({
      target: [loadSeries.athleteId, loadSeries.year],
      set: {
        loadX10: sql`excluded.load_x10`,
        method: sql`excluded.method`,
        quality: sql`excluded.quality`,
        fitness: sql`excluded.fitness`,
        fatigue: sql`excluded.fatigue`,
      },
    });
}

/** Removes the years of an athlete that are not among those kept. */
export async function deleteLoadYears(tx: Tx, athleteId: string, keep: readonly number[]): Promise<void> {
  const others = keep.length > 0 ? notInArray(loadSeries.year, [...keep]) : undefined;
  await tx.delete(loadSeries).where(and(eq(loadSeries.athleteId, athleteId), others));
}
