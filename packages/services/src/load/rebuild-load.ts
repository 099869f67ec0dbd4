import type { Tx } from "@repo/db";
import { markDirty } from "@repo/db/queries";
import { type Recomputed, recomputeLoad } from "./recompute-load.ts";

const THE_BEGINNING = "1900-01-01";

/**
 * Computes all of an athlete's load anew, from the first entry on: what an incremental night must equal bit for bit, and
 * the remedy should one ever not. The judgement follows, as after any change.
 */
export async function rebuildLoad(db: Tx, athleteId: string, now: Date): Promise<Recomputed | null> {
  await markDirty(db, athleteId, THE_BEGINNING);
  return await recomputeLoad(db, athleteId, { now });
}
