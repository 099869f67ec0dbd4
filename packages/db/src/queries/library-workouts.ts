import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { libraryWorkouts, libraryWorkoutVersions, memberships, users } from "../schema/index.ts";

export type LibraryWorkoutRow = typeof libraryWorkouts.$inferSelect;
type NewWorkout = Omit<typeof libraryWorkouts.$inferInsert, "createdAt" | "updatedAt">;
type NewVersion = Omit<typeof libraryWorkoutVersions.$inferInsert, "createdAt">;

/** What somebody may see: shared by the staff of an organisation they work for, or their own. */
function seenBy(tx: Tx, actorId: string) {
  const orgs = tx
    .select({ orgId: memberships.orgId })
    .from(memberships)
    .where(
      and(eq(memberships.userId, actorId), eq(memberships.status, "active"), ne(memberships.role, "athlete")),
    );
  return and(
    inArray(libraryWorkouts.orgId, orgs),
    or(eq(libraryWorkouts.isShared, true), eq(libraryWorkouts.authorId, actorId)),
    isNull(libraryWorkouts.archivedAt),
  );
}

/** Every kept workout that the actor may see, of all their organisations, by folder and title. */
export function listLibraryWorkouts(tx: Tx, actorId: string) {
  return tx
    .select({
      id: libraryWorkouts.id,
      orgId: libraryWorkouts.orgId,
      authorId: libraryWorkouts.authorId,
      authorName: users.name,
      isShared: libraryWorkouts.isShared,
      folder: libraryWorkouts.folder,
      title: libraryWorkouts.title,
      kind: libraryWorkouts.kind,
      hard: libraryWorkouts.hard,
      text: libraryWorkouts.text,
      purpose: libraryWorkouts.purpose,
      phases: libraryWorkouts.phases,
      events: libraryWorkouts.events,
      level: libraryWorkouts.level,
      freshness: libraryWorkouts.freshness,
      version: libraryWorkouts.version,
    })
    .from(libraryWorkouts)
    .leftJoin(users, eq(users.id, libraryWorkouts.authorId))
    .where(seenBy(tx, actorId))
    .orderBy(asc(libraryWorkouts.folder), asc(libraryWorkouts.title), asc(libraryWorkouts.id));
}

/** The versions of a kept workout, the latest first. */
export function listLibraryVersions(tx: Tx, actorId: string, at: { orgId: string; id: string }) {
  return tx
    .select({
      version: libraryWorkoutVersions.version,
      title: libraryWorkoutVersions.title,
      kind: libraryWorkoutVersions.kind,
      hard: libraryWorkoutVersions.hard,
      text: libraryWorkoutVersions.text,
      authorName: users.name,
      createdAt: libraryWorkoutVersions.createdAt,
    })
    .from(libraryWorkoutVersions)
    .innerJoin(libraryWorkouts, eq(libraryWorkouts.id, libraryWorkoutVersions.workoutId))
    .leftJoin(users, eq(users.id, libraryWorkoutVersions.authorId))
    .where(
      and(
        eq(libraryWorkoutVersions.orgId, at.orgId),
        eq(libraryWorkoutVersions.workoutId, at.id),
        seenBy(tx, actorId),
      ),
    )
    .orderBy(desc(libraryWorkoutVersions.version));
}

export async function insertLibraryWorkouts(tx: Tx, workouts: readonly NewWorkout[]): Promise<void> {
  await tx.insert(libraryWorkouts).values([...workouts]);
}

export async function insertLibraryVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.insert(libraryWorkoutVersions).values([...versions]);
}

/** Null when it is not there, not one's to change, or no longer at this version. */
export async function updateLibraryWorkout(
  tx: Tx,
  { actorId, orgId }: { actorId: string; orgId: string },
  at: { id: string; version: number },
  changes: Partial<NewWorkout>,
): Promise<LibraryWorkoutRow | null> {
  const [row] = await tx
    .update(libraryWorkouts)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(
      and(
        eq(libraryWorkouts.id, at.id),
        eq(libraryWorkouts.orgId, orgId),
        eq(libraryWorkouts.version, at.version),
        seenBy(tx, actorId),
      ),
    )
    .returning();
  return row ?? null;
}
