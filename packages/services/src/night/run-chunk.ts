import { addDays } from "@repo/core/calendar";
import type { Db, Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import {
  type ChunkResult,
  claimChunk,
  type KnownWarning,
  listWarningsOf,
  makeThorough,
  type RecoveryAhead,
  storeChunk,
  takeRecoveriesAhead,
  type WarningWrites,
  writeWarnings,
} from "@repo/db/queries";
import { readPlans, resultOf, type SilentNight, silentNightOf } from "./chunk-night.ts";
import { MEMORY_DAYS } from "./fold-warnings.ts";

/** Athletes taken at once: few enough that no statement lasts, many enough that each costs little. */
export const CHUNK_ATHLETES = 500;

export type ChunkSummary = {
  athletes: number;
  done: number;
  opened: number;
  closed: number;
  /** Athletes whose nights need the history, and wait for that. */
  thorough: number;
};

/**
 * Does the due nights of some hundred athletes in one transaction, from their states alone; those that need more are
 * marked for it. Killed at any moment it leaves every night due or done. Null when no night is due.
 */
export async function runChunk(
  night: Db,
  options: { now: Date; most?: number },
): Promise<ChunkSummary | null> {
  return await inTransaction(night, async (db) => {
    const chunk = await claimChunk(db, { now: options.now, most: options.most ?? CHUNK_ATHLETES });
    // None left: others are at work on these.
    if (chunk === null || chunk.athletes.length === 0) return null;
    const { athletes, pending } = chunk;
    const nights = athletes.flatMap((athlete) => {
      return silentNightOf(athlete, pending.get(athlete.athleteId), options.now) ?? [];
    });
    const stored = await doSilentNights(db, nights);
    const done = new Set(stored.results.map((result) => result.athleteId));
    const rest = athletes.map((athlete) => athlete.athleteId).filter((id) => !done.has(id));
    await makeThorough(db, rest);
    return {
      athletes: done.size,
      done: stored.results.reduce(
        (sum, { athleteId }) => sum + (pending.get(athleteId)?.dates.length ?? 0),
        0,
      ),
      opened: stored.opened,
      closed: stored.closed,
      thorough: rest.length,
    };
  });
}

async function doSilentNights(
  db: Tx,
  nights: readonly SilentNight[],
): Promise<{ results: ChunkResult[]; opened: number; closed: number }> {
  const summary = { results: [] as ChunkResult[], opened: 0, closed: 0 };
  if (nights.length === 0) return summary;
  const plans = await readPlans(db, nights);
  const warnings = await readWarnings(db, nights);
  const writes: WarningWrites = { opened: [], updated: [], events: [] };
  const recovered: RecoveryAhead[] = [];
  for (const night of nights) {
    const { athleteId } = night.athlete;
    const made = resultOrNull(night, plans, warnings.get(athleteId) ?? []);
    if (!made) continue;
    const { result, folded, toldOn } = made;
    summary.results.push(result);
    summary.opened += folded.opened;
    summary.closed += folded.closed;
    writes.opened.push(...folded.writes.opened);
    writes.updated.push(...folded.writes.updated);
    writes.events.push(...folded.writes.events);
    if (toldOn) recovered.push({ athleteId, asOf: result.judgedThrough ?? night.today, toldOn });
  }
  await writeWarnings(db, writes);
  await takeRecoveriesAhead(db, recovered);
  await storeChunk(db, summary.results);
  return summary;
}

/** What cannot be read of one athlete keeps nobody else waiting: it is done with the history, and fails there alone. */
function resultOrNull(...of: Parameters<typeof resultOf>): ReturnType<typeof resultOf> {
  try {
    return resultOf(...of);
  } catch {
    return null;
  }
}

async function readWarnings(db: Tx, nights: readonly SilentNight[]): Promise<Map<string, KnownWarning[]>> {
  const first = nights.map((night) => night.dates[0] ?? night.today).sort()[0] ?? "";
  const rows = await listWarningsOf(
    db,
    nights.map((night) => night.athlete.athleteId),
    addDays(first, -1 - MEMORY_DAYS),
  );
  const byAthlete = new Map<string, KnownWarning[]>();
  for (const row of rows) {
    const list = byAthlete.get(row.athleteId);
    if (list) list.push(row);
    else byAthlete.set(row.athleteId, [row]);
  }
  return byAthlete;
}
