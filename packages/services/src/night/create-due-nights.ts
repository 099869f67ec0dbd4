import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Db, Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  deleteUntouchedWarnings,
  insertNights,
  listAthletesForTick,
  listRejudging,
  reopenNights,
  updateAthleteState,
} from "@repo/db/queries";
import { dueNights, latestNight } from "./due-nights.ts";

/**
 * The tick: writes into the ledger every night that has begun somewhere since the last tick, those that were missed,
 * and those that must be judged again because history was imported. Running it twice, or from several workers at
 * once, writes nothing twice.
 */
export async function createDueNights(
  night: Db,
  options: { now: Date },
): Promise<{ created: number; reopened: number }> {
  return await inTransaction(night, async (db) => {
    const athletes = await listAthletesForTick(db);
    const due = athletes.flatMap((athlete) =>
      dueNights(options.now, athlete).map((localDate) => ({ athleteId: athlete.athleteId, localDate })),
    );
    const created = await insertNights(db, due);
    const rejudged = await listRejudging(db);
    for (const athlete of rejudged) await reopen(db, athlete, options.now);
    return { created, reopened: rejudged.length };
  });
}

/** A night judges the day before it: the first to be judged again is the one after the changed day. */
async function reopen(
  db: Tx,
  athlete: { athleteId: string; timeZone: string; from: IsoDate },
  now: Date,
): Promise<void> {
  const { athleteId, from } = athlete;
  const count = Math.max(0, daysBetween(from, latestNight(now, athlete.timeZone)));
  await deleteUntouchedWarnings(db, athleteId, from);
  await reopenNights(
    db,
    athleteId,
    Array.from({ length: count }, (_, index) => addDays(from, index + 1)),
  );
  await updateAthleteState(db, athleteId, { rejudgeFrom: null });
}
