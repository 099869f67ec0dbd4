import { eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { nightStates } from "../schema/night-states.ts";

/** Keeps the verdicts of the silent days ahead, and forgets what went wrong before. */
export async function upsertOutlook(
  db: Tx,
  athleteId: string,
  ahead: { from: string; days: string[]; recoveries: (string | null)[]; seq: number },
): Promise<void> {
  const row = {
    outlookFrom: ahead.from,
    outlook: ahead.days,
    outlookRecoveries: ahead.recoveries,
    outlookSeq: ahead.seq,
    faultAttempts: 0,
    faultSeq: null,
    faultNextAt: null,
    fault: null,
  };
  await db
    .insert(nightStates)
    .values({ athleteId, ...row })
    .onConflictDoUpdate({ target: nightStates.athleteId, set: row });
}

/** Notes that judging an athlete between nights failed; it waits, longer each time. */
export async function noteFault(
  db: Tx,
  athleteId: string,
  failure: { error: string; now: Date; firstWaitMs: number },
): Promise<void> {
  const wait = sql`make_interval(secs => ${failure.firstWaitMs / 1000} * power(2, least(night_states.fault_attempts, 10)))`;
  const now = sql`${failure.now.toISOString()}::timestamptz`;
  const seq = sql`(select dirty_seq from athlete_states s where s.athlete_id = ${athleteId})`;
  await db
    .insert(nightStates)
    .values({
      athleteId,
      faultAttempts: 1,
      faultSeq: seq,
      fault: failure.error,
      faultNextAt: sql`${now} + make_interval(secs => ${failure.firstWaitMs / 1000})`,
    })
    .onConflictDoUpdate({
      target: nightStates.athleteId,
      set: {
        faultAttempts: sql`case when night_states.fault_seq = excluded.fault_seq then night_states.fault_attempts + 1 else 1 end`,
        faultSeq: sql`excluded.fault_seq`,
        fault: failure.error,
        faultNextAt: sql`${now} + ${wait}`,
      },
    });
}

/** What the night knows of an athlete, or null. */
export async function getNightState(db: Tx, athleteId: string) {
  const [row] = await db.select().from(nightStates).where(eq(nightStates.athleteId, athleteId));
  return row ?? null;
}
