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
function coachedBy(tx: Tx, coachId: string) {
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

export async function updateSeasonWeekTarget(
  tx: Tx,
  athleteId: string,
  week: { seasonId: string; startsOn: string; targetKm: number | null },
): Promise<void> {
  await tx
    .update(seasonWeeks)
    .set({ targetKm: week.targetKm })
    .where(
      and(
        eq(seasonWeeks.seasonId, week.seasonId),
        eq(seasonWeeks.athleteId, athleteId),
        eq(seasonWeeks.startsOn, week.startsOn),
      ),
    );
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
