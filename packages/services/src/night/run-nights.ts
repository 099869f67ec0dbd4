import type { Db } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { claimNights, finishNights, listWaitingAthletes, postponeNights } from "@repo/db/queries";
import { judgeNights } from "./judge-nights.ts";

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
};

type RunOptions = {
  now: Date;
  /** Athletes at most; without it, until nothing is due. */
  limit?: number;
  onFailure?: (athleteId: string, error: unknown) => void;
};

/**
 * Does the nights that are due, athlete by athlete: load, judgement, warnings and the ledger's mark in one
 * transaction each, so that a kill at any moment leaves a night either done or due. One athlete's failure is noted
 * and waits; the others go on.
 */
export async function runNights(night: Db, options: RunOptions): Promise<NightSummary> {
  const summary: NightSummary = { athletes: 0, done: 0, failed: [], opened: 0, closed: 0 };
  while (summary.athletes < (options.limit ?? Number.POSITIVE_INFINITY)) {
    const outcome = await runOneAthlete(night, options);
    if (outcome === null) break;
    summary.athletes += 1;
    if ("error" in outcome) {
      summary.failed.push({ athleteId: outcome.athleteId, error: outcome.error });
      continue;
    }
    summary.done += outcome.done;
    summary.opened += outcome.opened;
    summary.closed += outcome.closed;
  }
  return summary;
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
      const { opened, closed } = await judgeNights(db, claimed.athleteId, {
        dates: claimed.dates,
        now: options.now,
      });
      const result = { opened, closed, nights: claimed.dates.length };
      await finishNights(db, claimed.athleteId, { dates: claimed.dates, at: options.now, result });
      return { athleteId: claimed.athleteId, done: claimed.dates.length, opened, closed };
    });
  } catch (error) {
    if (athleteId === null) throw error;
    options.onFailure?.(athleteId, error);
    return await postpone(night, athleteId, { error, now: options.now });
  }
}

async function postpone(
  night: Db,
  athleteId: string,
  failure: { error: unknown; now: Date },
): Promise<Outcome> {
  const error = failure.error instanceof Error ? failure.error.message.slice(0, 500) : String(failure.error);
  const nextAt = new Date(failure.now.getTime() + FIRST_WAIT_MS);
  await inTransaction(night, (db) =>
    postponeNights(db, athleteId, { error, nextAt, mostAttempts: MOST_ATTEMPTS }),
  );
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
  const waiting = await inTransaction(night, (db) => listWaitingAthletes(db, options.limit ?? 100));
  let judged = 0;
  for (const athleteId of waiting) {
    try {
      await inTransaction(night, (db) => judgeNights(db, athleteId, { dates: [], now: options.now }));
      judged += 1;
    } catch (error) {
      options.onFailure?.(athleteId, error);
    }
  }
  return { judged, waiting: waiting.length };
}
