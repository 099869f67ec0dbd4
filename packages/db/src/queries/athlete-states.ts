import { eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteStates } from "../schema/athlete-states.ts";

export type AthleteStateRow = typeof athleteStates.$inferSelect;

/** Where an athlete's load stands, or null before anything was logged. */
export async function getAthleteState(db: Tx, athleteId: string): Promise<AthleteStateRow | null> {
  const [row] = await db.select().from(athleteStates).where(eq(athleteStates.athleteId, athleteId));
  return row ?? null;
}

/**
 * Says that the days from `from` on must be computed again. Belongs into the transaction that changed them:
 * then no crash can lose the need.
 */
export async function markDirty(db: Tx, athleteId: string, from: string): Promise<void> {
  await db
    .insert(athleteStates)
    .values({ athleteId, dirtyFrom: from, dirtySeq: 1, needsJudging: true })
    .onConflictDoUpdate({
      target: athleteStates.athleteId,
      set: {
        dirtyFrom: sql`least(${athleteStates.dirtyFrom}, excluded.dirty_from)`,
        dirtySeq: sql`${athleteStates.dirtySeq} + 1`,
        needsJudging: true,
      },
    });
}

/** Says that the night must judge again, though no load changed (a check-in, a plan, a result). */
export async function markForJudging(db: Tx, athleteId: string): Promise<void> {
  await db
    .insert(athleteStates)
    .values({ athleteId, needsJudging: true })
    .onConflictDoUpdate({ target: athleteStates.athleteId, set: { needsJudging: true } });
}
