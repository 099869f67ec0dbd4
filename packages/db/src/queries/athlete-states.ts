import { eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteStates } from "../schema/athlete-states.ts";
import { athletes } from "../schema/athletes.ts";

export type AthleteStateRow = typeof athleteStates.$inferSelect;

/** Grows with every recomputation and judgement of any athlete whose training the caller sees. */
export async function sumRevisions(db: Tx): Promise<number> {
  const [row] = await db
    .select({ rev: sql<number>`coalesce(sum(${athleteStates.rev}), 0)::float8` })
    .from(athleteStates);
  return row?.rev ?? 0;
}

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
    .values({ athleteId, needsJudging: true, dirtySeq: 1 })
    .onConflictDoUpdate({
      target: athleteStates.athleteId,
      set: { needsJudging: true, dirtySeq: sql`${athleteStates.dirtySeq} + 1` },
    });
}

export type LockedState = AthleteStateRow & { timeZone: string };

/** The athlete's state, made where there is none, and held until the transaction ends: one computes at a time. */
export async function lockAthleteState(db: Tx, athleteId: string): Promise<LockedState> {
  await db.insert(athleteStates).values({ athleteId }).onConflictDoNothing();
  const [state] = await db
    .select()
    .from(athleteStates)
    .where(eq(athleteStates.athleteId, athleteId))
    .for("update");
  const [athlete] = await db
    .select({ timeZone: athletes.timeZone })
    .from(athletes)
    .where(eq(athletes.athleteId, athleteId));
  if (!state) throw new Error("the state of an athlete was neither there nor made");
  return { ...state, timeZone: athlete?.timeZone ?? "UTC" };
}

export async function updateAthleteState(
  db: Tx,
  athleteId: string,
  change: Partial<Omit<AthleteStateRow, "athleteId">>,
): Promise<void> {
  await db
    .update(athleteStates)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(athleteStates.athleteId, athleteId));
}

/** Asks the night to judge the days from `from` on again, each from what was known of it. */
export async function requestRejudging(db: Tx, athleteId: string, from: string): Promise<void> {
  await db
    .insert(athleteStates)
    .values({ athleteId, rejudgeFrom: from })
    .onConflictDoUpdate({
      target: athleteStates.athleteId,
      set: { rejudgeFrom: sql`least(${athleteStates.rejudgeFrom}, excluded.rejudge_from)` },
    });
}
