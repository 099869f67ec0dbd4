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

export type UrgentWarning = {
  warningId: string;
  kind: string;
  severity: "info" | "warn" | "error";
  title: string;
  evidence: Record<string, unknown>[];
  remedy: Record<string, unknown> | null;
  openedOn: string;
  athleteId: string;
  athleteName: string;
  timeZone: string;
  coachId: string;
  coachEmail: string;
  /** The coach's. */
  units: "metric" | "imperial";
  /** Whether the coach may open the athlete's page: health alone does not show it. */
  showsTraining: boolean;
};

/**
 * Open health warnings of some kinds, opened on a day or later, each with every coach to whom the athlete shows
 * health: without demo athletes, and without what this coach was told of in the last three days; for the night.
 */
export async function listUrgentWarnings(
  db: Tx,
  of: { kinds: readonly string[]; from: string; now: Date },
): Promise<UrgentWarning[]> {
  const kinds = JSON.stringify(of.kinds);
  return (await db.execute<UrgentWarning & Record<string, unknown>>(sql`
    select distinct on (w.athlete_id, w.kind, c.coach_id)
           w.id as "warningId", w.kind, w.severity, w.title, w.evidence, w.remedy, w.opened_on::text as "openedOn",
           w.athlete_id as "athleteId", u.name as "athleteName", a.time_zone as "timeZone",
           c.coach_id as "coachId", k.email as "coachEmail", k.units,
           exists (select 1 from consents t
                     join memberships tm on tm.org_id = t.org_id and tm.user_id = t.coach_id and tm.status = 'active'
                    where t.coach_id = c.coach_id and t.athlete_id = c.athlete_id and t.scope = 'training'
                      and t.revoked_at is null) as "showsTraining"
      from warnings w
      join athletes a on a.athlete_id = w.athlete_id and a.deleted_at is null and not a.is_demo
      join users u on u.id = w.athlete_id and u.deleted_at is null
      join consents c on c.athlete_id = w.athlete_id and c.scope = 'medical' and c.revoked_at is null
      join memberships m on m.org_id = c.org_id and m.user_id = c.coach_id and m.status = 'active'
      join organisations o on o.id = c.org_id and o.deleted_at is null
      join users k on k.id = c.coach_id and k.deleted_at is null
     where w.closed_on is null and w.scope = 'medical' and w.verdict is null and w.snoozed_until is null
       and w.opened_on >= ${of.from} and w.kind in (select jsonb_array_elements_text(${kinds}::text::jsonb))
       and not exists (
         select 1 from outbox x
          where x.user_id = c.coach_id and x.created_at > ${of.now.toISOString()}::timestamptz - interval '3 days'
            and x.dedupe_key like 'alert:' || w.athlete_id || ':' || w.kind || ':%')
     order by w.athlete_id, w.kind, c.coach_id, w.opened_on`)) as UrgentWarning[];
}
