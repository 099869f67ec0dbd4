import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { findingWaivers, planEdits, users } from "../schema/index.ts";

export type PlanEditRow = typeof planEdits.$inferSelect;
export type NewPlanEdit = Omit<typeof planEdits.$inferInsert, "athleteId" | "createdAt" | "undoneAt">;
export type WaiverRow = typeof findingWaivers.$inferSelect;

export async function insertPlanEdit(tx: Tx, athleteId: string, edit: NewPlanEdit): Promise<void> {
  await tx.insert(planEdits).values({ ...edit, athleteId });
}

/**
 * The latest edit by one author that was not undone, of one season or of whatever lies on the athlete's days; held
 * until the transaction ends.
 */
export async function lockLastPlanEdit(
  tx: Tx,
  athleteId: string,
  of: { seasonId: string | null; authorId: string },
): Promise<PlanEditRow | null> {
  const [row] = await tx
    .select()
    .from(planEdits)
    .where(
      and(
        eq(planEdits.athleteId, athleteId),
        of.seasonId === null ? undefined : eq(planEdits.seasonId, of.seasonId),
        eq(planEdits.authorId, of.authorId),
        isNull(planEdits.undoneAt),
      ),
    )
    .orderBy(desc(planEdits.createdAt), desc(planEdits.id))
    .limit(1)
    .for("update");
  return row ?? null;
}

export type LatestPlanEdit = {
  id: string;
  authorId: string | null;
  /** Null where nobody's name is known any more. */
  authorName: string | null;
  summary: string;
  isUndone: boolean;
};

/** The latest change of an athlete's plan, or the latest that was taken back, whichever came last; null where nobody changed anything. */
export async function getLatestPlanEdit(tx: Tx, athleteId: string): Promise<LatestPlanEdit | null> {
  const { id, authorId, summary, createdAt, undoneAt } = planEdits;
  const [row] = await tx
    .select({
      id,
      authorId,
      authorName: users.name,
      summary,
      isUndone: sql<boolean>`${undoneAt} is not null`,
    })
    .from(planEdits)
    .leftJoin(users, eq(users.id, authorId))
    .where(eq(planEdits.athleteId, athleteId))
    .orderBy(desc(sql`coalesce(${undoneAt}, ${createdAt})`), desc(id))
    .limit(1);
  return row ?? null;
}

export async function markPlanEditUndone(
  tx: Tx,
  athleteId: string,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await tx
    .update(planEdits)
    .set({ undoneAt: at })
    .where(and(eq(planEdits.id, id), eq(planEdits.athleteId, athleteId)));
}

export async function insertWaiver(
  tx: Tx,
  athleteId: string,
  waiver: Omit<typeof findingWaivers.$inferInsert, "athleteId">,
): Promise<void> {
  await tx.insert(findingWaivers).values({ ...waiver, athleteId });
}

/** Ends a waiver, or makes it hold again; false when there is none of this id. */
export async function updateWaiverEnd(
  tx: Tx,
  athleteId: string,
  { id, endedAt }: { id: string; endedAt: Date | null },
): Promise<boolean> {
  const rows = await tx
    .update(findingWaivers)
    .set({ endedAt })
    .where(and(eq(findingWaivers.id, id), eq(findingWaivers.athleteId, athleteId)))
    .returning({ id: findingWaivers.id });
  return rows.length === 1;
}

/** What coaches let stand in an athlete's plan and why, oldest first; without what was taken back. */
export async function listWaivers(tx: Tx, athleteId: string): Promise<WaiverRow[]> {
  return await tx
    .select()
    .from(findingWaivers)
    .where(and(eq(findingWaivers.athleteId, athleteId), isNull(findingWaivers.endedAt)))
    .orderBy(asc(findingWaivers.createdAt));
}
