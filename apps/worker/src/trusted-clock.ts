import type { Db } from "@repo/db";
import { getClockLead } from "@repo/db/queries";
import type { Log } from "./log.ts";

/** More than this apart is worth a line in the log. */
const WORTH_SAYING_S = 2;
/** A clock this far off would make days due that have not begun, and send their mails. */
const TOO_FAR_S = 3_600;
/** So long a look at the database's clock holds: jobs run every second. */
const HOLDS_MS = 20_000;
/** What this machine's clock may move against its own running before it counts as jumped. */
const JUMP_MS = 1_000;

/** Reads the time: `wall` as this machine's clock has it, `running` in milliseconds that nobody can set. */
type Readings = { wall: () => number; running: () => number };

/** Says what time it is from now on, running evenly from one look: a clock that is set meanwhile moves nothing. */
export type Now = () => Date;

/**
 * The one clock of all jobs, as far as it can be believed: the database's is the other witness. A small difference is said;
 * with a large one no job works, and the worker's health says which fail. It is compared again when this machine's clock
 * jumps, and every twenty seconds.
 */
export function createTrustedClock(
  db: Db,
  log: Log,
  { wall, running }: Readings = { wall: Date.now, running: () => performance.now() },
): () => Promise<Now> {
  let seen: { at: number; offset: number } | null = null;
  return async () => {
    const [at, offset] = [running(), wall() - running()];
    if (!seen || at - seen.at > HOLDS_MS || Math.abs(offset - seen.offset) > JUMP_MS) {
      seen = null;
      await compare(db, log, new Date(wall()));
      seen = { at, offset };
    }
    return () => new Date(running() + offset);
  };
}

async function compare(db: Db, log: Log, now: Date): Promise<void> {
  const leadS = Math.round((await getClockLead(db, now)) * 10) / 10;
  if (Math.abs(leadS) > TOO_FAR_S) {
    throw new Error(
      "The clock of this machine and the database's are more than an hour apart: set them right.",
    );
  }
  if (Math.abs(leadS) > WORTH_SAYING_S) log.error({ leadS }, "the clocks are apart");
}
