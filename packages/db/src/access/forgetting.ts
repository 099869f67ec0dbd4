/**
 * What takes people away for good. Their rows go by foreign key; here goes what outlives them: traces, mails that name
 * them, and their lines in the reports of others.
 */
export const FORGETTING_FUNCTIONS = [
  {
    signature: "app.without(jsonb, text)",
    grantTo: [],
    // A report's lists without the entries that tell of somebody.
    body: `
create or replace function app.without(content jsonb, gone text) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case
    when position(gone in content::text) = 0 then content
    when jsonb_typeof(content) = 'object' then
      (select jsonb_object_agg(key, app.without(value, gone)) from jsonb_each(content))
    when jsonb_typeof(content) = 'array' then
      (select coalesce(jsonb_agg(item order by place) filter (where position(gone in item::text) = 0), '[]')
         from jsonb_array_elements(content) with ordinality as each(item, place))
    else 'null' end
$$`,
  },
  {
    signature: "app.forget_in_words(uuid)",
    grantTo: [],
    // A waiting report to somebody else is emptied and made anew from what is left of it when it is sent. Every other mail
    // that tells of somebody has their address of the site in it, or their id in its key.
    body: `
create or replace function app.forget_in_words(who uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.outbox o
     set payload = jsonb_build_object('to', o.payload -> 'to', 'subject', '', 'text', '', 'reportId', r.id)
    from public.reports r
   where o.state <> 'sent' and o.payload ->> 'reportId' = r.id::text and r.reader_id <> who
     and r.athlete_id is distinct from who and position(who::text in r.content::text) > 0;
  delete from public.outbox
   where user_id = who or position(who::text in dedupe_key) > 0 or position(who::text in payload::text) > 0;
  update public.reports
     set content = app.without(content, who::text), html = null
   where position(who::text in content::text) > 0 and reader_id <> who and athlete_id is distinct from who;
end $$`,
  },
  {
    signature: "app.remove_demo()",
    grantTo: ["app_web", "app_night"],
    // Everything else goes with the people and organisations, by foreign key.
    body: `
create or replace function app.remove_demo() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare people uuid[]; orgs uuid[]; hosts uuid[];
begin
  if not app.may_operate() then raise exception 'only who operates the server' using errcode = '42501'; end if;
  people := array(select id from public.users where is_demo);
  orgs := array(select id from public.organisations where is_demo);
  hosts := array(select distinct user_id from public.memberships where org_id = any (orgs));
  delete from public.mutations where athlete_id = any (people) or actor_id = any (people);
  -- What was done for many at once is kept as the actor's own, with everybody's id in its answer.
  delete from public.mutations m
   where m.actor_id = any (hosts)
     and exists (select from unnest(people) p where position(p::text in m.response::text) > 0);
  delete from public.audit_events where athlete_id = any (people) or actor_id = any (people) or org_id = any (orgs);
  delete from public.consent_events where athlete_id = any (people) or org_id = any (orgs);
  perform app.forget_in_words(who) from unnest(people || orgs) who;
  delete from public.organisations where id = any (orgs);
  delete from public.users where id = any (people);
  return cardinality(people);
end $$`,
  },
  {
    signature: "app.erase_me()",
    grantTo: ["app_web"],
    // Everything else goes with the person, by foreign key.
    body: `
create or replace function app.erase_me() returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := nullif(current_setting('app.user_id', true), '')::uuid;
begin
  if me is null then raise exception 'no one is signed in' using errcode = '42501'; end if;
  if exists (select from public.users where id = me and is_operator) then return false; end if;
  delete from public.mutations where athlete_id = me or actor_id = me;
  delete from public.audit_events where athlete_id = me or actor_id = me;
  delete from public.consent_events where athlete_id = me or coach_id = me or actor_id = me;
  perform app.forget_in_words(me);
  delete from public.users where id = me;
  return found;
end $$`,
  },
] as const;
