import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athletes } from "../schema/athletes.ts";
import { nightlyRuns } from "../schema/nightly-runs.ts";
import { users } from "../schema/users.ts";

export const NIGHT = "night";

export type NightlyRunRow = typeof nightlyRuns.$inferSelect;

/** Every athlete with the last night that the ledger knows, for the tick; one statement, no history. */
export async function listAthletesForTick(
  db: Tx,
): Promise<{ athleteId: string; timeZone: string; lastNight: string | null }[]> {
  return await db
    .select({
      athleteId: athletes.athleteId,
      timeZone: athletes.timeZone,
      lastNight: sql<string | null>`(select max(n.local_date)::text from nightly_runs n
        where n.athlete_id = ${athletes.athleteId} and n.kind = ${NIGHT})`,
    })
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.athleteId))
    .where(and(isNull(athletes.deletedAt), isNull(users.deletedAt)));
}

/** Writes nights that are due into the ledger; those that are there stay as they are. Returns how many are new. */
export async function insertNights(
  db: Tx,
  nights: readonly { athleteId: string; localDate: string }[],
): Promise<number> {
  let created = 0;
  for (let at = 0; at < nights.length; at += 2_000) {
    const rows = JSON.stringify(
      nights
        .slice(at, at + 2_000)
        .map((night) => ({ athlete_id: night.athleteId, local_date: night.localDate })),
    );
    const added = await db.execute(sql`
      insert into nightly_runs (athlete_id, local_date, kind)
      select n.athlete_id, n.local_date, ${NIGHT}
        from jsonb_to_recordset(${rows}::text::jsonb) as n(athlete_id uuid, local_date date)
      on conflict do nothing
      returning 1`);
    created += added.length;
  }
  return created;
}

/**
 * Takes the athlete who has waited longest and that nobody else works on: the advisory lock, like the row locks,
 * ends with the transaction, so a worker that dies frees them at once. Null when nothing is due.
 */
export async function claimNights(
  db: Tx,
  now: Date,
  most: number,
): Promise<{ athleteId: string; dates: string[] } | null> {
  const candidates = await db.execute<{ athlete_id: string }>(sql`
    select athlete_id from (
      select athlete_id, min(local_date) as first from nightly_runs
       where state = 'pending' and kind = ${NIGHT} and (next_at is null or next_at <= ${now.toISOString()}::timestamptz)
       group by athlete_id order by min(local_date), athlete_id limit 64) due
     where pg_try_advisory_xact_lock(hashtextextended(athlete_id::text, 0))
     limit 1`);
  const athleteId = candidates[0]?.athlete_id;
  if (!athleteId) return null;
  const rows = await db
    .select({ localDate: nightlyRuns.localDate })
    .from(nightlyRuns)
    .where(
      and(
        eq(nightlyRuns.athleteId, athleteId),
        eq(nightlyRuns.kind, NIGHT),
        eq(nightlyRuns.state, "pending"),
      ),
    )
    .orderBy(asc(nightlyRuns.localDate))
    .limit(most)
    .for("update", { skipLocked: true });
  return { athleteId, dates: rows.map((row) => row.localDate) };
}

/** Marks nights as done, in the transaction that wrote their results. */
export async function finishNights(
  db: Tx,
  athleteId: string,
  nights: { dates: readonly string[]; at: Date; result: Record<string, unknown> },
): Promise<void> {
  if (nights.dates.length === 0) return;
  await db
    .update(nightlyRuns)
    .set({
      state: "done",
      attempts: sql`${nightlyRuns.attempts} + 1`,
      finishedAt: nights.at,
      error: null,
      result: nights.result,
    })
    .where(
      and(
        eq(nightlyRuns.athleteId, athleteId),
        eq(nightlyRuns.kind, NIGHT),
        inArray(nightlyRuns.localDate, [...nights.dates]),
      ),
    );
}

/** Notes a failure: the athlete's nights wait, after `mostAttempts` they are given up and shown to a person. */
export async function postponeNights(
  db: Tx,
  athleteId: string,
  failure: { error: string; nextAt: Date; mostAttempts: number },
): Promise<void> {
  await db
    .update(nightlyRuns)
    .set({
      attempts: sql`${nightlyRuns.attempts} + 1`,
      error: failure.error,
      nextAt: failure.nextAt,
      state: sql`case when ${nightlyRuns.attempts} + 1 >= ${failure.mostAttempts} then 'failed' else 'pending' end`,
    })
    .where(
      and(
        eq(nightlyRuns.athleteId, athleteId),
        eq(nightlyRuns.kind, NIGHT),
        eq(nightlyRuns.state, "pending"),
      ),
    );
}

/** Counts of the ledger by state, for health and the operator. */
export async function countNights(db: Tx, since: string): Promise<{ state: string; count: number }[]> {
  return await db
    .select({ state: nightlyRuns.state, count: sql<number>`count(*)::int` })
    .from(nightlyRuns)
    .where(and(eq(nightlyRuns.kind, NIGHT), sql`${nightlyRuns.localDate} >= ${since}`))
    .groupBy(nightlyRuns.state);
}

/** Athletes whose load or judgement waits, outside the night: they logged something since. */
export async function listWaitingAthletes(db: Tx, limit: number): Promise<string[]> {
  const rows = await db.execute<{ athlete_id: string }>(sql`
    select s.athlete_id from athlete_states s
     where s.dirty_from is not null or s.needs_judging
     order by s.updated_at limit ${limit}`);
  return rows.map((row) => row.athlete_id);
}

/** A night of an athlete, or null. */
export async function getNight(db: Tx, athleteId: string, localDate: string): Promise<NightlyRunRow | null> {
  const [row] = await db
    .select()
    .from(nightlyRuns)
    .where(
      and(
        eq(nightlyRuns.athleteId, athleteId),
        eq(nightlyRuns.kind, NIGHT),
        eq(nightlyRuns.localDate, localDate),
      ),
    );
  return row ?? null;
}

/** Nights of an athlete up to a day that are not done, oldest first. */
export async function listPendingNights(db: Tx, athleteId: string, to: string): Promise<NightlyRunRow[]> {
  return await db
    .select()
    .from(nightlyRuns)
    .where(
      and(
        eq(nightlyRuns.athleteId, athleteId),
        eq(nightlyRuns.kind, NIGHT),
        lte(nightlyRuns.localDate, to),
        or(eq(nightlyRuns.state, "pending"), eq(nightlyRuns.state, "failed")),
      ),
    )
    .orderBy(asc(nightlyRuns.localDate));
}

/** Athletes whose past must be judged again, with the day to begin at. */
export async function listRejudging(
  db: Tx,
): Promise<{ athleteId: string; timeZone: string; from: string }[]> {
  const rows = await db.execute<{ athlete_id: string; time_zone: string; from: string }>(sql`
    select s.athlete_id, a.time_zone, s.rejudge_from::text as "from"
      from athlete_states s join athletes a on a.athlete_id = s.athlete_id
     where s.rejudge_from is not null
       for update of s skip locked`);
  return rows.map((row) => ({ athleteId: row.athlete_id, timeZone: row.time_zone, from: row.from }));
}

/** Makes nights due, also those that were done. */
export async function reopenNights(db: Tx, athleteId: string, dates: readonly string[]): Promise<void> {
  if (dates.length === 0) return;
  const rows = JSON.stringify(dates);
  await db.execute(sql`
    insert into nightly_runs (athlete_id, local_date, kind)
    select ${athleteId}::uuid, d::date, ${NIGHT} from jsonb_array_elements_text(${rows}::text::jsonb) as d
    on conflict (athlete_id, local_date, kind)
    do update set state = 'pending', attempts = 0, error = null, next_at = null, finished_at = null`);
}
