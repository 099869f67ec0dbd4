import { NIGHT_KIND } from "./night-step.ts";
import type { ProvingGround } from "./proving-ground.ts";

const ATHLETES = 100;
const DAYS = 30;
const FIRST_DAY = "2026-01-05";

/** Noon after the last of the days, so that every one of them is due. */
export const NIGHT_NOW = "2026-02-04T12:00:00Z";

export type NightAudit = { total: number; done: number; repeated: number; results: Results };

/** A checksum of each table that a night writes. */
type Results = Record<string, string>;

/** Tables that a night writes, and the columns that may differ between two nights that did the same. */
const RESULTS = [
  "athlete_states",
  "athlete_wellness_states",
  "load_series",
  "assessments",
  "warnings",
  "outbox",
];
const INCIDENTAL =
  "id created_at updated_at opened_at closed_at judged_at next_at rev dirty_seq attempts".split(" ");

/** Athletes with a month of training, and a pending run for each of their days. The same every time. */
export async function makeNights(ground: ProvingGround): Promise<void> {
  const athlete = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";
  const athletes = `generate_series(1, ${ATHLETES}) n`;
  const day = `(date '${FIRST_DAY}' + d)`;
  const statements = [
    `insert into users (id, email, name) select ${athlete}, n || '@prove.example', 'Proof ' || n from ${athletes}`,
    `insert into athletes (athlete_id, time_zone) select ${athlete}, 'Europe/Berlin' from ${athletes}`,
    `insert into activities (id, athlete_id, local_date, start_at, sport, source, distance_m, duration_s, rpe)
       select ('00000000-0000-7000-9000-' || lpad((n * 100 + d)::text, 12, '0'))::uuid, ${athlete}, ${day},
              ${day} + interval '8 hours', 'run', 'manual', 6000 + 100 * ((n + d) % 50), 1800 + 30 * ((n + d) % 50),
              2 + (n + d) % 6
         from ${athletes}, generate_series(0, ${DAYS - 1}) d where (n + d) % 3 <> 0`,
    `insert into athlete_states (athlete_id, dirty_from) select ${athlete}, date '${FIRST_DAY}' from ${athletes}`,
    `insert into nightly_runs (athlete_id, local_date, kind)
       select ${athlete}, ${day}, '${NIGHT_KIND}' from ${athletes}, generate_series(0, ${DAYS - 1}) d`,
  ];
  for (const statement of statements) await ground.ask(statement);
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
  const [counts] = await ground.ask<{ total: number; done: number; repeated: number }>(`
    select (select count(*)::int from nightly_runs where kind = '${NIGHT_KIND}') as total,
           (select count(*)::int from nightly_runs where kind = '${NIGHT_KIND}' and state = 'done') as done,
           (select coalesce(sum(n - 1), 0)::int
              from (select count(*) as n from probe group by athlete_id, local_date) p) as repeated`);
  const results = options.results ? await checksums(ground) : {};
  return { total: counts?.total ?? 0, done: counts?.done ?? 0, repeated: counts?.repeated ?? 0, results };
}

async function checksums(ground: ProvingGround): Promise<Results> {
  const without = INCIDENTAL.map((column) => ` - '${column}'`).join("");
  const parts = RESULTS.map(
    (table) => `select '${table}' as name, coalesce(md5(string_agg(row, '|' order by row)), 'empty') as sum
      from (select (to_jsonb(t)${without})::text as row from ${table} t) rows`,
  );
  const rows = await ground.ask<{ name: string; sum: string }>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
