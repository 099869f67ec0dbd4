import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import {
  activities,
  activityPairings,
  athletes,
  comments,
  consents,
  dayBands,
  planEdits,
  plannedWorkouts,
  results,
  seasons,
  seasonWeeks,
  threadReads,
  users,
} from "../schema/index.ts";
import type { OutlineAthlete, OutlineEdit } from "./season-outlines.ts";

function listed(what: SQL, from: SQL): SQL {
  return sql`(select coalesce(json_agg(${what}), '[]'::json) from ${from})`;
}

export type CalendarSeason = {
  id: string;
  name: string;
  status: "draft" | "assigned";
  startsOn: string;
  endsOn: string;
  races: unknown[] | null;
};

/** All of an athlete's calendar but its days. */
export type CalendarHead = {
  athlete: OutlineAthlete & {
    weekStartsOn: "mon" | "sun";
    unavailableWeekdays: string[];
    weekdayMinutes: Record<string, number>;
    blackoutDates: string[];
    level: string | null;
  };
  results: { localDate: string; kind: "race" | "time-trial" | null; distanceM: number; timeS: number }[];
  seasons: CalendarSeason[];
  lastEdit: OutlineEdit | null;
  /** First and last day that hold anything; null where nothing does. */
  firstDay: string | null;
  lastDay: string | null;
};

/** One statement; null where the actor may not see the athlete. */
export async function getCalendarHead(
  tx: Tx,
  athleteId: string,
  actorId: string,
): Promise<CalendarHead | null> {
  const rows = await tx.execute<{ head: CalendarHead }>(sql`
    select json_build_object(
      'athlete', json_build_object('name', u.name, 'timeZone', a.time_zone, 'maxHrBpm', a.max_hr_bpm,
        'restingHrBpm', a.resting_hr_bpm, 'thresholdHrBpm', a.threshold_hr_bpm,
        'thresholdPaceSPerKm', a.threshold_pace_s_per_km, 'weekStartsOn', a.week_starts_on,
        'unavailableWeekdays', a.unavailable_weekdays, 'weekdayMinutes', a.weekday_minutes, 'blackoutDates', a.blackout_dates, 'level', a.level),
      'results', ${listed(
        sql`json_build_object('localDate', r.local_date, 'kind', r.kind, 'distanceM', r.distance_m,
          'timeS', r.time_s) order by r.local_date, r.id`,
        sql`${results} r where r.athlete_id = a.athlete_id and r.deleted_at is null`,
      )},
      'seasons', ${listed(
        sql`json_build_object('id', s.id, 'name', s.name, 'status', s.status, 'startsOn', s.starts_on,
          'endsOn', s.ends_on, 'races', s.request -> 'races') order by s.starts_on, s.id`,
        sql`${seasons} s where s.athlete_id = a.athlete_id and s.status <> 'archived'`,
      )},
      'lastEdit', (select json_build_object('id', e.id, 'kind', e.kind, 'summary', e.summary)
        from ${planEdits} e
        where e.athlete_id = a.athlete_id and e.author_id = ${actorId} and e.undone_at is null
        order by e.created_at desc, e.id desc limit 1),
      'firstDay', least(
        (select min(local_date) from ${activities} where athlete_id = a.athlete_id and deleted_at is null),
        (select min(local_date) from ${plannedWorkouts} where athlete_id = a.athlete_id and deleted_at is null)),
      'lastDay', (select max(local_date) from ${plannedWorkouts}
        where athlete_id = a.athlete_id and deleted_at is null)
    ) as head
    from ${athletes} a join ${users} u on u.id = a.athlete_id
    where a.athlete_id = ${athleteId}`);
  return rows[0]?.head ?? null;
}

export type CalendarActivity = {
  id: string;
  date: string;
  workoutId: string | null;
  title: string | null;
  sport: string;
  distanceM: number | null;
  durationS: number;
  load: number | null;
  rpe: number | null;
  /** A person said which workout it was; their name, where it is known. */
  isLocked: boolean;
  pairedBy: string | null;
};
export type CalendarBand = {
  id: string;
  version: number;
  kind: (typeof dayBands.$inferSelect)["kind"];
  from: string;
  to: string;
  note: string | null;
};
export type CalendarWorkout = {
  id: string;
  version: number;
  seasonId: string | null;
  date: string;
  position: number;
  libraryId: string | null;
  kind: string;
  hard: boolean;
  title: string;
  text: string | null;
  distanceM: number | null;
  durationS: number | null;
  load: number | null;
  coachNote: string | null;
  status: (typeof plannedWorkouts.$inferSelect)["status"];
  statusReason: string | null;
  grade: string | null;
  /** Why it is short, long or far off; null for all others. */
  gradeReason: string | null;
  draft: boolean;
  comments: number;
  /** Of these, by others and not read yet. */
  unread: number;
};
export type CalendarDays = {
  workouts: CalendarWorkout[];
  activities: CalendarActivity[];
  bands: CalendarBand[];
  weeks: { start: string; phase: string; targetKm: number | null; cutback: boolean }[];
  /** Planned load by day from today on, to carry form forward. */
  coming: { date: string; load: number }[];
};

/** One planned workout as the calendar shows it; `p` is its row. */
const workoutJson = ({
  actorId,
  since,
}: Range) => sql`json_build_object('id', p.id, 'version', p.version, 'seasonId', p.season_id,
  'date', p.local_date, 'position', p.position, 'libraryId', p.library_id, 'kind', p.kind, 'hard', p.hard,
  'title', p.title, 'text', p.text, 'distanceM', p.distance_m, 'durationS', p.duration_s,
  'load', p.load_x10 / 10.0, 'coachNote', p.coach_note, 'status', p.status, 'statusReason', p.status_reason,
  'grade', p.grade ->> 'grade', 'draft', not p.is_assigned, 'gradeReason',
  case when p.grade ->> 'grade' in ('short', 'long', 'far-off') then p.grade ->> 'reason' end,
  'comments', (select count(*) from ${comments} c where c.planned_workout_id = p.id
    and c.athlete_id = p.athlete_id and c.deleted_at is null),
  'unread', (select count(*) from ${comments} c left join ${threadReads} t on t.athlete_id = c.athlete_id
      and t.reader_id = ${actorId} and t.subject_id = c.planned_workout_id
    where c.planned_workout_id = p.id and c.athlete_id = p.athlete_id and c.deleted_at is null
      and c.author_id is distinct from ${actorId} and c.created_at >= ${since}
      and date_trunc('milliseconds', c.created_at) > coalesce(t.read_at, '-infinity'))) order by p.local_date, p.position, p.id`;

/** Drafts of seasons show where asked for; days that an archived season gave up never do. */
const shown = (drafts: boolean) =>
  drafts
    ? sql`(p.is_assigned or exists (select 1 from ${seasons} s where s.id = p.season_id
        and s.athlete_id = p.athlete_id and s.status = 'draft'))`
    : sql`p.is_assigned`;

/** Health is for whom the athlete shows it to, for its author and the athlete. */
const mayShow = (actorId: string) => sql`(b.kind not in ('illness', 'injury') or b.author_id = ${actorId}
  or b.athlete_id = ${actorId} or exists (select 1 from ${consents} c where c.athlete_id = b.athlete_id
    and c.coach_id = ${actorId} and c.scope = 'medical' and c.revoked_at is null))`;

type Range = {
  from: string;
  to: string;
  today: string;
  drafts: boolean;
  actorId: string;
  /** Words from before are not new to anybody (instant). */
  since: string;
};

/** What lies on some days, in one statement. */
export async function getCalendarDays(tx: Tx, athleteId: string, range: Range): Promise<CalendarDays> {
  const { from, to, drafts, actorId } = range;
  const rows = await tx.execute<{ days: CalendarDays }>(sql`
    select json_build_object(
      'workouts', ${listed(
        workoutJson(range),
        sql`${plannedWorkouts} p where p.athlete_id = ${athleteId} and p.deleted_at is null
          and p.local_date between ${from} and ${to} and ${shown(drafts)}`,
      )},
      'activities', ${listed(
        sql`json_build_object('id', x.id, 'date', x.local_date, 'workoutId', x.planned_workout_id,
          'title', x.title, 'sport', x.sport, 'distanceM', x.distance_m, 'durationS', x.duration_s,
          'load', x.load_x10 / 10.0, 'rpe', x.rpe, 'isLocked', x.match_locked,
          'pairedBy', case when x.match_locked then (select u.name from ${activityPairings} q
            join ${users} u on u.id = q.actor_id
            where q.activity_id = x.id and q.athlete_id = x.athlete_id) end) order by x.local_date, x.start_at, x.id`,
        sql`${activities} x where x.athlete_id = ${athleteId} and x.deleted_at is null
          and x.local_date between ${from} and ${to}`,
      )},
      'bands', ${listed(
        sql`json_build_object('id', b.id, 'version', b.version, 'kind', b.kind, 'from', b.starts_on,
          'to', b.ends_on, 'note', b.note) order by b.starts_on, b.id`,
        sql`${dayBands} b where b.athlete_id = ${athleteId} and b.deleted_at is null
          and b.starts_on <= ${to} and b.ends_on >= ${from} and ${mayShow(actorId)}`,
      )},
      'weeks', ${weeksOf(athleteId, range)},
      'coming', ${comingOf(athleteId, range)}
    ) as days`);
  const [row] = rows;
  if (!row) throw new Error("a calendar was not read");
  return row.days;
}

/** What lies on some days, without ids and words. */
export type CalendarOutline = {
  workouts: {
    date: string;
    kind: string;
    status: CalendarWorkout["status"];
    grade: string | null;
    load: number | null;
    durationS: number | null;
    distanceM: number | null;
  }[];
  activities: {
    date: string;
    /** The day of the workout it was; null where it was none. */
    workoutOn: string | null;
    sport: string;
    load: number | null;
    durationS: number;
    distanceM: number | null;
  }[];
  weeks: CalendarDays["weeks"];
  coming: CalendarDays["coming"];
};

/** Weeks in outline, in one statement. */
export async function getCalendarOutline(tx: Tx, athleteId: string, range: Range): Promise<CalendarOutline> {
  const { from, to, drafts } = range;
  const rows = await tx.execute<{ outline: CalendarOutline }>(sql`
    select json_build_object(
      'workouts', ${listed(
        sql`json_build_object('date', p.local_date, 'kind', p.kind, 'status', p.status,
          'grade', p.grade ->> 'grade', 'load', p.load_x10 / 10.0, 'durationS', p.duration_s,
          'distanceM', p.distance_m) order by p.local_date, p.position, p.id`,
        sql`${plannedWorkouts} p where p.athlete_id = ${athleteId} and p.deleted_at is null
          and p.kind <> 'rest' and p.local_date between ${from} and ${to} and ${shown(drafts)}`,
      )},
      'activities', ${listed(
        sql`json_build_object('date', x.local_date, 'sport', x.sport, 'load', x.load_x10 / 10.0,
          'durationS', x.duration_s, 'distanceM', x.distance_m, 'workoutOn', (select w.local_date
            from ${plannedWorkouts} w where w.id = x.planned_workout_id and w.athlete_id = x.athlete_id
              and w.deleted_at is null)) order by x.local_date`,
        sql`${activities} x where x.athlete_id = ${athleteId} and x.deleted_at is null
          and x.local_date between ${from} and ${to}`,
      )},
      'weeks', ${weeksOf(athleteId, range)},
      'coming', ${comingOf(athleteId, range)}
    ) as outline`);
  const [row] = rows;
  if (!row) throw new Error("a calendar was not read");
  return row.outline;
}

function weeksOf(athleteId: string, { from, to, drafts }: Range): SQL {
  return listed(
    sql`json_build_object('start', w.starts_on, 'phase', w.phase, 'targetKm', w.target_km,
      'cutback', w.cutback) order by w.starts_on, s.status`,
    sql`${seasonWeeks} w join ${seasons} s on s.id = w.season_id and s.athlete_id = w.athlete_id
      where w.athlete_id = ${athleteId} and w.starts_on between ${from} and ${to}
        and (s.status = 'assigned' ${drafts ? sql`or s.status = 'draft'` : sql``})`,
  );
}

/** Planned load by day from today on. */
function comingOf(athleteId: string, { to, today, drafts }: Range): SQL {
  return listed(
    sql`json_build_object('date', d.local_date, 'load', d.load)`,
    sql`(select p.local_date, sum(p.load_x10) / 10.0 as load from ${plannedWorkouts} p
      where p.athlete_id = ${athleteId} and p.deleted_at is null and p.status = 'planned'
        and p.local_date between ${today} and ${to} and ${shown(drafts)} group by p.local_date) d`,
  );
}
