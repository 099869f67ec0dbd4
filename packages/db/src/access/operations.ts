/** How the server works, for whoever runs it: counts, faults and mails, nothing of anybody's training. */
export const OPERATION_FUNCTIONS = [
  {
    signature: "app.operations()",
    grantTo: ["app_web", "app_night"],
    body: `
create or replace function app.operations() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.may_operate() then raise exception 'only who operates the server' using errcode = '42501'; end if;
  return jsonb_build_object(
    'nights', (select coalesce(jsonb_agg(to_jsonb(n) order by n.date desc), '[]') from (
      select local_date as date, sum(count) filter (where state = 'done') as done,
             sum(count) filter (where state = 'pending') as pending, sum(count) filter (where state = 'failed') as failed,
             -- While at least one worker was at it: what was done side by side counts once, and waiting is no work.
             (select extract(epoch from sum(upper(span) - lower(span)))::float8
                from unnest(range_agg(tstzrange(started_at, finished_at))
                  filter (where state = 'done' and started_at <= finished_at)) span) as "tookS"
        from (
          -- Hundreds are done in one transaction and have the same times.
          select local_date, state, started_at, finished_at, count(*) as count
            from public.nightly_runs where kind = 'night' and local_date > (now() at time zone 'UTC')::date - 8
             -- What was asked for further ahead, to try something, is no night that was.
             and local_date <= (now() at time zone 'UTC')::date + 1
           group by local_date, state, started_at, finished_at) work
       group by local_date) n),
    'zones', (select coalesce(jsonb_agg(to_jsonb(z) order by z."lagS" desc), '[]') from (
      select a.time_zone as zone, count(*) as pending,
             extract(epoch from now() - min(n.created_at))::float8 as "lagS"
        from public.nightly_runs n join public.athletes a on a.athlete_id = n.athlete_id
       where n.state = 'pending' and n.kind = 'night' group by a.time_zone
       order by 3 desc limit 12) z),
    'waiting', (select jsonb_build_object('athletes', count(*),
        'oldestS', extract(epoch from now() - min(updated_at))::float8)
      from public.athlete_states where dirty_from is not null or needs_judging),
    'troubles', (select coalesce(jsonb_agg(to_jsonb(f) order by f.name), '[]') from (
      select u.id as "athleteId", u.name, count(*) as nights, min(n.local_date) as since, max(n.attempts) as attempts,
             bool_or(n.state = 'failed') as "setAside", max(n.error) as fault
        from public.nightly_runs n join public.users u on u.id = n.athlete_id
       where (n.state = 'failed' or (n.state = 'pending' and n.attempts > 0)) and n.kind = 'night'
       group by u.id, u.name
      union all
      select u.id, u.name, 0, null, s.fault_attempts, s.fault_attempts >= 8, s.fault
        from public.night_states s join public.users u on u.id = s.athlete_id where s.fault_attempts > 0
       limit 50) f),
    'mails', (select jsonb_build_object(
        'pending', (select count(*) from public.outbox where state = 'pending'),
        'oldestS', (select extract(epoch from now() - min(created_at))::float8 from public.outbox where state = 'pending'),
        'delivered', (select count(*) from public.outbox where state = 'sent' and sent_at > now() - interval '1 day'),
        'retrying', (select count(*) from public.outbox where state = 'pending' and attempts > 0),
        'dead', (select count(*) from public.outbox where state = 'dead'))),
    'deadMails', (select coalesce(jsonb_agg(to_jsonb(m) order by m."deadAt" desc), '[]') from (
      select id, payload ->> 'to' as "to", split_part(dedupe_key, ':', 1) as kind, attempts, last_error as fault,
             created_at as "createdAt", dead_at as "deadAt"
        from public.outbox where state = 'dead' order by dead_at desc limit 50) m),
    'workers', (select coalesce(jsonb_agg(jsonb_build_object('name', name,
        'ageS', extract(epoch from now() - seen_at)::float8, 'doing', detail) order by name), '[]') from public.heartbeats));
end $$`,
  },
  {
    signature: "app.resend_mails(uuid)",
    grantTo: ["app_web", "app_night"],
    body: `
create or replace function app.resend_mails(which uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare count int;
begin
  if not app.may_operate() then raise exception 'only who operates the server' using errcode = '42501'; end if;
  update public.outbox set state = 'pending', attempts = 0, next_at = now(), dead_at = null
   where state = 'dead' and (which is null or id = which);
  get diagnostics count = row_count;
  return count;
end $$`,
  },
  {
    signature: "app.retry_athlete(uuid)",
    grantTo: ["app_web", "app_night"],
    body: `
create or replace function app.retry_athlete(athlete uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare nights int; faults int;
begin
  if not app.may_operate() then raise exception 'only who operates the server' using errcode = '42501'; end if;
  update public.nightly_runs set state = 'pending', attempts = 0, next_at = null, thorough = true
   where athlete_id = athlete and (state = 'failed' or (state = 'pending' and attempts > 0));
  get diagnostics nights = row_count;
  update public.night_states set fault_attempts = 0, fault_next_at = null, fault = null
   where athlete_id = athlete and fault_attempts > 0;
  get diagnostics faults = row_count;
  return nights + faults;
end $$`,
  },
] as const;
