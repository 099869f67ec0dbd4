import { addDays, instantOf, localDay } from "@repo/core/calendar";
import { type Db, type Tx, withActor } from "@repo/db";
import {
  type CalendarFeedRow,
  findCalendarOwner,
  getAthlete,
  listCalendarFeeds,
  listPlannedWorkouts,
  type PlannedWorkoutRow,
} from "@repo/db/queries";
import { hashToken } from "@repo/services/identity";
import { type CalendarEvent, writeIcs } from "./write-ics.ts";

const DAYS_BACK = 28;
const DAYS_AHEAD = 400;
const DURATION_WHERE_OPEN_S = 3_600;

/** The plan behind a secret address as an iCalendar file; null for an address that is unknown or has ended. */
export async function readCalendar(web: Db, token: string, now: Date): Promise<string | null> {
  const owner = await findCalendarOwner(web, hashToken(token));
  if (!owner) return null;
  return await withActor(web, { userId: owner.athleteId }, async (db) => {
    const feed = (await listCalendarFeeds(db, owner.athleteId)).find(({ id }) => id === owner.id);
    return feed ? await calendarOf(db, feed, now) : null;
  });
}

async function calendarOf(db: Tx, feed: CalendarFeedRow, now: Date): Promise<string | null> {
  const athlete = await getAthlete(db, feed.athleteId);
  if (!athlete) return null;
  const today = localDay(now, athlete.timeZone);
  const planned = await listPlannedWorkouts(db, feed.athleteId, {
    from: addDays(today, -DAYS_BACK),
    to: addDays(today, DAYS_AHEAD),
  });
  const events = planned
    .filter(({ kind }) => kind !== "rest")
    .map((workout) => eventOf(workout, feed, athlete.timeZone));
  return writeIcs(feed.detail === "full" ? "Training" : "Busy", events);
}

function eventOf(workout: PlannedWorkoutRow, feed: CalendarFeedRow, timeZone: string): CalendarEvent {
  const isFull = feed.detail === "full";
  return {
    uid: `${workout.id}@mesocycle`,
    version: workout.version,
    stamp: workout.updatedAt,
    title: isFull ? workout.title : "Busy",
    text: isFull ? workout.text || null : null,
    when: whenOf(workout, feed, timeZone),
    isPrivate: !isFull,
  };
}

/** Wall-clock time in the athlete's zone, as an instant: daylight saving is settled here and not by the calendar. */
function whenOf(
  { localDate, durationS }: PlannedWorkoutRow,
  { startMinutes }: CalendarFeedRow,
  timeZone: string,
): CalendarEvent["when"] {
  const weekday = (new Date(`${localDate}T00:00:00Z`).getUTCDay() + 6) % 7;
  const minutes = startMinutes[weekday] ?? null;
  if (minutes === null) return { date: localDate };
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
  return {
    startAt: new Date(instantOf(localDate, clock, timeZone)),
    durationS: durationS ?? DURATION_WHERE_OPEN_S,
  };
}
