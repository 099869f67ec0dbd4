import { and, asc, between, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { plannedWorkouts } from "../schema/index.ts";
import type { DayRange } from "./day-range.ts";

export type PlannedWorkoutRow = typeof plannedWorkouts.$inferSelect;
export type NewPlannedWorkout = Omit<typeof plannedWorkouts.$inferInsert, "athleteId">;

/** What is planned in a range of days; drafts only where `drafts` says so. */
export function listPlannedWorkouts(
  tx: Tx,
  athleteId: string,
  range: DayRange & { drafts?: boolean },
): Promise<PlannedWorkoutRow[]> {
  return tx
    .select()
    .from(plannedWorkouts)
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        between(plannedWorkouts.localDate, range.from, range.to),
        isNull(plannedWorkouts.deletedAt),
        range.drafts ? undefined : eq(plannedWorkouts.isAssigned, true),
      ),
    )
    .orderBy(asc(plannedWorkouts.localDate), asc(plannedWorkouts.position), asc(plannedWorkouts.id));
}

/** Ids and texts of everything that was ever planned, deleted ones too: what an import may not write again. */
export function listPlannedKeys(tx: Tx, athleteId: string) {
  const { id, localDate, title, text, isAssigned } = plannedWorkouts;
  return tx
    .select({ id, localDate, title, text, isAssigned })
    .from(plannedWorkouts)
    .where(eq(plannedWorkouts.athleteId, athleteId));
}

export function listSeasonWorkouts(
  tx: Tx,
  athleteId: string,
  seasonId: string,
): Promise<PlannedWorkoutRow[]> {
  return tx
    .select()
    .from(plannedWorkouts)
    .where(
      and(
        eq(plannedWorkouts.seasonId, seasonId),
        eq(plannedWorkouts.athleteId, athleteId),
        isNull(plannedWorkouts.deletedAt),
      ),
    )
    .orderBy(asc(plannedWorkouts.localDate), asc(plannedWorkouts.position), asc(plannedWorkouts.id));
}

/** The workouts of some seasons, whosever they are: one statement. */
export function listWorkoutsOfSeasons(tx: Tx, seasonIds: readonly string[]): Promise<PlannedWorkoutRow[]> {
  return tx
    .select()
    .from(plannedWorkouts)
    .where(and(inArray(plannedWorkouts.seasonId, [...seasonIds]), isNull(plannedWorkouts.deletedAt)))
    .orderBy(asc(plannedWorkouts.localDate), asc(plannedWorkouts.position), asc(plannedWorkouts.id));
}

export async function getPlannedWorkout(
  tx: Tx,
  athleteId: string,
  id: string,
): Promise<PlannedWorkoutRow | null> {
  const [row] = await tx
    .select()
    .from(plannedWorkouts)
    .where(
      and(
        eq(plannedWorkouts.id, id),
        eq(plannedWorkouts.athleteId, athleteId),
        isNull(plannedWorkouts.deletedAt),
      ),
    );
  return row ?? null;
}

/** In slices: one statement takes at most 65,535 values. */
export async function insertPlannedWorkouts(
  tx: Tx,
  athleteId: string,
  workouts: readonly NewPlannedWorkout[],
): Promise<PlannedWorkoutRow[]> {
  const rows: PlannedWorkoutRow[] = [];
  for (let at = 0; at < workouts.length; at += 500) {
    const slice = workouts.slice(at, at + 500).map((workout) => ({ ...workout, athleteId }));
    rows.push(...(await tx.insert(plannedWorkouts).values(slice).returning()));
  }
  return rows;
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updatePlannedWorkout(
  tx: Tx,
  athleteId: string,
  at: { id: string; version: number },
  changes: Partial<Omit<NewPlannedWorkout, "id" | "version">>,
): Promise<PlannedWorkoutRow | null> {
  const [row] = await tx
    .update(plannedWorkouts)
    .set({ ...changes, version: sql`${plannedWorkouts.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(plannedWorkouts.id, at.id),
        eq(plannedWorkouts.athleteId, athleteId),
        eq(plannedWorkouts.version, at.version),
      ),
    )
    .returning();
  return row ?? null;
}

/** Takes workouts off the plan for good; those a person edited or did are the caller's to keep. */
export async function deletePlannedWorkouts(
  tx: Tx,
  athleteId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(plannedWorkouts)
    .where(and(inArray(plannedWorkouts.id, [...ids]), eq(plannedWorkouts.athleteId, athleteId)));
}
