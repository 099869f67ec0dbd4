import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { rosterViews } from "../schema/index.ts";

export type RosterViewRow = Pick<typeof rosterViews.$inferSelect, "id" | "name" | "view">;

/** A person's own views, by name. */
export function listRosterViews(tx: Tx, userId: string): Promise<RosterViewRow[]> {
  const { id, name, view } = rosterViews;
  return tx
    .select({ id, name, view })
    .from(rosterViews)
    .where(eq(rosterViews.userId, userId))
    .orderBy(asc(name));
}

/** Keeps a view under a name; the one that has it already is replaced. Returns its id. */
export async function upsertRosterView(
  tx: Tx,
  userId: string,
  { id, name, view }: RosterViewRow,
): Promise<string> {
  const [row] = await tx
    .insert(rosterViews)
    .values({ id, userId, name, view })
    .onConflictDoUpdate({ target: [rosterViews.userId, rosterViews.name], set: { view } })
    .returning({ id: rosterViews.id });
  return row?.id ?? id;
}

/** Whether there was such a view of theirs. */
export async function deleteRosterView(tx: Tx, userId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(rosterViews)
    .where(and(eq(rosterViews.id, id), eq(rosterViews.userId, userId)))
    .returning({ id: rosterViews.id });
  return rows.length > 0;
}
