import type { Db } from "@repo/db";
import { getClockLead } from "@repo/db/queries";
import type { Log } from "./log.ts";

/** More than this apart is worth a line in the log. */
const WORTH_SAYING_S = 2;
/** A clock this far off would make nights due that have not begun. */
const TOO_FAR_S = 3_600;

/**
 * Now, as far as it can be believed: the database's clock is the other witness. A small difference is said; with a large
 * one no night is made due, and the worker's health says that the tick fails.
 */
export async function trustedNow(db: Db, log: Log, now = new Date()): Promise<Date> {
  const leadS = Math.round((await getClockLead(db, now)) * 10) / 10;
  if (Math.abs(leadS) > TOO_FAR_S) {
    throw new Error(
      "The clock of this machine and the database's are more than an hour apart: set them right.",
    );
  }
  if (Math.abs(leadS) > WORTH_SAYING_S) log.error({ job: "tick", leadS }, "the clocks are apart");
  return now;
}
