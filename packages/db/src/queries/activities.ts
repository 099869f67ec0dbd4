import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, max, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activities, activityLaps } from "../schema/activities.ts";

export type ActivityRow = typeof activities.$inferSelect;
export type NewActivity = Omit<typeof activities.$inferInsert, "athleteId">;
export type ActivityChange = Partial<Omit<NewActivity, "id" | "version">>;
export type NewLap = Omit<typeof activityLaps.$inferInsert, "athleteId" | "activityId">;
export type LapRow = typeof activityLaps.$inferSelect;

/** An activity that is not deleted, or null. */
export async function getActivity(db: Tx, athleteId: string, id: string): Promise<ActivityRow | null> {
  const [row] = await db
    .select()
    .from(activities)
    .where(and(eq(activities.athleteId, athleteId), eq(activities.id, id), isNull(activities.deletedAt)));
  return row ?? null;
}

/** An activity that was deleted and can still come back, or null. */
export async function getDeletedActivity(db: Tx, athleteId: string, id: string): Promise<ActivityRow | null> {
  const [row] = await db
    .select()
    .from(activities)
    .where(and(eq(activities.athleteId, athleteId), eq(activities.id, id), isNotNull(activities.deletedAt)));
  return row ?? null;
}

/** The activities that stand for a planned workout, oldest first. */
export async function listActivitiesOfWorkout(
  db: Tx,
  athleteId: string,
  plannedWorkoutId: string,
): Promise<ActivityRow[]> {
  return await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, athleteId),
        eq(activities.plannedWorkoutId, plannedWorkoutId),
        isNull(activities.deletedAt),
      ),
    )
    .orderBy(asc(activities.localDate), asc(activities.startAt), asc(activities.id));
}

/** The activity that came from a source under this key, deleted ones included, or null. */
export async function getActivityBySourceKey(
  db: Tx,
  athleteId: string,
  sourceKey: string,
): Promise<ActivityRow | null> {
  const [row] = await db
    .select()
    .from(activities)
    .where(and(eq(activities.athleteId, athleteId), eq(activities.sourceKey, sourceKey)));
  return row ?? null;
}

/** Activities from one day to another (both included), oldest first. */
export async function listActivities(
  db: Tx,
  athleteId: string,
  range: { from: string; to: string },
): Promise<ActivityRow[]> {
  return await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, athleteId),
        gte(activities.localDate, range.from),
        lte(activities.localDate, range.to),
        isNull(activities.deletedAt),
      ),
    )
    .orderBy(asc(activities.localDate), asc(activities.startAt), asc(activities.id));
}

/** The exercises of the latest sessions that wrote some down, newest session first. */
export async function listRecentExercises(
  db: Tx,
  athleteId: string,
  limit: number,
): Promise<Record<string, unknown>[][]> {
  const rows = await db
    .select({ exercises: activities.exercises })
    .from(activities)
    .where(
      and(eq(activities.athleteId, athleteId), isNotNull(activities.exercises), isNull(activities.deletedAt)),
    )
    .orderBy(desc(activities.localDate), desc(activities.createdAt))
    .limit(limit);
  return rows.flatMap(({ exercises }) => (exercises ? [exercises] : []));
}

/** The latest activities, newest first. */
export async function listRecentActivities(db: Tx, athleteId: string, limit: number): Promise<ActivityRow[]> {
  return await db
    .select()
    .from(activities)
    .where(and(eq(activities.athleteId, athleteId), isNull(activities.deletedAt)))
    .orderBy(desc(activities.localDate), desc(activities.startAt))
    .limit(limit);
}

/** The latest day with an activity, up to a day; null where there is none. */
export async function getLastActivityDay(db: Tx, athleteId: string, to: string): Promise<string | null> {
  const [row] = await db
    .select({ day: max(activities.localDate) })
    .from(activities)
    .where(
      and(eq(activities.athleteId, athleteId), lte(activities.localDate, to), isNull(activities.deletedAt)),
    );
  return row?.day ?? null;
}

/** The laps of some activities, in order. */
export async function listLaps(db: Tx, athleteId: string, activityIds: readonly string[]): Promise<LapRow[]> {
  if (activityIds.length === 0) return [];
  return await db
    .select()
    .from(activityLaps)
    .where(and(eq(activityLaps.athleteId, athleteId), inArray(activityLaps.activityId, [...activityIds])))
    .orderBy(asc(activityLaps.activityId), asc(activityLaps.position));
}

/** Adds activities; those whose source key is there already are left as they are. Returns the ids added. */
export async function insertActivities(
  db: Tx,
  athleteId: string,
  rows: readonly NewActivity[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await db
    .insert(activities)
    .values(rows.map((row) => ({ ...row, athleteId })))
    .onConflictDoNothing({ target: [activities.athleteId, activities.sourceKey] })
    .returning({ id: activities.id });
  return added.map(({ id }) => id);
}

/** Changes an activity when it still has the version that was read; null when it does not. */
export async function updateActivity(
  db: Tx,
  athleteId: string,
  key: { id: string; version: number },
  change: ActivityChange,
): Promise<ActivityRow | null> {
  const [row] = await db
    .update(activities)
    .set({ ...change, version: sql`${activities.version} + 1` })
    .where(
      and(
        eq(activities.athleteId, athleteId),
        eq(activities.id, key.id),
        eq(activities.version, key.version),
      ),
    )
    .returning();
  return row ?? null;
}

/** Gives a recording words that a service's export has for it, where the athlete has none. */
export async function describeActivity(
  db: Tx,
  athleteId: string,
  id: string,
  words: { title: string | null; notes: string | null; rpe: number | null },
): Promise<void> {
  await db
    .update(activities)
    .set({
      title: sql`coalesce(${activities.title}, ${words.title})`,
      notes: sql`coalesce(${activities.notes}, ${words.notes})`,
      rpe: sql`coalesce(${activities.rpe}, ${words.rpe}::float8)`,
    })
    .where(and(eq(activities.athleteId, athleteId), eq(activities.id, id)));
}

/** Replaces the laps of an activity. */
export async function replaceLaps(
  db: Tx,
  athleteId: string,
  activityId: string,
  laps: readonly NewLap[],
): Promise<void> {
  await db
    .delete(activityLaps)
    .where(and(eq(activityLaps.athleteId, athleteId), eq(activityLaps.activityId, activityId)));
  if (laps.length > 0)
    await db.insert(activityLaps).values(laps.map((lap) => ({ ...lap, athleteId, activityId })));
}

/** Takes back everything that an import added; returns the days and workouts it touched. */
export async function deleteActivitiesOfBatch(
  db: Tx,
  athleteId: string,
  batchId: string,
): Promise<Pick<ActivityRow, "localDate" | "plannedWorkoutId">[]> {
  return await db
    .delete(activities)
    .where(and(eq(activities.athleteId, athleteId), eq(activities.importBatchId, batchId)))
    .returning({ localDate: activities.localDate, plannedWorkoutId: activities.plannedWorkoutId });
}

/** Every lap of an athlete, in order: for figures over a whole history. */
export async function listAllLaps(db: Tx, athleteId: string): Promise<LapRow[]> {
  return await db
    .select()
    .from(activityLaps)
    .where(eq(activityLaps.athleteId, athleteId))
    .orderBy(asc(activityLaps.activityId), asc(activityLaps.position));
}

export type ComputedLoad = {
  id: string;
  loadX10: number | null;
  method: string;
  detail: Record<string, unknown>;
};

/** A statement holds this many in memory, here and in the server. */
const LOADS_AT_ONCE = 500;

/** Writes what the loads of activities are and how they were made. */
export async function updateActivityLoads(
  db: Tx,
  athleteId: string,
  loads: readonly ComputedLoad[],
): Promise<void> {
  for (let at = 0; at < loads.length; at += LOADS_AT_ONCE) {
    const rows = loads
      .slice(at, at + LOADS_AT_ONCE)
      .map(({ id, loadX10, method, detail }) => ({ id, load_x10: loadX10, method, detail }));
    await db.execute(sql`
      update activities a set load_x10 = n.load_x10, load_method = n.method, load_detail = n.detail
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as n(id uuid, load_x10 int, method text, detail jsonb)
       where a.athlete_id = ${athleteId} and a.id = n.id`);
  }
}

/** Adds the laps of many activities, in slices: one statement takes at most 65,535 values. */
export async function insertLaps(
  db: Tx,
  athleteId: string,
  laps: readonly (NewLap & { activityId: string })[],
): Promise<void> {
  for (let at = 0; at < laps.length; at += 1_000) {
    await db.insert(activityLaps).values(laps.slice(at, at + 1_000).map((lap) => ({ ...lap, athleteId })));
  }
}

/** Ids of everything there ever was, deleted ones too: what an import may not use again. */
export async function listUsedActivityIds(db: Tx, athleteId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.athleteId, athleteId));
  return new Set(rows.map(({ id }) => id));
}
