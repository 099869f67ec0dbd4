import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { dayBands } from "../schema/index.ts";
import type { DayRange } from "./day-range.ts";

export type DayBandRow = typeof dayBands.$inferSelect;
export type NewDayBand = Omit<typeof dayBands.$inferInsert, "athleteId">;

/** The bands that lie over any of some days, earliest first. */
export function listDayBands(tx: Tx, athleteId: string, { from, to }: DayRange): Promise<DayBandRow[]> {
  return tx
    .select()
    .from(dayBands)
    .where(
      and(
        eq(dayBands.athleteId, athleteId),
        lte(dayBands.startsOn, to),
        gte(dayBands.endsOn, from),
        isNull(dayBands.deletedAt),
      ),
    )
    .orderBy(asc(dayBands.startsOn), asc(dayBands.id));
}

/** Bands by id, those taken away too; held until the transaction ends. */
export function lockDayBands(tx: Tx, athleteId: string, ids: readonly string[]): Promise<DayBandRow[]> {
  return tx
    .select()
    .from(dayBands)
    .where(and(eq(dayBands.athleteId, athleteId), inArray(dayBands.id, [...ids])))
    .orderBy(asc(dayBands.id))
    .for("update");
}

export async function insertDayBands(tx: Tx, athleteId: string, bands: readonly NewDayBand[]): Promise<void> {
  if (bands.length === 0) return;
  await tx.insert(dayBands).values(bands.map((band) => ({ ...band, athleteId })));
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updateDayBand(
  tx: Tx,
  athleteId: string,
  at: { id: string; version: number },
  changes: Partial<Pick<DayBandRow, "kind" | "startsOn" | "endsOn" | "note" | "deletedAt">>,
): Promise<DayBandRow | null> {
  const [row] = await tx
    .update(dayBands)
    .set({ ...changes, version: sql`${dayBands.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(dayBands.id, at.id), eq(dayBands.athleteId, athleteId), eq(dayBands.version, at.version)))
    .returning();
  return row ?? null;
}
