import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activityStreams, activityTracks } from "../schema/activities.ts";

export type NewStreams = Omit<typeof activityStreams.$inferInsert, "athleteId" | "activityId">;
export type NewTrack = Omit<typeof activityTracks.$inferInsert, "athleteId" | "activityId">;

/** Stores the samples of an activity, in place of earlier ones; the track apart, for it has a consent of its own. */
export async function upsertStreams(
  db: Tx,
  athleteId: string,
  activityId: string,
  samples: { streams: NewStreams; track: NewTrack | null },
): Promise<void> {
  const streams = { ...samples.streams, athleteId, activityId };
  await db
    .insert(activityStreams)
    .values(streams)
    .onConflictDoUpdate({
      target: [activityStreams.activityId, activityStreams.athleteId],
      set: samples.streams,
    });
  if (samples.track === null) return;
  await db
    .insert(activityTracks)
    .values({ ...samples.track, athleteId, activityId })
    .onConflictDoUpdate({
      target: [activityTracks.activityId, activityTracks.athleteId],
      set: samples.track,
    });
}

/** Stores the samples of activities that were added just now. */
export async function insertStreams(
  db: Tx,
  athleteId: string,
  rows: readonly { activityId: string; streams: NewStreams; track: NewTrack | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  const own = ({ activityId }: { activityId: string }) => ({ athleteId, activityId });
  await db.insert(activityStreams).values(rows.map((row) => ({ ...row.streams, ...own(row) })));
  const tracks = rows.flatMap((row) => (row.track === null ? [] : [{ ...row.track, ...own(row) }]));
  if (tracks.length > 0) await db.insert(activityTracks).values(tracks);
}

/** The packed samples of an activity, or null. */
export async function getStreams(db: Tx, athleteId: string, activityId: string) {
  const [row] = await db
    .select()
    .from(activityStreams)
    .where(and(eq(activityStreams.athleteId, athleteId), eq(activityStreams.activityId, activityId)));
  return row ?? null;
}

/** The packed samples of some activities. */
export async function listStreams(db: Tx, athleteId: string, activityIds: readonly string[]) {
  if (activityIds.length === 0) return [];
  return await db
    .select()
    .from(activityStreams)
    .where(
      and(eq(activityStreams.athleteId, athleteId), inArray(activityStreams.activityId, [...activityIds])),
    );
}

/** Of each of some activities that has samples: its id and what a load needs of them, null where that is not kept. */
export async function listEfforts(
  db: Tx,
  athleteId: string,
  activityIds: readonly string[],
): Promise<[string, NonNullable<NewStreams["effort"]> | null][]> {
  const { activityId: id, effort } = activityStreams;
  const found: [string, NonNullable<NewStreams["effort"]> | null][] = [];
  for (let at = 0; at < activityIds.length; at += 1_000) {
    const rows = await db
      .select({ id, effort })
      .from(activityStreams)
      .where(and(eq(activityStreams.athleteId, athleteId), inArray(id, activityIds.slice(at, at + 1_000))));
    for (const row of rows) found.push([row.id, row.effort]);
  }
  return found;
}

/** Takes an activity's samples and track away. */
export async function deleteSamples(db: Tx, athleteId: string, activityId: string): Promise<void> {
  for (const table of [activityStreams, activityTracks])
    await db.delete(table).where(and(eq(table.athleteId, athleteId), eq(table.activityId, activityId)));
}
