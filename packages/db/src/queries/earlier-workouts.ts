import { and, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activities, plannedWorkouts, seasons } from "../schema/index.ts";

/** A workout planned for an earlier day, and what was done of it; null: not recorded. */
export type EarlierWorkout = {
  id: string;
  date: string;
  libraryId: string | null;
  kind: string;
  hard: boolean;
  title: string;
  text: string | null;
  status: (typeof plannedWorkouts.$inferSelect)["status"];
  grade: string | null;
  rpe: number | null;
  durationS: number | null;
  distanceM: number | null;
};

type Wanted = { from: string; before: string; kind: string; libraryId: string | null; most: number };

/** Workouts, assigned or in a draft, of one kind, or of one place in the library, latest first: one statement. */
export async function listEarlierWorkouts(
  tx: Tx,
  athleteId: string,
  { from, before, kind, libraryId, most }: Wanted,
): Promise<EarlierWorkout[]> {
  const drafts = tx
    .select({ id: seasons.id })
    .from(seasons)
    .where(and(eq(seasons.athleteId, athleteId), eq(seasons.status, "draft")));
  const ofKind = eq(plannedWorkouts.kind, kind);
  return await tx
    .select({
      id: plannedWorkouts.id,
      date: plannedWorkouts.localDate,
      libraryId: plannedWorkouts.libraryId,
      kind: plannedWorkouts.kind,
      hard: plannedWorkouts.hard,
      title: plannedWorkouts.title,
      text: plannedWorkouts.text,
      status: plannedWorkouts.status,
      grade: sql<string | null>`${plannedWorkouts.grade} ->> 'grade'`,
      rpe: sql<number | null>`max(${activities.rpe})`,
      durationS: sql<number | null>`sum(${activities.durationS})`,
      distanceM: sql<number | null>`sum(${activities.distanceM})`,
    })
    .from(plannedWorkouts)
    .leftJoin(
      activities,
      and(
        eq(activities.plannedWorkoutId, plannedWorkouts.id),
        eq(activities.athleteId, plannedWorkouts.athleteId),
        isNull(activities.deletedAt),
      ),
    )
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        gte(plannedWorkouts.localDate, from),
        lt(plannedWorkouts.localDate, before),
        isNull(plannedWorkouts.deletedAt),
        or(eq(plannedWorkouts.isAssigned, true), inArray(plannedWorkouts.seasonId, drafts)),
        libraryId === null ? ofKind : or(ofKind, eq(plannedWorkouts.libraryId, libraryId)),
      ),
    )
    .groupBy(plannedWorkouts.id, plannedWorkouts.athleteId)
    .orderBy(desc(plannedWorkouts.localDate), desc(plannedWorkouts.id))
    .limit(most);
}
