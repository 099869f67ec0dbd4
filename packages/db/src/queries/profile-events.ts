import { and, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import {
  activities,
  activityStreams,
  comments,
  consents,
  dayBands,
  plannedWorkouts,
  profileEvents,
  users,
} from "../schema/index.ts";
import type { DayRange } from "./day-range.ts";

export type NewProfileEvent = Omit<typeof profileEvents.$inferInsert, "id" | "athleteId">;

export async function insertProfileEvent(tx: Tx, athleteId: string, event: NewProfileEvent): Promise<void> {
  await tx.insert(profileEvents).values({ ...event, id: newId(), athleteId });
}

/** What changed, latest first. */
export function listProfileEvents(tx: Tx, athleteId: string, limit: number) {
  return tx
    .select({
      id: profileEvents.id,
      at: profileEvents.at,
      actorId: profileEvents.actorId,
      actorName: users.name,
      kind: profileEvents.kind,
      suggestion: profileEvents.suggestion,
      before: profileEvents.before,
      after: profileEvents.after,
      reason: profileEvents.reason,
    })
    .from(profileEvents)
    .leftJoin(users, eq(users.id, profileEvents.actorId))
    .where(eq(profileEvents.athleteId, athleteId))
    .orderBy(desc(profileEvents.at), desc(profileEvents.id))
    .limit(limit);
}

/** Keys of the suggestions that were dismissed and not brought back. */
export async function listDismissed(tx: Tx, athleteId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinctOn([profileEvents.suggestion], {
      suggestion: profileEvents.suggestion,
      kind: profileEvents.kind,
    })
    .from(profileEvents)
    .where(
      and(
        eq(profileEvents.athleteId, athleteId),
        inArray(profileEvents.kind, ["suggestion-dismissed", "suggestion-restored"]),
      ),
    )
    .orderBy(profileEvents.suggestion, desc(profileEvents.at), desc(profileEvents.id));
  return new Set(
    rows.flatMap(({ suggestion, kind }) =>
      kind === "suggestion-dismissed" && suggestion ? [suggestion] : [],
    ),
  );
}

/** Runs that were races: paired with one, or called one. With the length of the race as it was planned. */
export function listRaceActivities(tx: Tx, athleteId: string, { from, to }: DayRange) {
  const { id, localDate, title, distanceM, durationS, avgHrBpm } = activities;
  return tx
    .select({
      id,
      localDate,
      distanceM,
      durationS,
      avgHrBpm,
      name: sql<string | null>`coalesce(${title}, ${plannedWorkouts.title})`,
      plannedM: sql<
        number | null
      >`case when ${plannedWorkouts.kind} = 'race' then ${plannedWorkouts.distanceM} end`,
    })
    .from(activities)
    .leftJoin(
      plannedWorkouts,
      and(
        eq(plannedWorkouts.id, activities.plannedWorkoutId),
        eq(plannedWorkouts.athleteId, activities.athleteId),
      ),
    )
    .where(
      and(
        eq(activities.athleteId, athleteId),
        sql`${localDate} between ${from} and ${to}`,
        eq(activities.sport, "run"),
        isNull(activities.deletedAt),
        or(
          eq(plannedWorkouts.kind, "race"),
          sql`${title} ~* '\\m(race|parkrun|time[ -]?trial)\\M' and ${title} !~* 'race[ -]?(pace|week|prep)'`,
        ),
      ),
    )
    .orderBy(desc(localDate), desc(id));
}

/** How many of the runs with the highest heart rates are looked into. */
const PEAKS_READ = 6;

type Heights = DayRange & {
  fromBpm: number;
  /** Only these, where given. */
  ids: readonly string[] | null;
};

/** Runs whose recorded heart rates reach `fromBpm`, the highest first, with the samples that tell whether they held it. */
export function listHighHeartRates(tx: Tx, athleteId: string, { from, to, fromBpm, ids }: Heights) {
  const { id, localDate, maxHrBpm } = activities;
  const { codec, sampleCount, timeS, hrBpm, cadenceSpm } = activityStreams;
  return tx
    .select({ id, localDate, title: activities.title, codec, sampleCount, timeS, hrBpm, cadenceSpm })
    .from(activities)
    .innerJoin(
      activityStreams,
      and(eq(activityStreams.activityId, id), eq(activityStreams.athleteId, activities.athleteId)),
    )
    .where(
      and(
        eq(activities.athleteId, athleteId),
        sql`${localDate} between ${from} and ${to}`,
        eq(activities.sport, "run"),
        isNull(activities.deletedAt),
        isNotNull(hrBpm),
        gte(maxHrBpm, fromBpm),
        ids ? inArray(id, [...ids]) : undefined,
      ),
    )
    .orderBy(desc(maxHrBpm), desc(localDate), desc(id))
    .limit(PEAKS_READ);
}

/** What was said of an athlete as such, and bands over their days, latest first: as far as `actorId` may see them. */
export async function listTimelineNotes(tx: Tx, athleteId: string, of: { actorId: string; limit: number }) {
  const mayShow = sql`(${dayBands.kind} not in ('illness', 'injury') or ${dayBands.authorId} = ${of.actorId}
    or ${dayBands.athleteId} = ${of.actorId} or exists (select from ${consents} c where c.athlete_id = ${dayBands.athleteId}
      and c.coach_id = ${of.actorId} and c.scope = 'medical' and c.revoked_at is null))`;
  const mayRead = sql`(not ${comments.isPrivate} or ${comments.authorId} = ${of.actorId} or (${comments.athleteId} <> ${of.actorId}
    and exists (select from ${consents} c where c.athlete_id = ${comments.athleteId} and c.coach_id = ${of.actorId}
      and c.scope = 'training' and c.revoked_at is null and c.org_id = ${comments.orgId})))`;
  const notes = await tx
    .select({
      id: comments.id,
      at: comments.createdAt,
      actorId: comments.authorId,
      actorName: users.name,
      body: comments.body,
      isPrivate: comments.isPrivate,
    })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(
      and(
        eq(comments.athleteId, athleteId),
        isNull(comments.plannedWorkoutId),
        isNull(comments.activityId),
        isNull(comments.deletedAt),
        mayRead,
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(of.limit);
  const bands = await tx
    .select({
      id: dayBands.id,
      at: dayBands.createdAt,
      actorId: dayBands.authorId,
      actorName: users.name,
      kind: dayBands.kind,
      startsOn: dayBands.startsOn,
      endsOn: dayBands.endsOn,
      note: dayBands.note,
    })
    .from(dayBands)
    .leftJoin(users, eq(users.id, dayBands.authorId))
    .where(and(eq(dayBands.athleteId, athleteId), isNull(dayBands.deletedAt), mayShow))
    .orderBy(desc(dayBands.createdAt), desc(dayBands.id))
    .limit(of.limit);
  return { notes, bands };
}
