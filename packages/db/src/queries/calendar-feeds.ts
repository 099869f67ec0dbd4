import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { calendarFeeds } from "../schema/calendar-feeds.ts";

export type CalendarFeedRow = typeof calendarFeeds.$inferSelect;
export type NewCalendarFeed = Omit<typeof calendarFeeds.$inferInsert, "athleteId">;

export async function insertCalendarFeed(db: Tx, athleteId: string, feed: NewCalendarFeed): Promise<void> {
  await db.insert(calendarFeeds).values({ ...feed, athleteId });
}

/** The feeds of an athlete that still work, oldest first. */
export async function listCalendarFeeds(db: Tx, athleteId: string): Promise<CalendarFeedRow[]> {
  return await db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.athleteId, athleteId), isNull(calendarFeeds.revokedAt)))
    .orderBy(asc(calendarFeeds.createdAt));
}

/** Ends or changes a feed; false when it is not the athlete's or has ended. */
export async function updateCalendarFeed(
  db: Tx,
  athleteId: string,
  id: string,
  change: Partial<Pick<CalendarFeedRow, "detail" | "startMinutes" | "revokedAt">>,
): Promise<boolean> {
  const rows = await db
    .update(calendarFeeds)
    .set(change)
    .where(
      and(eq(calendarFeeds.athleteId, athleteId), eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt)),
    )
    .returning({ id: calendarFeeds.id });
  return rows.length > 0;
}

/** Whose feed a secret opens, for a reader who is not signed in; null for an unknown or ended one. */
export async function findCalendarOwner(
  db: Tx,
  tokenHash: Uint8Array,
): Promise<{ id: string; athleteId: string } | null> {
  const hash = Buffer.from(tokenHash).toString("hex");
  const rows = await db.execute<{ id: string; athlete_id: string }>(
    sql`select id, athlete_id from app.calendar_by_token(decode(${hash}, 'hex'))`,
  );
  const [row] = rows;
  return row ? { id: row.id, athleteId: row.athlete_id } : null;
}
