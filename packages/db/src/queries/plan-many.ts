import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import {
  activities,
  athleteStates,
  athletes,
  consents,
  cycleAssignments,
  dayBands,
  outbox,
  plannedWorkouts,
  results,
  seasonPhases,
  seasons,
  seasonWeeks,
  users,
} from "../schema/index.ts";
import type { MailPayload } from "./outbox.ts";
import { effectiveLimits } from "./rule-limits.ts";
import type { OutlineAthlete, SeasonOutline } from "./season-outlines.ts";
import { uuids } from "./uuids.ts";

/** What placing a plan for an athlete rests on. */
export type PlanAthlete = {
  athleteId: string;
  /** The organisation through which the coach plans for them: the asked one before others. */
  orgId: string;
  athlete: OutlineAthlete & {
    email: string;
    level: "beginner" | "intermediate" | "advanced" | null;
    runsPerWeek: number | null;
    unavailableWeekdays: string[];
    weekdayMinutes: Record<string, number>;
    blackoutDates: string[];
    injurySites: string[];
  };
  results: SeasonOutline["results"];
  bands: SeasonOutline["bands"];
  limits: SeasonOutline["limits"];
  /** Running of the 28 days before, metres, and the longest run of 30; null where nothing was recorded. */
  monthM: number | null;
  longestM: number | null;
  /** Assigned seasons that have not ended. */
  seasons: { id: string; name: string; startsOn: string; endsOn: string }[];
};

/** One statement for all athletes whom a coach may plan for; others are not among the answers. */
export async function listPlanAthletes(
  tx: Tx,
  of: { orgId: string; coachId: string; athleteIds: readonly string[]; today: string },
): Promise<PlanAthlete[]> {
  const { orgId, coachId, athleteIds, today } = of;
  const rows = await tx.execute<{ row: PlanAthlete }>(sql`
    select json_build_object(
      'athleteId', a.athlete_id, 'orgId', c.org_id,
      'athlete', json_build_object('name', u.name, 'email', u.email, 'timeZone', a.time_zone,
        'maxHrBpm', a.max_hr_bpm, 'restingHrBpm', a.resting_hr_bpm, 'thresholdHrBpm', a.threshold_hr_bpm,
        'thresholdPaceSPerKm', a.threshold_pace_s_per_km, 'level', a.level, 'runsPerWeek', a.runs_per_week,
        'unavailableWeekdays', a.unavailable_weekdays, 'weekdayMinutes', a.weekday_minutes, 'blackoutDates', a.blackout_dates,
        'injurySites', a.injury_sites),
      'results', ${listed(
        sql`json_build_object('localDate', r.local_date, 'kind', r.kind, 'distanceM', r.distance_m, 'timeS', r.time_s)
          order by r.local_date, r.id`,
        sql`${results} r where r.athlete_id = a.athlete_id and r.deleted_at is null`,
      )},
      'bands', ${listed(
        sql`json_build_object('kind', b.kind, 'from', b.starts_on, 'to', b.ends_on) order by b.starts_on, b.id`,
        sql`${dayBands} b where b.athlete_id = a.athlete_id and b.deleted_at is null and b.kind <> 'note'
          and b.ends_on >= ${today}`,
      )},
      'limits', ${effectiveLimits("a.athlete_id", "c.org_id")},
      'monthM', (select sum(x.distance_m) from ${activities} x where x.athlete_id = a.athlete_id
        and x.deleted_at is null and x.sport = 'run' and x.local_date between ${today}::date - 28 and ${today}::date - 1),
      'longestM', (select max(x.distance_m) from ${activities} x where x.athlete_id = a.athlete_id
        and x.deleted_at is null and x.sport = 'run' and x.local_date between ${today}::date - 30 and ${today}::date - 1),
      'seasons', ${listed(
        sql`json_build_object('id', s.id, 'name', s.name, 'startsOn', s.starts_on, 'endsOn', s.ends_on)
          order by s.starts_on, s.id`,
        sql`${seasons} s where s.athlete_id = a.athlete_id and s.status = 'assigned' and s.ends_on >= ${today}`,
      )}
    ) as row
    from ${athletes} a
    join ${users} u on u.id = a.athlete_id
    join lateral (select o.org_id from ${consents} o
      where o.athlete_id = a.athlete_id and o.coach_id = ${coachId} and o.scope = 'training' and o.revoked_at is null
        and o.org_id = any (string_to_array(current_setting('app.org_coach'), ',')::uuid[])
      order by o.org_id = ${orgId} desc, o.org_id limit 1) c on true
    where a.athlete_id = any (${uuids(athleteIds)}) and a.deleted_at is null
      and a.athlete_id = any (string_to_array(current_setting('app.vis_training_write'), ',')::uuid[])
    order by u.name, a.athlete_id`);
  return rows.map(({ row }) => row);
}

type Of = { athleteId: string; seasonId: string };
export type ManySeasons = {
  authorId: string;
  at: Date;
  seasons: (Of & { orgId: string; name: string; request: unknown; startsOn: string; endsOn: string })[];
  phases: (Of & { position: number; kind: string; startsOn: string; endsOn: string })[];
  weeks: (Of & { startsOn: string; phase: string; targetKm: number | null; cutback: boolean })[];
};
/** What many workouts share: sent once, whoever they are for. */
export type WorkoutContent = {
  at: number;
  libraryId: string | null;
  kind: string;
  hard: boolean;
  title: string;
  text: string | null;
  blocks: unknown;
};
export type ManyWorkouts = {
  authorId: string;
  contents: readonly WorkoutContent[];
  workouts: readonly (Of & {
    orgId: string;
    seasonKey: string;
    at: number;
    localDate: string;
    position: number;
    distanceM: number | null;
    durationS: number | null;
    loadX10: number | null;
  })[];
};

/** Assigned seasons of many athletes with their phases and weeks: three statements, however many there are. */
export async function insertManySeasons(tx: Tx, many: ManySeasons): Promise<void> {
  const { authorId, at } = many;
  await tx.execute(sql`
    insert into ${seasons} (id, athlete_id, org_id, author_id, name, request, status, starts_on, ends_on, assigned_at)
    select r."seasonId", r."athleteId", r."orgId", ${authorId}::uuid, r.name, r.request, 'assigned', r."startsOn",
      r."endsOn", ${at.toISOString()}::timestamptz
    from ${recordset(many.seasons, `"athleteId" uuid, "seasonId" uuid, "orgId" uuid, name text, request jsonb, "startsOn" date, "endsOn" date`)}`);
  await insertManyPhases(tx, many.phases);
  await insertManyWeeks(tx, many.weeks);
}

export async function insertManyPhases(tx: Tx, phases: ManySeasons["phases"]): Promise<void> {
  await tx.execute(sql`
    insert into ${seasonPhases} (season_id, athlete_id, position, kind, starts_on, ends_on)
    select r."seasonId", r."athleteId", r.position, r.kind, r."startsOn", r."endsOn"
    from ${recordset(phases, `"athleteId" uuid, "seasonId" uuid, position smallint, kind text, "startsOn" date, "endsOn" date`)}`);
}

export async function insertManyWeeks(tx: Tx, weeks: ManySeasons["weeks"]): Promise<void> {
  await tx.execute(sql`
    insert into ${seasonWeeks} (season_id, athlete_id, starts_on, phase, target_km, cutback)
    select r."seasonId", r."athleteId", r."startsOn", r.phase, r."targetKm", r.cutback
    from ${recordset(weeks, `"athleteId" uuid, "seasonId" uuid, "startsOn" date, phase text, "targetKm" double precision, cutback boolean`)}`);
}

/** Assigned workouts of many athletes: one statement. */
export async function insertManyWorkouts(tx: Tx, many: ManyWorkouts): Promise<void> {
  if (many.workouts.length === 0) return;
  const rows = many.workouts.map((workout) => ({ ...workout, id: newId() }));
  await tx.execute(sql`
    insert into ${plannedWorkouts} (id, athlete_id, season_id, season_key, org_id, author_id, local_date, position,
      library_id, kind, hard, title, text, blocks, distance_m, duration_s, load_x10, is_assigned)
    select r.id, r."athleteId", r."seasonId", r."seasonKey", r."orgId", ${many.authorId}::uuid, r."localDate",
      r.position, c."libraryId", c.kind, c.hard, c.title, c.text, c.blocks, r."distanceM", r."durationS", r."loadX10", true
    from ${recordset(
      rows,
      `id uuid, "athleteId" uuid, "seasonId" uuid, "orgId" uuid, "seasonKey" text, at integer, "localDate" date, position smallint,
       "distanceM" double precision, "durationS" double precision, "loadX10" integer`,
    )}
    join ${recordset(
      many.contents,
      `at integer, "libraryId" text, kind text, hard boolean, title text, text text, blocks jsonb`,
      "c",
    )} using (at)`);
}

/** Which cycle each season came from. */
export async function insertCycleAssignments(
  tx: Tx,
  rows: readonly (typeof cycleAssignments.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(cycleAssignments).values([...rows]);
}

/** Puts seasons of many athletes away: their workouts from a day on leave the athletes' days. Two statements. */
export async function giveUpSeasons(tx: Tx, given: readonly (Of & { from: string })[]): Promise<void> {
  if (given.length === 0) return;
  const shape = `"athleteId" uuid, "seasonId" uuid, "from" date`;
  await tx.execute(sql`
    update ${seasons} s set status = 'archived', version = s.version + 1, updated_at = now()
    from ${recordset(given, shape)} where s.id = r."seasonId" and s.athlete_id = r."athleteId"`);
  await tx.execute(sql`
    update ${plannedWorkouts} w set is_assigned = false
    from ${recordset(given, shape)}
    where w.season_id = r."seasonId" and w.athlete_id = r."athleteId" and w.local_date >= r."from"
      and w.status = 'planned' and w.is_assigned`);
}

/** Has many athletes judged anew, and what the roster shows of them written anew with it. */
export async function markManyForJudging(tx: Tx, athleteIds: readonly string[]): Promise<void> {
  if (athleteIds.length === 0) return;
  await tx.execute(sql`
    insert into ${athleteStates} (athlete_id, needs_judging, dirty_seq)
    select id, true, 1 from unnest(${uuids(athleteIds)}) id
    on conflict (athlete_id) do update set needs_judging = true, dirty_seq = athlete_states.dirty_seq + 1`);
}

/** Mails to many people in one statement, each once per key. */
export async function insertMails(
  tx: Tx,
  mails: readonly { dedupeKey: string; userId: string; payload: MailPayload }[],
): Promise<void> {
  if (mails.length === 0) return;
  await tx
    .insert(outbox)
    .values(mails.map((mail) => ({ ...mail, id: newId(), kind: "mail" as const })))
    .onConflictDoNothing();
}

function listed(what: SQL, from: SQL): SQL {
  return sql`(select coalesce(json_agg(${what}), '[]'::json) from ${from})`;
}

/** Rows as one parameter, so that the statement stays the same however many there are. */
function recordset(rows: readonly unknown[], shape: string, name = "r"): SQL {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as ${sql.raw(`${name}(${shape})`)}`;
}
