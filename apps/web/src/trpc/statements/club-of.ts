import type { Tx } from "@repo/db";
import { sql } from "@repo/db/testing";

type Of = { orgId: string; coachId: string; day: string };

/**
 * Athletes of one coach, each with what pages show of one: a state as the night leaves it, a season, two weeks planned,
 * one of them done, a result, a warning, a word, a day away. Returns their ids. As many statements for two as for 200.
 */
export async function makeClubOf(
  owner: Tx,
  athletes: number,
  { orgId, coachId, day }: Of,
): Promise<string[]> {
  const ids = Array.from({ length: athletes }, () => crypto.randomUUID());
  const each = sql`unnest(${`{${ids.join(",")}}`}::uuid[]) with ordinality as m(id, n)`;
  const days = sql`generate_series(0, 13) as d`;
  const date = sql`${day}::date`;
  for (const statement of [
    sql`insert into users (id, email, name) select id, id || '@example.org', 'Athlete ' || n from ${each}`,
    sql`insert into athletes (athlete_id, time_zone) select id, 'Europe/Oslo' from ${each}`,
    sql`insert into memberships (org_id, user_id, role, status) select ${orgId}::uuid, id, 'athlete', 'active' from ${each}`,
    sql`insert into consents (org_id, coach_id, athlete_id, scope, text_version, granted_at)
      select ${orgId}::uuid, ${coachId}::uuid, id, scope, '1', now() from ${each}, unnest(array['training', 'wellness']) scope`,
    sql`insert into athlete_states (athlete_id, last_day, fitness, fatigue, form, load_quality, week_load_x10, week_km,
        week_run_m, last_activity_on, next_race_on, next_race_name, next_race_priority, spark, spark_from, squares,
        ribbon_from, ribbon_phases, ribbon_planned_km, ribbon_done_km)
      select id, ${date}, 40 + (n * 7919 % 4000) / 100.0, 35 + (n * 104729 % 5000) / 100.0, (n * 31 % 400) / 10.0 - 20, 'ok',
        3000 + n * 37 % 900, 30 + (n * 613 % 500) / 10.0,
        (select array_agg((n * 17 + g * 977) % 15000) from generate_series(1, 7) g), ${date} - (n % 3)::int,
        ${date} + (n % 90)::int, 'City 10 km', 'A', (select array_agg(40 + ((n * 13 + g * 7) % 200) / 10.0) from generate_series(1, 84) g),
        ${date} - 84, (select array_agg((array['done', 'missed', 'rest', 'short'])[1 + (n + g) % 4]) from generate_series(1, 14) g),
        ${date} - 70, (select array_agg((array['base', 'build', 'peak'])[1 + g / 8]) from generate_series(0, 19) g),
        (select array_agg(30 + ((n * 3 + g * 11) % 40)) from generate_series(1, 20) g),
        (select array_agg(28 + ((n * 5 + g * 13) % 40)) from generate_series(1, 10) g) from ${each}`,
    sql`insert into seasons (id, athlete_id, org_id, name, request, status, starts_on, ends_on)
      select gen_random_uuid(), id, ${orgId}::uuid, 'Season', '{}', 'assigned', ${date} - 7, ${date} + 20 from ${each}`,
    sql`insert into planned_workouts (id, athlete_id, season_id, org_id, local_date, kind, hard, title, text, is_assigned, distance_m, load_x10)
      select gen_random_uuid(), id, (select s.id from seasons s where s.athlete_id = m.id), ${orgId}::uuid,
        ${date} - 7 + d, 'easy', false, 'Easy 8 km', '8km easy', true, 8000, 450 from ${each}, ${days}`,
    sql`insert into activities (id, athlete_id, local_date, sport, distance_m, duration_s, source, load_x10)
      select gen_random_uuid(), id, ${date} - d, 'run', 8000 + n, 2700, 'manual', 450 from ${each}, ${days} where d < 7`,
    sql`insert into results (id, athlete_id, local_date, kind, distance_m, time_s)
      select gen_random_uuid(), id, ${date} - 20, 'race', 5000, 1200 + n from ${each}`,
    sql`insert into warnings (id, athlete_id, scope, kind, severity, opened_on, last_seen_on, title, evidence)
      select gen_random_uuid(), id, 'training', 'silence', 'warn', ${date}, ${date}, 'Silent', '[]' from ${each} where n % 5 = 0`,
    sql`insert into comments (id, athlete_id, org_id, author_id, body)
      select gen_random_uuid(), id, ${orgId}::uuid, id, 'A word' from ${each}`,
    sql`insert into day_bands (id, athlete_id, author_id, kind, starts_on, ends_on)
      select gen_random_uuid(), id, ${coachId}::uuid, 'travel', ${date}, ${date} + 1 from ${each}`,
  ])
    await owner.execute(statement);
  return ids;
}
