import { FORGETTING_FUNCTIONS } from "./forgetting.ts";
import { OPERATION_FUNCTIONS } from "./operations.ts";

/**
 * The functions that work across athletes and organisations. They belong to `app_ctx`, a role that cannot
 * sign in; each sets its search path, and everything it does is bounded by `app.user_id` or a secret token.
 */
export const FUNCTIONS = [
  ...OPERATION_FUNCTIONS,
  ...FORGETTING_FUNCTIONS,
  {
    signature: "app.open_ctx(uuid)",
    grantTo: ["app_web"],
    body: `
create or replace function app.open_ctx(who uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me text := (select u.id::text from public.users u where u.id = who and u.deleted_at is null);
  all_orgs uuid[]; staff uuid[]; coach uuid[]; admin uuid[]; owned uuid[];
  training text; wellness text; medical text; location text; writable text; people text;
begin
  select array_agg(m.org_id),
         array_agg(m.org_id) filter (where m.role in ('owner', 'head-coach', 'coach', 'assistant')),
         array_agg(m.org_id) filter (where m.role in ('owner', 'head-coach', 'coach')),
         array_agg(m.org_id) filter (where m.role in ('owner', 'head-coach')),
         array_agg(m.org_id) filter (where m.role = 'owner')
    into all_orgs, staff, coach, admin, owned
    from public.memberships m join public.organisations o on o.id = m.org_id and o.deleted_at is null
   where m.user_id::text = me and m.status = 'active';

  select string_agg(distinct c.athlete_id::text, ',') filter (where c.scope = 'training'),
         string_agg(distinct c.athlete_id::text, ',') filter (where c.scope = 'wellness'),
         string_agg(distinct c.athlete_id::text, ',') filter (where c.scope = 'medical'),
         string_agg(distinct c.athlete_id::text, ',') filter (where c.scope = 'location'),
         string_agg(distinct c.athlete_id::text, ',') filter (where c.scope = 'training' and c.org_id = any (coach))
    into training, wellness, medical, location, writable
    from public.consents c
    join public.memberships am on am.org_id = c.org_id and am.user_id = c.athlete_id and am.status = 'active'
   where c.coach_id = who and c.revoked_at is null and c.org_id = any (staff);

  select string_agg(distinct p.id::text, ',') into people from (
    select m.user_id as id from public.memberships m where m.org_id = any (staff) and m.status = 'active'
    union
    select m.user_id from public.memberships m
     where m.org_id = any (all_orgs) and m.status = 'active' and m.role <> 'athlete') p;

  perform set_config('app.user_id', coalesce(me, ''), true),
          set_config('app.vis_training', coalesce(concat_ws(',', me, training), ''), true),
          set_config('app.vis_wellness', coalesce(concat_ws(',', me, wellness), ''), true),
          set_config('app.vis_medical', coalesce(concat_ws(',', me, medical), ''), true),
          set_config('app.vis_location', coalesce(concat_ws(',', me, location), ''), true),
          set_config('app.vis_training_write', coalesce(concat_ws(',', me, writable), ''), true),
          set_config('app.vis_people', coalesce(concat_ws(',', me, people), ''), true),
          set_config('app.orgs', coalesce(array_to_string(all_orgs, ','), ''), true),
          set_config('app.org_staff', coalesce(array_to_string(staff, ','), ''), true),
          set_config('app.org_coach', coalesce(array_to_string(coach, ','), ''), true),
          set_config('app.org_admin', coalesce(array_to_string(admin, ','), ''), true),
          set_config('app.org_owner', coalesce(array_to_string(owned, ','), ''), true);
end $$`,
  },
  {
    signature: "app.create_organisation(uuid, text)",
    grantTo: ["app_web"],
    body: `
create or replace function app.create_organisation(org uuid, org_name text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := nullif(current_setting('app.user_id', true), '')::uuid;
begin
  if me is null then raise exception 'no one is signed in' using errcode = '42501'; end if;
  insert into public.organisations (id, name) values (org, org_name) on conflict do nothing;
  if not found then return false; end if;
  insert into public.memberships (org_id, user_id, role, status) values (org, me, 'owner', 'active');
  return true;
end $$`,
  },
  {
    signature: "app.invitation_by_token(bytea)",
    grantTo: ["app_web", "app_auth"],
    body: `
create or replace function app.invitation_by_token(hash bytea)
returns table (id uuid, org_id uuid, org_name text, email text, role text, scopes text[], inviter_id uuid,
               inviter_name text, note text, expires_at timestamptz, accepted_at timestamptz,
               revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.org_id, o.name, i.email, i.role, i.scopes, i.inviter_id, u.name, i.note,
         i.expires_at, i.accepted_at, i.revoked_at
    from public.invitations i
    join public.organisations o on o.id = i.org_id and o.deleted_at is null
    join public.users u on u.id = i.inviter_id
   where i.token_hash = hash
$$`,
  },
  {
    signature: "app.accept_invitation(bytea, timestamptz)",
    grantTo: ["app_web"],
    // One statement takes the invitation, so that of two who try at once one finds it gone.
    body: `
create or replace function app.accept_invitation(hash bytea, at timestamptz)
returns table (org_id uuid, role text, inviter_id uuid, scopes text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  me uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  taken public.invitations;
begin
  update public.invitations i set accepted_at = at, accepted_by = me
   where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > at
     and i.email = (select u.email from public.users u where u.id = me and u.deleted_at is null)
  returning i.* into taken;
  if taken.id is null then return; end if;
  insert into public.memberships as m (org_id, user_id, role, status, joined_at)
  values (taken.org_id, me, taken.role, 'active', at)
  on conflict (org_id, user_id) do update
    set role = case when m.status = 'ended' or app.role_rank(excluded.role) > app.role_rank(m.role)
                    then excluded.role else m.role end,
        joined_at = case when m.status = 'ended' then excluded.joined_at else m.joined_at end,
        status = 'active', ended_at = null;
  return query select taken.org_id, taken.role, taken.inviter_id, taken.scopes;
end $$`,
  },
  {
    signature: "app.create_demo(uuid, text, uuid, jsonb)",
    grantTo: ["app_web", "app_night"],
    body: `
create or replace function app.create_demo(org uuid, org_name text, host uuid, people jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.may_operate() then raise exception 'only who operates the server' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtext('app.create_demo'));
  if exists (select from public.organisations where is_demo) then
    raise exception 'there is a demo club already' using errcode = '23505';
  end if;
  insert into public.organisations (id, name, is_demo) values (org, org_name, true);
  insert into public.users (id, email, name, is_demo)
  select p.id, p.email, p.name, true from jsonb_to_recordset(people) as p (id uuid, email text, name text);
  insert into public.memberships (org_id, user_id, role, status) values (org, host, 'owner', 'active');
  insert into public.memberships (org_id, user_id, role, status)
  select org, p.id, p.role, 'active' from jsonb_to_recordset(people) as p (id uuid, role text);
end $$`,
  },
  {
    signature: "app.pair_activity(uuid, uuid, uuid, uuid, boolean, timestamptz)",
    grantTo: ["app_web"],
    // What was done is the athlete's to write; which planned workout it was, also whoever plans for them may say.
    // Only the pairing changes, only while it is as it was read, and only with a workout of the same athlete.
    body: `
create or replace function app.pair_activity(athlete uuid, activity uuid, was uuid, workout uuid, locked boolean,
                                             at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if athlete = any (string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[]) is not true
  then return false; end if;
  update public.activities a
     set planned_workout_id = workout, match_locked = locked, version = a.version + 1, updated_at = at
   where a.id = activity and a.athlete_id = athlete and a.deleted_at is null
     and a.planned_workout_id is not distinct from was;
  return found;
end $$`,
  },
  {
    signature: "app.calendar_by_token(bytea)",
    grantTo: ["app_web"],
    // Whoever has the secret address reads as its athlete, and nothing but the plan: see readCalendar.
    body: `
create or replace function app.calendar_by_token(hash bytea) returns table (id uuid, athlete_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.athlete_id from public.calendar_feeds f
    join public.users u on u.id = f.athlete_id and u.deleted_at is null
   where f.token_hash = hash and f.revoked_at is null
$$`,
  },
  {
    signature: "app.may_operate()",
    grantTo: [],
    body: `
create or replace function app.may_operate() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select session_user = 'app_night' or exists (
    select 1 from public.users
     where id = nullif(current_setting('app.user_id', true), '')::uuid and is_operator and deleted_at is null)
$$`,
  },
  {
    signature: "app.role_rank(text)",
    grantTo: [],
    body: `
create or replace function app.role_rank(role text) returns int
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array_position(array['athlete', 'assistant', 'coach', 'head-coach', 'owner'], role)
$$`,
  },
] as const;
