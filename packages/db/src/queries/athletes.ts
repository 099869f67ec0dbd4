import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athletes, results } from "../schema/index.ts";

export type AthleteRow = typeof athletes.$inferSelect;
export type AthleteChanges = Partial<Omit<typeof athletes.$inferInsert, "athleteId" | "version">>;
export type ResultRow = typeof results.$inferSelect;
export type NewResult = Omit<typeof results.$inferInsert, "athleteId">;

export async function getAthlete(tx: Tx, athleteId: string): Promise<AthleteRow | null> {
  const [row] = await tx.select().from(athletes).where(eq(athletes.athleteId, athleteId));
  return row ?? null;
}

/** Makes the athlete profile of a user; the one that is there stays. */
export async function insertAthlete(tx: Tx, athleteId: string, timeZone: string): Promise<void> {
  await tx.insert(athletes).values({ athleteId, timeZone }).onConflictDoNothing();
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updateAthlete(
  tx: Tx,
  at: { athleteId: string; version: number },
  changes: AthleteChanges,
): Promise<AthleteRow | null> {
  const [row] = await tx
    .update(athletes)
    .set({ ...changes, version: sql`${athletes.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(athletes.athleteId, at.athleteId), eq(athletes.version, at.version)))
    .returning();
  return row ?? null;
}

/** Races and time trials, oldest first. */
export function listResults(tx: Tx, athleteId: string): Promise<ResultRow[]> {
  return tx
    .select()
    .from(results)
    .where(and(eq(results.athleteId, athleteId), isNull(results.deletedAt)))
    .orderBy(asc(results.localDate), asc(results.id));
}

/** Null when a result of this id is there already. */
export async function insertResult(tx: Tx, athleteId: string, result: NewResult): Promise<ResultRow | null> {
  const [row] = await tx
    .insert(results)
    .values({ ...result, athleteId })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updateResult(
  tx: Tx,
  athleteId: string,
  at: { id: string; version: number },
  changes: Partial<Omit<NewResult, "id" | "version">>,
): Promise<ResultRow | null> {
  const [row] = await tx
    .update(results)
    .set({ ...changes, version: sql`${results.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(results.id, at.id), eq(results.athleteId, athleteId), eq(results.version, at.version)))
    .returning();
  return row ?? null;
}

/** Every athlete, for what must be done for all of them; for the night. */
export async function listAthleteIds(db: Tx): Promise<string[]> {
  const rows = await db
    .select({ id: athletes.athleteId })
    .from(athletes)
    .where(isNull(athletes.deletedAt))
    .orderBy(asc(athletes.athleteId));
  return rows.map((row) => row.id);
}
