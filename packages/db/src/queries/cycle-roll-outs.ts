import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import {
  cycleAssignments,
  cycleRollOuts,
  plannedWorkouts,
  seasonPhases,
  seasons,
  users,
} from "../schema/index.ts";
import { weeksOf, workoutsOf } from "./cycle-season-parts.ts";

type Of = { athleteId: string; seasonId: string };
type Week = { start: string; phase: string; targetKm: number | null; cutback: boolean };
type Phase = { kind: string; start: string; end: string };

/** A season that a roll-out rewrote: how it was, and how it stands now. */
export type RolledOutSeason = Of & {
  name: string;
  timeZone: string;
  fromVersion: number;
  /** Mondays that were rewritten. */
  rewritten: string[];
  before: {
    startsOn: string;
    endsOn: string;
    request: unknown;
    phases: Phase[];
    weeks: Week[];
    /** Rows of planned workouts, as they were stored. */
    workouts: ({ local_date: string } & Record<string, unknown>)[];
  };
  weeks: Week[];
  workouts: { id: string; date: string; status: string; isEdited: boolean }[];
};

/** Keeps what a roll-out is about to rewrite, in one statement, however many seasons. */
export async function keepRollOut(
  tx: Tx,
  of: {
    id: string;
    cycleId: string;
    authorId: string;
    toVersion: number;
    at: Date;
    seasons: readonly (Of & { fromVersion: number; weeks: readonly string[] })[];
  },
): Promise<void> {
  if (of.seasons.length === 0) return;
  await tx.execute(sql`
    insert into ${cycleRollOuts} (id, season_id, athlete_id, cycle_id, author_id, from_version, to_version, weeks, before,
      created_at)
    select ${of.id}::uuid, s.id, s.athlete_id, ${of.cycleId}::uuid, ${of.authorId}::uuid, r."fromVersion",
      ${of.toVersion}::integer, array(select json_array_elements_text(r.weeks)::date), jsonb_build_object(
        'startsOn', s.starts_on, 'endsOn', s.ends_on, 'request', s.request, 'phases', ${phasesOf("s")},
        'weeks', ${weeksOf("s")},
        'workouts', (select coalesce(jsonb_agg(to_jsonb(p) order by p.local_date, p.position, p.id), '[]'::jsonb)
          from ${plannedWorkouts} p where p.season_id = s.id and p.athlete_id = s.athlete_id
            and exists (select from json_array_elements_text(r.weeks) w
              where p.local_date between w::date and w::date + 6))), ${of.at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(of.seasons)}::json) as r("athleteId" uuid, "seasonId" uuid,
      "fromVersion" integer, weeks json)
    join ${seasons} s on s.id = r."seasonId" and s.athlete_id = r."athleteId"`);
}

/** The seasons of a roll-out that was not taken back, of athletes whom the actor may plan for; held until the end. */
export async function lockRollOut(
  tx: Tx,
  { cycleId, id }: { cycleId: string; id: string },
): Promise<RolledOutSeason[]> {
  const rows = await tx.execute<{ row: RolledOutSeason }>(sql`
    select json_build_object('athleteId', s.athlete_id, 'seasonId', s.id, 'name', u.name, 'timeZone', a.time_zone,
      'fromVersion', o.from_version, 'rewritten', o.weeks, 'before', o.before, 'weeks', ${weeksOf("s")},
      'workouts', ${workoutsOf("s")}) as row
    from ${cycleRollOuts} o
    join ${seasons} s on s.id = o.season_id and s.athlete_id = o.athlete_id
    join athletes a on a.athlete_id = s.athlete_id
    join ${users} u on u.id = s.athlete_id
    where o.id = ${id} and o.cycle_id = ${cycleId} and o.undone_at is null and s.status = 'assigned'
      and s.athlete_id = any (string_to_array(current_setting('app.vis_training_write'), ',')::uuid[])
    order by u.name, s.athlete_id, s.starts_on, s.id
    for update of s, o`);
  return rows.map(({ row }) => row);
}

/** Puts workouts back as they were stored. */
export async function restoreWorkouts(tx: Tx, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${plannedWorkouts}
    select * from jsonb_populate_recordset(null::planned_workouts, ${JSON.stringify(rows)}::jsonb)`);
}

export async function markRollOutUndone(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx.execute(sql`
    update ${cycleRollOuts} set undone_at = ${at.toISOString()}::timestamptz where id = ${id} and undone_at is null`);
}

export type LastRollOut = {
  id: string;
  version: number;
  at: string;
  authorName: string | null;
  seasons: number;
};

/** The latest roll-out of a cycle that stands, as far as the actor sees its seasons; null without one. */
export async function getLastRollOut(tx: Tx, cycleId: string): Promise<LastRollOut | null> {
  const [row] = await tx.execute<{ row: LastRollOut }>(sql`
    select json_build_object('id', o.id, 'version', max(o.to_version), 'at', max(o.created_at),
      'authorName', (select u.name from ${users} u where u.id = (array_agg(o.author_id))[1]),
      'seasons', count(*)) as row
    from ${cycleRollOuts} o
    join ${cycleAssignments} a on a.season_id = o.season_id and a.athlete_id = o.athlete_id and a.version = o.to_version
    where o.cycle_id = ${cycleId} and o.undone_at is null
    group by o.id order by max(o.created_at) desc, o.id limit 1`);
  return row?.row ?? null;
}

function phasesOf(season: string): SQL {
  const s = sql.raw(season);
  return sql`(select coalesce(json_agg(json_build_object('kind', f.kind, 'start', f.starts_on, 'end', f.ends_on)
    order by f.position), '[]'::json) from ${seasonPhases} f where f.season_id = ${s}.id and f.athlete_id = ${s}.athlete_id)`;
}
