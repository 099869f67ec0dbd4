import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activityPairings, users } from "../schema/index.ts";

export type Pairing = {
  activityId: string;
  was: string | null;
  workoutId: string | null;
  isLocked: boolean;
  at: Date;
};

/**
 * Says which planned workout an activity was, as the athlete or as whoever plans for them; false where it is not
 * there for them or is paired otherwise than it was read.
 */
export async function pairActivityRow(tx: Tx, athleteId: string, pairing: Pairing): Promise<boolean> {
  const { activityId, was, workoutId, isLocked, at } = pairing;
  const [row] = await tx.execute<{ isPaired: boolean }>(sql`
    select app.pair_activity(${athleteId}, ${activityId}, ${was}, ${workoutId}, ${isLocked}, ${at.toISOString()})
      as "isPaired"`);
  return row?.isPaired === true;
}

/** Keeps who paired an activity by hand; null forgets it, for a pairing that nobody made. */
export async function writePairing(
  tx: Tx,
  athleteId: string,
  { activityId, by }: { activityId: string; by: { actorId: string; at: Date } | null },
): Promise<void> {
  if (by === null) {
    await tx
      .delete(activityPairings)
      .where(and(eq(activityPairings.activityId, activityId), eq(activityPairings.athleteId, athleteId)));
    return;
  }
  await tx
    .insert(activityPairings)
    .values({ activityId, athleteId, ...by })
    .onConflictDoUpdate({ target: [activityPairings.activityId, activityPairings.athleteId], set: by });
}

/** The names of those who paired some activities by hand. */
export async function listPairers(
  tx: Tx,
  athleteId: string,
  activityIds: readonly string[],
): Promise<Map<string, string>> {
  if (activityIds.length === 0) return new Map();
  const rows = await tx
    .select({ activityId: activityPairings.activityId, name: users.name })
    .from(activityPairings)
    .innerJoin(users, eq(users.id, activityPairings.actorId))
    .where(
      and(eq(activityPairings.athleteId, athleteId), inArray(activityPairings.activityId, [...activityIds])),
    );
  return new Map(rows.map(({ activityId, name }) => [activityId, name]));
}
