import { and, asc, between, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import {
  activities,
  athleteStates,
  athletes,
  comments,
  consents,
  memberships,
  plannedWorkouts,
  seasons,
  seasonWeeks,
  users,
} from "../schema/index.ts";
import type { DayRange } from "./day-range.ts";

/** Whoever a coach plans for now, by consent: once, even when several organisations share them. */
export function coachedBy(tx: Tx, coachId: string) {
  return tx
    .selectDistinct({ athleteId: consents.athleteId })
    .from(consents)
    .innerJoin(
      memberships,
      and(
        eq(memberships.orgId, consents.orgId),
        eq(memberships.userId, coachId),
        eq(memberships.status, "active"),
      ),
    )
    .where(and(eq(consents.coachId, coachId), eq(consents.scope, "training"), isNull(consents.revokedAt)));
}

/** The seasons of all athletes a coach plans for, latest start first, each with its weeks. */
export function listCoachedSeasons(tx: Tx, coachId: string) {
  return tx
    .select({
      id: seasons.id,
      athleteId: seasons.athleteId,
      name: seasons.name,
      status: seasons.status,
      startsOn: seasons.startsOn,
      endsOn: seasons.endsOn,
      request: seasons.request,
      weeks: sql<{ startsOn: string; phase: string; targetKm: number | null; cutback: boolean }[]>`(
        select coalesce(json_agg(json_build_object('startsOn', w.starts_on, 'phase', w.phase,
          'targetKm', w.target_km, 'cutback', w.cutback) order by w.starts_on), '[]'::json)
        from ${seasonWeeks} w where w.season_id = ${seasons.id} and w.athlete_id = ${seasons.athleteId})`,
    })
    .from(seasons)
    .where(inArray(seasons.athleteId, coachedBy(tx, coachId)))
    .orderBy(desc(seasons.startsOn), desc(seasons.id));
}

/** The athletes a coach plans for, by name, each with the kilometres done by week as the ribbon has them. */
export function listCoachedAthletes(tx: Tx, coachId: string) {
  return tx
    .select({
      athleteId: athletes.athleteId,
      name: users.name,
      isDemo: athletes.isDemo,
      ribbonFrom: athleteStates.ribbonFrom,
      ribbonDoneKm: athleteStates.ribbonDoneKm,
    })
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.athleteId))
    .leftJoin(athleteStates, eq(athleteStates.athleteId, athletes.athleteId))
    .where(and(isNull(athletes.deletedAt), inArray(athletes.athleteId, coachedBy(tx, coachId))))
    .orderBy(asc(users.name), asc(athletes.athleteId));
}

export type GroupDay = {
  id: string;
  version: number;
  athleteId: string;
  date: string;
  title: string;
  kind: string;
  hard: boolean;
  status: (typeof plannedWorkouts.$inferSelect)["status"];
  grade: string | null;
  distanceM: number | null;
  durationS: number | null;
};
export type GroupCalendar = {
  athletes: { athleteId: string; name: string; isDemo: boolean; timeZone: string; form: number | null }[];
  workouts: GroupDay[];
  unplanned: {
    athleteId: string;
    date: string;
    distanceM: number | null;
    durationS: number;
    sport: string;
  }[];
  bands: { athleteId: string; kind: string; from: string; to: string }[];
};

/** What all athletes of a coach have planned and done on some days: one statement, however many they are. */
export async function getGroupCalendar(
  tx: Tx,
  coachId: string,
  { from, to }: DayRange,
): Promise<GroupCalendar> {
  const mine = sql`(${coachedBy(tx, coachId)})`;
  const rows = await tx.execute<{ days: GroupCalendar }>(sql`
    with mine as materialized (select athlete_id from ${mine} m)
    select json_build_object(
      'athletes', (select coalesce(json_agg(json_build_object('athleteId', a.athlete_id, 'name', u.name,
          'isDemo', a.is_demo, 'timeZone', a.time_zone, 'form', s.form) order by u.name, a.athlete_id), '[]'::json)
        from ${athletes} a join ${users} u on u.id = a.athlete_id
        left join athlete_states s on s.athlete_id = a.athlete_id
        where a.deleted_at is null and a.athlete_id in (select athlete_id from mine)),
      'workouts', (select coalesce(json_agg(json_build_object('id', p.id, 'version', p.version,
          'athleteId', p.athlete_id, 'date', p.local_date, 'title', p.title, 'kind', p.kind, 'hard', p.hard, 'status', p.status,
          'grade', p.grade ->> 'grade', 'distanceM', p.distance_m, 'durationS', p.duration_s)
          order by p.athlete_id, p.local_date, p.position, p.id), '[]'::json)
        from ${plannedWorkouts} p where p.athlete_id in (select athlete_id from mine) and p.deleted_at is null
          and p.is_assigned and p.local_date between ${from} and ${to}),
      'unplanned', (select coalesce(json_agg(json_build_object('athleteId', x.athlete_id, 'date', x.local_date,
          'distanceM', x.distance_m, 'durationS', x.duration_s, 'sport', x.sport)
          order by x.athlete_id, x.local_date, x.id), '[]'::json)
        from ${activities} x where x.athlete_id in (select athlete_id from mine) and x.deleted_at is null
          and x.planned_workout_id is null and x.local_date between ${from} and ${to}),
      'bands', (select coalesce(json_agg(json_build_object('athleteId', b.athlete_id,
          'kind', case when b.kind in ('illness', 'injury') then 'unavailable' else b.kind end,
          'from', b.starts_on, 'to', b.ends_on) order by b.athlete_id, b.starts_on), '[]'::json)
        from day_bands b where b.athlete_id in (select athlete_id from mine) and b.deleted_at is null
          and b.kind <> 'note' and b.starts_on <= ${to} and b.ends_on >= ${from})
    ) as days`);
  const [row] = rows;
  if (!row) throw new Error("a calendar was not read");
  return row.days;
}

/** What was done, day by day: metres run and load of everything. */
export function listDayTotals(tx: Tx, athleteId: string, range: DayRange) {
  return tx
    .select({
      date: activities.localDate,
      runM: sql<
        number | null
      >`sum(${activities.distanceM}) filter (where ${activities.sport} = 'run')`.mapWith(Number),
      loadX10: sql<number | null>`sum(${activities.loadX10})`.mapWith(Number),
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, athleteId),
        between(activities.localDate, range.from, range.to),
        isNull(activities.deletedAt),
      ),
    )
    .groupBy(activities.localDate)
    .orderBy(asc(activities.localDate));
}

/** The organisation through which a coach plans for an athlete; null when there is none any more. */
export async function getCoachingOrg(tx: Tx, athleteId: string, coachId: string): Promise<string | null> {
  const [row] = await tx
    .select({ orgId: consents.orgId })
    .from(consents)
    .innerJoin(
      memberships,
      and(
        eq(memberships.orgId, consents.orgId),
        eq(memberships.userId, coachId),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        eq(consents.athleteId, athleteId),
        eq(consents.coachId, coachId),
        eq(consents.scope, "training"),
        isNull(consents.revokedAt),
      ),
    )
    .orderBy(asc(consents.grantedAt))
    .limit(1);
  return row?.orgId ?? null;
}

/** Shows or hides all workouts of a season at once; those done keep what they were. */
export async function setSeasonAssigned(
  tx: Tx,
  athleteId: string,
  { seasonId, isAssigned, from }: { seasonId: string; isAssigned: boolean; from?: string },
): Promise<number> {
  const rows = await tx
    .update(plannedWorkouts)
    .set({ isAssigned })
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        eq(plannedWorkouts.seasonId, seasonId),
        isNull(plannedWorkouts.deletedAt),
        ne(plannedWorkouts.isAssigned, isAssigned),
        isAssigned ? undefined : eq(plannedWorkouts.status, "planned"),
        from ? gte(plannedWorkouts.localDate, from) : undefined,
      ),
    )
    .returning({ id: plannedWorkouts.id });
  return rows.length;
}

/** Planned workouts by id, those taken off the plan too; held until the transaction ends. */
export function lockPlannedWorkouts(tx: Tx, athleteId: string, ids: readonly string[]) {
  return tx
    .select()
    .from(plannedWorkouts)
    .where(and(eq(plannedWorkouts.athleteId, athleteId), inArray(plannedWorkouts.id, [...ids])))
    .orderBy(asc(plannedWorkouts.id))
    .for("update");
}

export type WeekTargetRow = { seasonId: string; startsOn: string; targetKm: number | null };

/** Sets what some weeks aim at, in one statement. */
export async function updateSeasonWeekTargets(
  tx: Tx,
  athleteId: string,
  weeks: readonly WeekTargetRow[],
): Promise<void> {
  if (weeks.length === 0) return;
  const json = JSON.stringify(weeks);
  await tx
    .update(seasonWeeks)
    .set({ targetKm: sql`r."targetKm"` })
    .from(
      sql`json_to_recordset(${json}::json) as r("seasonId" uuid, "startsOn" date, "targetKm" double precision)`,
    )
    .where(
      sql`${seasonWeeks.athleteId} = ${athleteId} and ${seasonWeeks.seasonId} = r."seasonId"
        and ${seasonWeeks.startsOn} = r."startsOn"`,
    );
}

/** What lies on some days, drafts too; held until the transaction ends. */
export function lockPlannedWorkoutsOn(tx: Tx, athleteId: string, dates: readonly string[]) {
  return tx
    .select()
    .from(plannedWorkouts)
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        inArray(plannedWorkouts.localDate, [...dates]),
        isNull(plannedWorkouts.deletedAt),
      ),
    )
    .orderBy(asc(plannedWorkouts.localDate), asc(plannedWorkouts.position), asc(plannedWorkouts.id))
    .for("update");
}

export async function insertComment(
  tx: Tx,
  athleteId: string,
  comment: Omit<typeof comments.$inferInsert, "athleteId">,
): Promise<void> {
  await tx.insert(comments).values({ ...comment, athleteId });
}

/** What was said about an athlete, latest first; private words only for those who may read them. */
export function listComments(
  tx: Tx,
  athleteId: string,
  { limit = 50, plannedWorkoutId }: { limit?: number; plannedWorkoutId?: string } = {},
) {
  return tx
    .select({
      id: comments.id,
      authorId: comments.authorId,
      orgId: comments.orgId,
      authorName: users.name,
      plannedWorkoutId: comments.plannedWorkoutId,
      activityId: comments.activityId,
      body: comments.body,
      isPrivate: comments.isPrivate,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(
      and(
        eq(comments.athleteId, athleteId),
        isNull(comments.deletedAt),
        plannedWorkoutId ? eq(comments.plannedWorkoutId, plannedWorkoutId) : undefined,
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit);
}
