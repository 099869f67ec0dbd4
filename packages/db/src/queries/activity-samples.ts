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

/** Takes an activity's samples and track away. */
export async function deleteSamples(db: Tx, athleteId: string, activityId: string): Promise<void> {
  for (const table of [activityStreams, activityTracks])
    await db.delete(table).where(and(eq(table.athleteId, athleteId), eq(table.activityId, activityId)));
}
