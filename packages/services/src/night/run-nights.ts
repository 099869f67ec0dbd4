import { type Db, faultOf, isDatabaseAway } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  claimNights,
  finishNights,
  listWaitingAthletes,
  makeFirstThorough,
  noteFault,
  postponeNights,
  takeWaitingAthlete,
} from "@repo/db/queries";
import { judgeNights } from "./judge-nights.ts";
import { CHUNK_ATHLETES, runChunk } from "./run-chunk.ts";

/** Nights of one athlete in one transaction; more are taken in the next. */
const MOST_NIGHTS_AT_ONCE = 4_000;
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 60_000;

export type NightSummary = {
  athletes: number;
  done: number;
  failed: { athleteId: string; error: string }[];
  opened: number;
  closed: number;
  /** Of these, athletes whose night followed from the state, many in one transaction. */
  inChunks: number;
};

type RunOptions = {
  now: Date;
  /** Athletes at most; without it, until nothing is due. */
  limit?: number;
  onFailure?: (athleteId: string, error: unknown) => void;
  /** Told after every transaction how far it is. */
  onProgress?: (summary: NightSummary) => void;
};

/**
 * Does the nights that are due: first, by hundreds, those that follow from the athletes' states, then athlete by athlete
 * those that need the history. Load, judgement, warnings and the ledger's mark are one transaction, so that a kill at any
 * moment leaves a night either done or due. One athlete's failure is noted and waits; the others go on.
 */
export async function runNights(night: Db, options: RunOptions): Promise<NightSummary> {
  const summary: NightSummary = { athletes: 0, done: 0, failed: [], opened: 0, closed: 0, inChunks: 0 };
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  await runChunks(night, { options, summary, limit });
  while (summary.athletes < limit) {
    const outcome = await runOneAthlete(night, options);
    if (outcome === null) break;
    if ("done" in outcome && outcome.done === 0) continue;
    summary.athletes += 1;
    if ("error" in outcome) summary.failed.push({ athleteId: outcome.athleteId, error: outcome.error });
    else add(summary, outcome);
    options.onProgress?.(summary);
  }
  return summary;
}

async function runChunks(
  night: Db,
  of: { options: RunOptions; summary: NightSummary; limit: number },
): Promise<void> {
  const { options, summary, limit } = of;
  while (summary.athletes < limit) {
    const most = Math.min(CHUNK_ATHLETES, limit - summary.athletes);
    try {
      const chunk = await runChunk(night, { now: options.now, most });
      if (chunk === null) return;
      summary.athletes += chunk.athletes;
      summary.inChunks += chunk.athletes;
      add(summary, chunk);
      options.onProgress?.(summary);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      options.onFailure?.("a chunk", error);
      await inTransaction(night, (db) => makeFirstThorough(db, { now: options.now, most }));
    }
  }
}

function add(summary: NightSummary, done: { done: number; opened: number; closed: number }): void {
  summary.done += done.done;
  summary.opened += done.opened;
  summary.closed += done.closed;
}

type Outcome =
  | { athleteId: string; done: number; opened: number; closed: number }
  | { athleteId: string; error: string };

async function runOneAthlete(night: Db, options: RunOptions): Promise<Outcome | null> {
  let athleteId: string | null = null;
  try {
    return await inTransaction(night, async (db) => {
      const claimed = await claimNights(db, options.now, MOST_NIGHTS_AT_ONCE);
      if (!claimed) return null;
      athleteId = claimed.athleteId;
      // Another worker finished them between our look at the ledger and the lock: nothing is left to judge.
      if (claimed.dates.length === 0) return { athleteId, done: 0, opened: 0, closed: 0 };
      const { opened, closed } = await judgeNights(db, claimed.athleteId, {
        dates: claimed.dates,
        now: options.now,
      });
      const result = { opened, closed, nights: claimed.dates.length };
      await finishNights(db, claimed.athleteId, { dates: claimed.dates, result });
      return { athleteId: claimed.athleteId, done: claimed.dates.length, opened, closed };
    });
  } catch (error) {
    // A database that went away is no fault of the athlete: the nights stay due.
    if (athleteId === null || isDatabaseAway(error)) throw error;
    options.onFailure?.(athleteId, error);
    return await postpone(night, athleteId, { error, now: options.now });
  }
}

async function postpone(
  night: Db,
  athleteId: string,
  failure: { error: unknown; now: Date },
): Promise<Outcome> {
  const error = faultOf(failure.error);
  const wait = { now: failure.now, firstWaitMs: FIRST_WAIT_MS, mostAttempts: MOST_ATTEMPTS };
  await inTransaction(night, (db) => postponeNights(db, athleteId, { error, ...wait }));
  return { athleteId, error };
}

/**
 * Between nights: athletes who logged something get their load and today's judgement brought up to date. Returns
 * how many.
 */
export async function judgeWaiting(
  night: Db,
  options: { now: Date; limit?: number; onFailure?: RunOptions["onFailure"] },
) {
  const { now, limit = 100 } = options;
  const waiting = await inTransaction(night, (db) =>
    listWaitingAthletes(db, { now, limit, mostAttempts: MOST_ATTEMPTS }),
  );
  let judged = 0;
  for (const athleteId of waiting) {
    try {
      const taken = await inTransaction(night, async (db) => {
        if (!(await takeWaitingAthlete(db, athleteId))) return false;
        await judgeNights(db, athleteId, { dates: [], now });
        return true;
      });
      if (taken) judged += 1;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      options.onFailure?.(athleteId, error);
      await inTransaction(night, (db) =>
        noteFault(db, athleteId, { error: faultOf(error), now, firstWaitMs: FIRST_WAIT_MS }),
      );
    }
  }
  return { judged, waiting: waiting.length };
}
