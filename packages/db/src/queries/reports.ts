import { and, asc, between, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteStates } from "../schema/athlete-states.ts";
import { consents, memberships, organisations } from "../schema/organisations.ts";
import { reports } from "../schema/reports.ts";
import { plannedWorkouts, seasonPhases, seasons } from "../schema/seasons.ts";
import { users } from "../schema/users.ts";
import { warnings } from "../schema/warnings.ts";
import type { ConsentScope } from "./consents.ts";
import type { SeasonPhaseRow } from "./seasons.ts";

export type ReportRow = typeof reports.$inferSelect;

/** The athletes of one coach in one organisation, with what each lets the coach see. */
export async function listDigestAthletes(db: Tx, reader: { orgId: string; userId: string }) {
  return await db
    .select({
      athleteId: consents.athleteId,
      name: users.name,
      scopes: sql<ConsentScope[]>`array_agg(${consents.scope})`,
      state: athleteStates,
    })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.athleteId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.orgId, consents.orgId),
        eq(memberships.userId, consents.athleteId),
        eq(memberships.status, "active"),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, consents.orgId))
    .leftJoin(athleteStates, eq(athleteStates.athleteId, consents.athleteId))
    .where(
      and(eq(consents.orgId, reader.orgId), eq(consents.coachId, reader.userId), isNull(consents.revokedAt)),
    )
    .groupBy(consents.athleteId, users.name, athleteStates.athleteId)
    .orderBy(asc(users.name));
}

/** Open warnings of some athletes; for the night. */
export async function listOpenWarningsOf(db: Tx, athleteIds: readonly string[]) {
  if (athleteIds.length === 0) return [];
  return await db
    .select()
    .from(warnings)
    .where(and(inArray(warnings.athleteId, [...athleteIds]), isNull(warnings.closedOn)));
}

/** Phases of assigned seasons that ended on a day. */
export async function listEndedPhases(
  db: Tx,
  athleteIds: readonly string[],
  day: string,
): Promise<{ athleteId: string; kind: SeasonPhaseRow["kind"]; startsOn: string }[]> {
  if (athleteIds.length === 0) return [];
  return await db
    .select({ athleteId: seasonPhases.athleteId, kind: seasonPhases.kind, startsOn: seasonPhases.startsOn })
    .from(seasonPhases)
    .innerJoin(
      seasons,
      and(eq(seasons.id, seasonPhases.seasonId), eq(seasons.athleteId, seasonPhases.athleteId)),
    )
    .where(
      and(
        inArray(seasonPhases.athleteId, [...athleteIds]),
        eq(seasonPhases.endsOn, day),
        eq(seasons.status, "assigned"),
      ),
    );
}

export type DayCounts = {
  athleteId: string;
  planned: number;
  done: number;
  missed: number;
  plannedKm: number | null;
  doneKm: number | null;
};

/** What was planned for a day and what came of it, per athlete; for the night. */
export async function countDay(db: Tx, athleteIds: readonly string[], day: string): Promise<DayCounts[]> {
  if (athleteIds.length === 0) return [];
  const ids = JSON.stringify(athleteIds);
  return (await db.execute<DayCounts & Record<string, unknown>>(sql`
    select i.id::text as "athleteId",
           coalesce(p.planned, 0)::int as planned, coalesce(p.done, 0)::int as done, coalesce(p.missed, 0)::int as missed,
           p.km as "plannedKm", a.km as "doneKm"
      from (select jsonb_array_elements_text(${ids}::text::jsonb)::uuid as id) i
      left join lateral (
        select count(*) as planned, count(*) filter (where status in ('done', 'changed')) as done,
               count(*) filter (where status = 'missed') as missed,
               sum(distance_m) filter (where kind not in ('strength', 'plyometrics', 'drills', 'mobility', 'cross')) / 1000 as km
          from planned_workouts w
         where w.athlete_id = i.id and w.local_date = ${day} and w.is_assigned and w.deleted_at is null and w.kind <> 'rest') p on true
      left join lateral (
        select sum(distance_m) filter (where sport = 'run') / 1000 as km
          from activities x where x.athlete_id = i.id and x.local_date = ${day} and x.deleted_at is null) a on true`)) as DayCounts[];
}

export type ComingWorkout = {
  athleteId: string;
  date: string;
  kind: string;
  hard: boolean;
  title: string;
};

/** What some athletes still have planned from a day on, up to another, rest days left out; for the night. */
export async function listComing(
  db: Tx,
  athleteIds: readonly string[],
  days: { from: string; to: string },
): Promise<ComingWorkout[]> {
  if (athleteIds.length === 0) return [];
  const { athleteId, localDate, kind, hard, title, status, isAssigned, deletedAt } = plannedWorkouts;
  return await db
    .select({ athleteId, date: localDate, kind, hard, title })
    .from(plannedWorkouts)
    .where(
      and(
        inArray(athleteId, [...athleteIds]),
        between(localDate, days.from, days.to),
        eq(status, "planned"),
        ne(kind, "rest"),
        eq(isAssigned, true),
        isNull(deletedAt),
      ),
    )
    .orderBy(asc(localDate), asc(athleteId), asc(plannedWorkouts.position), asc(plannedWorkouts.id));
}

/** Stores a report in place of the one of the same reader, kind and day, which goes out once more; for the night. */
export async function replaceReport(db: Tx, report: typeof reports.$inferInsert): Promise<ReportRow> {
  const { subject, content, html } = report;
  const [row] = await db
    .insert(reports)
    .values(report)
    .onConflictDoUpdate({
      target: [reports.readerId, reports.orgId, reports.athleteId, reports.kind, reports.localDate],
      set: { subject, content, html, sentAt: null, readAt: null, failure: null },
    })
    .returning();
  if (!row) throw new Error("the report was not stored");
  return row;
}

/** Stores a report, once per reader, kind and day; null when it is there already. */
export async function insertReport(db: Tx, report: typeof reports.$inferInsert): Promise<ReportRow | null> {
  const [row] = await db.insert(reports).values(report).onConflictDoNothing().returning();
  return row ?? null;
}

/** The newest digest of a reader and organisation, as far as its mail is concerned; null before the first. */
export async function getLastDigest(
  db: Tx,
  of: { orgId: string; readerId: string },
): Promise<Pick<ReportRow, "localDate" | "sentAt" | "failure"> | null> {
  const [row] = await db
    .select({ localDate: reports.localDate, sentAt: reports.sentAt, failure: reports.failure })
    .from(reports)
    .where(and(eq(reports.readerId, of.readerId), eq(reports.orgId, of.orgId), eq(reports.kind, "digest")))
    .orderBy(desc(reports.localDate))
    .limit(1);
  return row ?? null;
}

/** A reader's own reports, newest first; without those that had nothing to say. */
export async function listReports(
  db: Tx,
  readerId: string,
  limit = 60,
): Promise<Omit<ReportRow, "content" | "html">[]> {
  const { content: _c, html: _h, ...columns } = reportColumns;
  return await db
    .select(columns)
    .from(reports)
    .where(and(eq(reports.readerId, readerId), ne(reports.subject, "")))
    .orderBy(desc(reports.localDate), desc(reports.createdAt))
    .limit(limit);
}

const reportColumns = {
  id: reports.id,
  readerId: reports.readerId,
  orgId: reports.orgId,
  athleteId: reports.athleteId,
  kind: reports.kind,
  localDate: reports.localDate,
  subject: reports.subject,
  content: reports.content,
  html: reports.html,
  createdAt: reports.createdAt,
  sentAt: reports.sentAt,
  readAt: reports.readAt,
  failure: reports.failure,
};

/** One of a reader's own reports, or null. */
export async function getReport(db: Tx, readerId: string, id: string): Promise<ReportRow | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.readerId, readerId)));
  return row ?? null;
}

/** Notes that the reader opened it, the first time. */
export async function markReportRead(
  db: Tx,
  readerId: string,
  read: { id: string; at: Date },
): Promise<void> {
  await db
    .update(reports)
    .set({ readAt: read.at })
    .where(and(eq(reports.id, read.id), eq(reports.readerId, readerId), isNull(reports.readAt)));
}

/** Notes that its mail left the house; for the night. */
export async function markReportSent(db: Tx, id: string, at: Date): Promise<void> {
  await db.update(reports).set({ sentAt: at, failure: null }).where(eq(reports.id, id));
}

/** Notes that its mail was given up, and why; for the night. */
export async function markReportFailed(db: Tx, id: string, failure: string): Promise<void> {
  await db.update(reports).set({ failure }).where(eq(reports.id, id));
}

/** A report with the address of its reader, and whether a digest may still be theirs; null where reader or report is gone. */
export async function getMailReport(
  db: Tx,
  id: string,
): Promise<{ report: ReportRow; email: string; units: "metric" | "imperial"; coaches: boolean } | null> {
  const [row] = await db
    .select({
      report: reports,
      email: users.email,
      units: users.units,
      coaches: sql<boolean>`exists (select from memberships m join organisations o on o.id = m.org_id and o.deleted_at is null
        where m.org_id = ${reports.orgId} and m.user_id = ${reports.readerId} and m.status = 'active'
          and m.role in ('owner', 'head-coach', 'coach'))`,
    })
    .from(reports)
    .innerJoin(users, and(eq(users.id, reports.readerId), isNull(users.deletedAt)))
    .where(eq(reports.id, id));
  return row ?? null;
}
