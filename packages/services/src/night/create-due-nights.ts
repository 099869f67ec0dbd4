import type { Db } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { insertNights, listAthletesForTick } from "@repo/db/queries";
import { dueNights } from "./due-nights.ts";

/**
 * The tick: writes into the ledger every night that has begun somewhere since the last tick, and those that were
 * missed. Running it twice, or from several workers at once, writes nothing twice.
 */
export async function createDueNights(night: Db, options: { now: Date }): Promise<{ created: number }> {
  return await inTransaction(night, async (db) => {
    const athletes = await listAthletesForTick(db);
    const due = athletes.flatMap((athlete) =>
      dueNights(options.now, athlete).map((localDate) => ({ athleteId: athlete.athleteId, localDate })),
    );
    return { created: await insertNights(db, due) };
  });
}
