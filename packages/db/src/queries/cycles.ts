import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { cycles, cycleVersions, users } from "../schema/index.ts";

export type CycleRow = typeof cycles.$inferSelect;
export type CycleVersionRow = typeof cycleVersions.$inferSelect;
type NewVersion = Omit<typeof cycleVersions.$inferInsert, "createdAt">;

/** An organisation's cycles by name, each with the content of its latest version; archived ones are left out. */
export function listCycles(tx: Tx, orgId: string) {
  return tx
    .select({
      id: cycles.id,
      name: cycles.name,
      about: cycles.about,
      version: cycles.version,
      updatedAt: cycles.updatedAt,
      authorName: users.name,
      content: cycleVersions.content,
      /** Seasons that were made from it, as far as the actor may see them. */
      seasons: sql<number>`(select count(*)::int from cycle_assignments a where a.cycle_id = ${cycles.id})`,
    })
    .from(cycles)
    .innerJoin(
      cycleVersions,
      and(eq(cycleVersions.cycleId, cycles.id), eq(cycleVersions.version, cycles.version)),
    )
    .leftJoin(users, eq(users.id, cycles.authorId))
    .where(and(eq(cycles.orgId, orgId), isNull(cycles.archivedAt)))
    .orderBy(asc(cycles.name), asc(cycles.id));
}

/** A cycle of the organisation with one of its versions, the latest where none is named. */
export async function getCycle(
  tx: Tx,
  orgId: string,
  { id, version }: { id: string; version?: number },
): Promise<{ cycle: CycleRow; content: Record<string, unknown>; version: number } | null> {
  const [row] = await tx
    .select({ cycle: cycles, content: cycleVersions.content, version: cycleVersions.version })
    .from(cycles)
    .innerJoin(
      cycleVersions,
      and(eq(cycleVersions.cycleId, cycles.id), eq(cycleVersions.version, version ?? cycles.version)),
    )
    .where(and(eq(cycles.orgId, orgId), eq(cycles.id, id), isNull(cycles.archivedAt)));
  return row ?? null;
}

/** Every version of a cycle, the latest first, without what it holds. */
export function listCycleVersions(tx: Tx, orgId: string, cycleId: string) {
  return tx
    .select({
      version: cycleVersions.version,
      note: cycleVersions.note,
      createdAt: cycleVersions.createdAt,
      authorName: users.name,
    })
    .from(cycleVersions)
    .leftJoin(users, eq(users.id, cycleVersions.authorId))
    .where(and(eq(cycleVersions.orgId, orgId), eq(cycleVersions.cycleId, cycleId)))
    .orderBy(desc(cycleVersions.version));
}

export async function insertCycle(tx: Tx, cycle: typeof cycles.$inferInsert): Promise<void> {
  await tx.insert(cycles).values(cycle);
}

export async function insertCycleVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.insert(cycleVersions).values(version);
}

/** Null when it is not there, or no longer at this version. */
export async function updateCycle(
  tx: Tx,
  orgId: string,
  at: { id: string; version: number },
  changes: Partial<Pick<CycleRow, "name" | "about" | "version" | "archivedAt">>,
): Promise<CycleRow | null> {
  const [row] = await tx
    .update(cycles)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(
      and(
        eq(cycles.id, at.id),
        eq(cycles.orgId, orgId),
        eq(cycles.version, at.version),
        isNull(cycles.archivedAt),
      ),
    )
    .returning();
  return row ?? null;
}
