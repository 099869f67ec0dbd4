import { NIGHT_KIND } from "./night-step.ts";
import type { ProvingGround } from "./proving-ground.ts";

/** Fewer for a quick look: `PROVE_ATHLETES=60 npm run prove nights`. */
export const ATHLETES = Number(process.env.PROVE_ATHLETES ?? 1_000);
const DAYS = 20;
const FIRST_DAY = "2026-01-25";
/** Training before the first night. */
const HISTORY_DAYS = 40;
const COACH = "00000000-0000-7000-8000-0000000f0000";
const ORG = "00000000-0000-7000-8000-0000000f0001";

/** Every run that there will be. */
export const RUNS = ATHLETES * DAYS;

export type NightAudit = { done: number; repeated: number; mails: number; results: Results };

/** The rows of each table that a night writes, without what may differ, in order. */
type Results = Record<string, string[]>;

/** Tables that a night writes, and the columns that may differ between two nights that did the same. */
const RESULTS = [
  "athlete_states",
  "athlete_wellness_states",
  "load_series",
  "assessments",
  "warnings",
  "warning_events",
  "outbox",
  "nightly_runs",
];
const INCIDENTAL =
  "id warning_id created_at updated_at opened_at closed_at judged_at at started_at finished_at next_at rev dirty_seq attempts thorough version result payload".split(
    " ",
  );

/**
 * Athletes with weeks of training, a fifth of them still running, a tenth reporting pain on some morning, all of them
 * coached by one person. The same every time.
 */
export async function makeNights(ground: ProvingGround): Promise<void> {
  const athlete = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";
  const athletes = `generate_series(1, ${ATHLETES}) n`;
  const day = `(date '${FIRST_DAY}' - ${HISTORY_DAYS} + d)`;
  const consents = ["training", "wellness", "medical"].map((scope) => `'${scope}'`).join(", ");
  const statements = [
    `insert into users (id, email, name) values ('${COACH}', 'coach@prove.example', 'Proof coach')`,
    `insert into organisations (id, name) values ('${ORG}', 'Proof')`,
    `insert into memberships (org_id, user_id, role, status) values ('${ORG}', '${COACH}', 'owner', 'active')`,
    `insert into users (id, email, name) select ${athlete}, n || '@prove.example', 'Proof ' || n from ${athletes}`,
    `insert into memberships (org_id, user_id, role, status) select '${ORG}', ${athlete}, 'athlete', 'active' from ${athletes}`,
    `insert into consents (org_id, coach_id, athlete_id, scope, text_version, granted_at)
       select '${ORG}', '${COACH}', ${athlete}, scope, '1', now() from ${athletes}, unnest(array[${consents}]) scope`,
    `insert into athletes (athlete_id, time_zone) select ${athlete}, 'Europe/Berlin' from ${athletes}`,
    `insert into activities (id, athlete_id, local_date, start_at, sport, source, distance_m, duration_s, rpe)
       select ('00000000-0000-7000-9000-' || lpad((n * 100 + d)::text, 12, '0'))::uuid, ${athlete}, ${day},
              ${day} + interval '8 hours', 'run', 'manual', 6000 + 100 * ((n + d) % 50), 1800 + 30 * ((n + d) % 50),
              2 + (n + d) % 6
         from ${athletes}, generate_series(0, ${HISTORY_DAYS + DAYS - 1}) d
        where (n + d) % 3 <> 0 and (n % 5 = 0 or d < ${HISTORY_DAYS})`,
    `insert into check_ins_medical (athlete_id, local_date, pain_site, pain_level)
       select ${athlete}, date '${FIRST_DAY}' + n % ${DAYS}, 'knee', 6 from ${athletes} where n % 10 = 0`,
    `insert into athlete_states (athlete_id, dirty_from) select ${athlete}, ${day} from ${athletes}, (values (0)) as v(d)`,
  ];
  for (const statement of statements) await ground.ask(statement);
}

/**
 * Makes the runs of the next day due once all others are done; false when there is no other day. They wait for that
 * day's noon: a worker that looked at the clock just before would otherwise judge the day as of the day before it.
 */
export async function openNextDay(ground: ProvingGround): Promise<boolean> {
  const rows = await ground.ask(`
    with next as (select coalesce(max(local_date) + 1, date '${FIRST_DAY}') as day from nightly_runs),
    made as (
      insert into nightly_runs (athlete_id, local_date, kind, next_at)
      select a.athlete_id, n.day, '${NIGHT_KIND}', n.day + time '12:00' from athletes a, next n
       where n.day < date '${FIRST_DAY}' + ${DAYS} returning 1)
    select count(*) from made having count(*) > 0`);
  return rows.length > 0;
}

/** What a ledger would do that is written after the work and not with it: some marks are lost. */
export async function loseMarks(ground: ProvingGround): Promise<void> {
  await ground.ask(`update nightly_runs set state = 'pending'
    where state = 'done' and athlete_id in (select athlete_id from nightly_runs where state = 'done' order by athlete_id limit 20)
      and local_date = (select max(local_date) from nightly_runs)`);
}

/** Writes down, in the same transaction, every time a run is said to be done: once each, or the proof fails. */
export async function installProbe(ground: ProvingGround): Promise<void> {
  await ground.ask(`
    create table probe (athlete_id uuid, local_date date);
    create function note_done() returns trigger language plpgsql security definer as $$
      begin insert into public.probe values (new.athlete_id, new.local_date); return null; end $$;
    create trigger probe after update on nightly_runs for each row when (new.state = 'done')
      execute function note_done()`);
}

/** How far the ledger is, how many runs were done more than once, and checksums of what they left behind. */
export async function auditNights(ground: ProvingGround, options = { results: true }): Promise<NightAudit> {
  const [counts] = await ground.ask<Omit<NightAudit, "results"> & Record<string, unknown>>(`
    select (select count(*)::int from nightly_runs where kind = '${NIGHT_KIND}' and state = 'done') as done,
           (select coalesce(sum(n - 1), 0)::int
              from (select count(*) as n from probe group by athlete_id, local_date) p) as repeated,
           (select count(*)::int from outbox) as mails`);
  const results = options.results ? await resultsOf(ground) : {};
  return { done: counts?.done ?? 0, repeated: counts?.repeated ?? 0, mails: counts?.mails ?? 0, results };
}

async function resultsOf(ground: ProvingGround): Promise<Results> {
  const without = INCIDENTAL.map((column) => ` - '${column}'`).join("");
  const results: Results = {};
  for (const table of RESULTS) {
    const rows = await ground.ask<{ row: string }>(
      `select (to_jsonb(t)${without})::text as row from ${table} t order by 1`,
    );
    results[table] = rows.map(({ row }) => row);
  }
  return results;
}

/** What two nights left differently, a table a line with a row of each; empty when they left the same. */
export function differencesOf(one: NightAudit, other: NightAudit): string[] {
  return Object.entries(one.results).flatMap(([table, rows]) => {
    const others = other.results[table] ?? [];
    const [mine, theirs] = [new Set(rows), new Set(others)];
    const [lost, gained] = [rows.filter((row) => !theirs.has(row)), others.filter((row) => !mine.has(row))];
    if (rows.length === others.length && lost.length + gained.length === 0) return [];
    return [`${table}: ${lost.length} of ${rows.length} rows, such as\n  ${lost[0]}\n  ${gained[0]}`];
  });
}
