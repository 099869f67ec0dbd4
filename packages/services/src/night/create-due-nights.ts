import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Db, Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  deleteUntouchedWarnings,
  insertDueNights,
  listNightZones,
  listRejudging,
  reopenNights,
  type TickPosition,
  updateAthleteState,
} from "@repo/db/queries";
import { latestNight, MOST_BACKFILL_DAYS } from "./due-nights.ts";

/** Athletes whose nights are written in one statement. */
const ATHLETES_AT_ONCE = 2_000;

/**
 * The tick: writes into the ledger every night that has begun somewhere since the last tick, those that were missed,
 * and those that must be judged again because history was imported. Running it twice, or from several workers at
 * once, writes nothing twice. What it costs is the zones, not the athletes, as long as `seen` remembers their nights.
 */
export async function createDueNights(
  night: Db,
  options: { now: Date; seen?: Map<string, IsoDate> },
): Promise<{ created: number; reopened: number }> {
  const { now, seen } = options;
  const zones = (await inTransaction(night, listNightZones))
    .map((timeZone) => ({ timeZone, latest: latestNight(now, timeZone) }))
    .filter(({ timeZone, latest }) => seen?.get(timeZone) !== latest);
  let [created, after] = [0, null as TickPosition | null];
  while (zones.length > 0) {
    const page = { mostDays: MOST_BACKFILL_DAYS, after, most: ATHLETES_AT_ONCE };
    const made = await inTransaction(night, (db) => insertDueNights(db, zones, page));
    created += made.created;
    after = made.next;
    if (after === null) break;
  }
  for (const { timeZone, latest } of zones) seen?.set(timeZone, latest);
  const reopened = await inTransaction(night, async (db) => {
    const rejudged = await listRejudging(db);
    for (const athlete of rejudged) await reopen(db, athlete, now);
    return rejudged.length;
  });
  return { created, reopened };
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
