import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athletes, comments, memberships, plannedWorkouts, threadReads, users } from "../schema/index.ts";
import { coachedBy } from "./plan-lists.ts";

/** What is said about an athlete on one workout, or on none: its last word, and what of it is new to the reader. */
export type Thread = {
  athleteId: string;
  athleteName: string;
  /** Null: words on no workout. */
  plannedWorkoutId: string | null;
  workoutTitle: string | null;
  workoutOn: string | null;
  unread: number;
  lastBody: string;
  lastAuthor: string | null;
  lastIsMine: boolean;
  lastIsPrivate: boolean;
  lastAt: string;
};

type Wanted = { actorId: string; since: Date; most: number };

/** The threads of every athlete the actor coaches, those with something new first: one statement. */
export async function listThreads(tx: Tx, { actorId, since, most }: Wanted): Promise<Thread[]> {
  const rows = await tx.execute<Thread>(sql`
    select t.athlete_id as "athleteId", u.name as "athleteName",
      t.planned_workout_id as "plannedWorkoutId", p.title as "workoutTitle", p.local_date as "workoutOn",
      t.unread, t.body as "lastBody", a.name as "lastAuthor", t.author_id = ${actorId} as "lastIsMine",
      t.is_private as "lastIsPrivate", t.created_at as "lastAt"
    from (${latestOf(tx, { actorId, since })}) t
    join ${athletes} s on s.athlete_id = t.athlete_id
    join ${users} u on u.id = t.athlete_id
    left join ${users} a on a.id = t.author_id
    left join ${plannedWorkouts} p on p.id = t.planned_workout_id and p.athlete_id = t.athlete_id
    order by (t.unread > 0) desc, t.created_at desc, t.athlete_id
    limit ${most}`);
  return [...rows].map((row) => ({ ...row, lastAt: new Date(row.lastAt).toISOString() }));
}

/** How many threads hold something new to the actor. */
export async function countUnreadThreads(tx: Tx, { actorId, since }: Omit<Wanted, "most">): Promise<number> {
  const rows = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${latestOf(tx, { actorId, since })}) t where t.unread > 0`,
  );
  return rows[0]?.count ?? 0;
}

/** A note among coaches is for its author and for the staff of its organisation. */
function readableBy(actorId: string): SQL {
  return sql`(not c.is_private or c.author_id = ${actorId} or c.org_id in (
    select m.org_id from ${memberships} m
    where m.user_id = ${actorId} and m.status = 'active' and m.role <> 'athlete'))`;
}

function latestOf(tx: Tx, { actorId, since }: Omit<Wanted, "most">): SQL {
  return sql`
    select distinct on (c.athlete_id, c.planned_workout_id) c.*,
      -- What is read is told to the millisecond, as it was shown.
      (count(*) filter (
        where c.author_id is distinct from ${actorId}
          and date_trunc('milliseconds', c.created_at) > coalesce(r.read_at, '-infinity'))
        over (partition by c.athlete_id, c.planned_workout_id))::int as unread
    from ${comments} c
    left join ${threadReads} r on r.athlete_id = c.athlete_id and r.reader_id = ${actorId}
      and r.subject_id = coalesce(c.planned_workout_id, c.athlete_id)
    where c.deleted_at is null and c.created_at >= ${since.toISOString()} and c.athlete_id in ${coachedBy(tx, actorId)} and ${readableBy(actorId)}
    order by c.athlete_id, c.planned_workout_id, c.created_at desc, c.id desc`;
}

/** The words of one thread, oldest first; private ones only for those who may read them. */
export async function listThread(
  tx: Tx,
  actorId: string,
  { athleteId, plannedWorkoutId }: Pick<Thread, "athleteId" | "plannedWorkoutId">,
) {
  const of =
    plannedWorkoutId === null
      ? sql`c.planned_workout_id is null`
      : sql`c.planned_workout_id = ${plannedWorkoutId}`;
  const rows = await tx.execute<{
    id: string;
    body: string;
    authorId: string | null;
    authorName: string | null;
    isPrivate: boolean;
    createdAt: string;
  }>(sql`
    select * from (
      select c.id, c.body, c.author_id as "authorId", u.name as "authorName", c.is_private as "isPrivate",
        c.created_at as "createdAt"
      from ${comments} c left join ${users} u on u.id = c.author_id
      where c.athlete_id = ${athleteId} and ${of} and c.deleted_at is null and ${readableBy(actorId)}
      order by c.created_at desc, c.id desc limit 200
    ) latest order by "createdAt", id`);
  return [...rows].map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }));
}

/** The reader has read a thread up to an instant; never less far than before. */
export async function markThreadRead(
  tx: Tx,
  read: { athleteId: string; readerId: string; subjectId: string; readAt: Date },
): Promise<void> {
  await tx
    .insert(threadReads)
    .values(read)
    .onConflictDoUpdate({
      target: [threadReads.athleteId, threadReads.readerId, threadReads.subjectId],
      set: { readAt: sql`greatest(${threadReads.readAt}, excluded.read_at)` },
    });
}
