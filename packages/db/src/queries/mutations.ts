import { and, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { mutations } from "../schema/mutations.ts";

type MutationKey = { id: string; actorId: string; requestHash: string };

/** Takes a mutation's id; false when it was taken before (a parallel one is waited for). */
export async function insertMutation(db: Tx, athleteId: string, key: MutationKey): Promise<boolean> {
  const taken = await db
    .insert(mutations)
    .values({ ...key, athleteId })
    .onConflictDoNothing()
    .returning({ id: mutations.id });
  return taken.length === 1;
}

/** What was asked and answered under a mutation's id; null when nothing was, or somebody else did. */
export async function getMutation(db: Tx, athleteId: string, id: string) {
  const [row] = await db
    .select({ requestHash: mutations.requestHash, response: mutations.response })
    .from(mutations)
    .where(and(eq(mutations.athleteId, athleteId), eq(mutations.id, id)));
  return row ?? null;
}

/** Keeps the answer beside the id, for whoever asks again. */
export async function updateMutationResponse(
  db: Tx,
  athleteId: string,
  id: string,
  response: unknown,
): Promise<void> {
  await db
    .update(mutations)
    .set({ response })
    .where(and(eq(mutations.athleteId, athleteId), eq(mutations.id, id)));
}
