import { and, asc, eq, inArray, lte, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { nightlyRuns } from "../schema/nightly-runs.ts";

export const NIGHT = "night";

export type NightlyRunRow = typeof nightlyRuns.$inferSelect;

/** The time zones of all athletes, each once: as many look-ups as there are zones. */
export async function listNightZones(db: Tx): Promise<string[]> {
  const rows = await db.execute<{ zone: string }>(sql`
    with recursive zones as (
      (select time_zone from athletes order by time_zone limit 1)
      union all
      select (select a.time_zone from athletes a where a.time_zone > z.time_zone order by a.time_zone limit 1)
        from zones z where z.time_zone is not null)
    select time_zone as zone from zones where time_zone is not null`);
  return rows.map((row) => row.zone);
}

/** Where a tick goes on: behind this athlete of this zone. */
export type TickPosition = { timeZone: string; athleteId: string };

/**
 * Writes into the ledger the nights that have begun in some zones, of some thousand athletes at once, each from the
 * athlete's last one on; for an athlete whose first it is, the latest alone. Those that are there stay as they are.
 */
export async function insertDueNights(
  db: Tx,
  zones: readonly { timeZone: string; latest: string }[],
  options: { mostDays: number; after: TickPosition | null; most: number },
): Promise<{ created: number; next: TickPosition | null }> {
  const rows = JSON.stringify(zones.map(({ timeZone, latest }) => ({ time_zone: timeZone, latest })));
  const { after, most, mostDays } = options;
  const behind = after
    ? sql`and (a.time_zone, a.athlete_id) > (${after.timeZone}, ${after.athleteId}::uuid)`
    : sql``;
  const [made] = await db.execute<{
    created: number;
    seen: number;
    zone: string | null;
    id: string | null;
  }>(sql`
    with page as (
      select a.time_zone, a.athlete_id, z.latest
        from jsonb_to_recordset(${rows}::text::jsonb) as z(time_zone text, latest date)
        join athletes a on a.time_zone = z.time_zone
       where a.deleted_at is null ${behind}
       order by a.time_zone, a.athlete_id limit ${most}),
    due as (
      select p.athlete_id, p.latest,
             (select max(n.local_date) from nightly_runs n
               where n.athlete_id = p.athlete_id and n.kind = ${NIGHT}) as last
        from page p join users u on u.id = p.athlete_id and u.deleted_at is null),
    added as (
      insert into nightly_runs (athlete_id, local_date, kind)
      select d.athlete_id, day::date, ${NIGHT}
        from due d
        cross join lateral generate_series(
          greatest(coalesce(d.last + 1, d.latest), d.latest - ${mostDays - 1}::int)::timestamp, d.latest::timestamp, '1 day') day
       where d.last is null or d.last < d.latest
      on conflict do nothing returning 1)
    select (select count(*)::int from added) as created, (select count(*)::int from page) as seen,
           l.time_zone as zone, l.athlete_id as id
      from (select 1) one
      left join (select time_zone, athlete_id from page order by time_zone desc, athlete_id desc limit 1) l on true`);
  const next =
    made?.id && made.zone && made.seen === most ? { timeZone: made.zone, athleteId: made.id } : null;
  return { created: made?.created ?? 0, next };
}

/** Sends the first due rows to those that are done one athlete at a time: a chunk of them failed as a whole. */
export async function makeFirstThorough(db: Tx, due: { now: Date; most: number }): Promise<void> {
  await db.execute(sql`
    update nightly_runs n set thorough = true
      from (select athlete_id, local_date, kind from nightly_runs
             where state = 'pending' and not thorough and kind = ${NIGHT}
               and (next_at is null or next_at <= ${due.now.toISOString()}::timestamptz)
             order by local_date, athlete_id limit ${due.most} for update skip locked) f
     where n.athlete_id = f.athlete_id and n.local_date = f.local_date and n.kind = f.kind`);
}

/**
 * Takes the athlete whose history is needed, who has waited longest and that nobody else works on: the advisory lock, like the row locks,
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
       where state = 'pending' and thorough and kind = ${NIGHT} and (next_at is null or next_at <= ${now.toISOString()}::timestamptz)
       group by athlete_id order by min(local_date), athlete_id limit 64) due
     where pg_try_advisory_xact_lock(hashtextextended(athlete_id::text, 0))
     limit 1`);
  const athleteId = candidates[0]?.athlete_id;
  if (!athleteId) return null;
  const rows = await db
    .select({ localDate: nightlyRuns.localDate, nextAt: nightlyRuns.nextAt })
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
  // Between our look and the lock another worker may have tried them and put them off.
  const isDue = rows.some(({ nextAt }) => nextAt === null || nextAt <= now);
  return { athleteId, dates: isDue ? rows.map((row) => row.localDate) : [] };
}

/** Marks nights as done, in the transaction that wrote their results. */
export async function finishNights(
  db: Tx,
  athleteId: string,
  nights: { dates: readonly string[]; result: Record<string, unknown> },
): Promise<void> {
  if (nights.dates.length === 0) return;
  await db
    .update(nightlyRuns)
    .set({
      state: "done",
      attempts: sql`${nightlyRuns.attempts} + 1`,
      // By the database's clock, whichever moment they were asked for: each night's share of the work, the last of it.
      startedAt: sql`now() + (clock_timestamp() - now()) * ${1 - 1 / nights.dates.length}::float8`,
      finishedAt: sql`clock_timestamp()`,
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

/** Notes a failure: the athlete's nights wait, longer each time; after `mostAttempts` they are given up and shown to a person. */
export async function postponeNights(
  db: Tx,
  athleteId: string,
  failure: { error: string; now: Date; firstWaitMs: number; mostAttempts: number },
): Promise<void> {
  await db
    .update(nightlyRuns)
    .set({
      attempts: sql`${nightlyRuns.attempts} + 1`,
      error: failure.error,
      nextAt: sql`${failure.now.toISOString()}::timestamptz
        + make_interval(secs => ${failure.firstWaitMs / 1000} * power(2, ${nightlyRuns.attempts}))`,
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

/**
 * Athletes whose load or judgement waits, outside the night: they logged something since. Who failed waits longer each
 * time and after `mostAttempts` until something else is logged or a person asks.
 */
export async function listWaitingAthletes(
  db: Tx,
  due: { now: Date; limit: number; mostAttempts: number },
): Promise<string[]> {
  const rows = await db.execute<{ athlete_id: string }>(sql`
    select s.athlete_id from athlete_states s
      left join night_states n on n.athlete_id = s.athlete_id and n.fault_attempts > 0 and n.fault_seq = s.dirty_seq
     where (s.dirty_from is not null or s.needs_judging)
       and (n.athlete_id is null
         or (n.fault_attempts < ${due.mostAttempts} and n.fault_next_at <= ${due.now.toISOString()}::timestamptz))
     order by s.updated_at limit ${due.limit}`);
  return rows.map((row) => row.athlete_id);
}

/** Takes an athlete for this transaction, or says that somebody else has it, or is through with it. */
export async function takeWaitingAthlete(db: Tx, athleteId: string): Promise<boolean> {
  const [row] = await db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${athleteId}, 0)) as taken`,
  );
  if (!row?.taken) return false;
  // A statement of its own, behind the lock: it sees what another worker finished since the list was made.
  const waiting = await db.execute(sql`
    select 1 from athlete_states
     where athlete_id = ${athleteId}::uuid and (dirty_from is not null or needs_judging)`);
  return waiting.length > 0;
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
    insert into nightly_runs (athlete_id, local_date, kind, thorough)
    select ${athleteId}::uuid, d::date, ${NIGHT}, true from jsonb_array_elements_text(${rows}::text::jsonb) as d
    on conflict (athlete_id, local_date, kind)
    do update set state = 'pending', thorough = true, attempts = 0, error = null, next_at = null, finished_at = null`);
}
