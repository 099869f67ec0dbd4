import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

export type UrgentWarning = {
  warningId: string;
  kind: string;
  severity: "info" | "warn" | "error";
  title: string;
  evidence: Record<string, unknown>[];
  remedy: Record<string, unknown> | null;
  openedOn: string;
  lastSeenOn: string;
  /** A coach snoozed it, or said that it is right. */
  isHandled: boolean;
  athleteId: string;
  athleteName: string;
  timeZone: string;
  coachId: string;
  coachEmail: string;
  /** The coach's. */
  units: "metric" | "imperial";
  /** Whether the coach may open the athlete's page: health alone does not show it. */
  showsTraining: boolean;
  /** The keys of the mails by which this coach was told of the kind, and which are of the last three days. */
  told: { key: string; isRecent: boolean }[];
};

/**
 * Open health warnings of some kinds that held on a day or later, each with every coach to whom the athlete shows health;
 * without demo athletes, and without what was called wrong; for the night.
 */
export function listUrgentWarnings(
  db: Tx,
  of: { kinds: readonly string[]; from: string; now: Date },
): Promise<UrgentWarning[]> {
  return find(
    db,
    sql`w.last_seen_on >= ${of.from} and w.kind in (
    select jsonb_array_elements_text(${JSON.stringify(of.kinds)}::text::jsonb))`,
    of.now,
  );
}

/** What is open of one kind of an athlete, for a coach to whom health is still shown; null where there is none. */
export async function getUrgentWarning(
  db: Tx,
  of: { athleteId: string; kind: string; coachId: string; now: Date },
): Promise<UrgentWarning | null> {
  const { athleteId, kind, coachId, now } = of;
  const [row] = await find(
    db,
    sql`w.athlete_id = ${athleteId}::uuid and w.kind = ${kind} and c.coach_id = ${coachId}::uuid`,
    now,
  );
  return row ?? null;
}

async function find(db: Tx, which: ReturnType<typeof sql>, now: Date): Promise<UrgentWarning[]> {
  return (await db.execute<UrgentWarning & Record<string, unknown>>(sql`
    select distinct on (w.athlete_id, w.kind, c.coach_id)
           w.id as "warningId", w.kind, w.severity, w.title, w.evidence, w.remedy, w.opened_on::text as "openedOn",
           w.last_seen_on::text as "lastSeenOn", w.verdict is not null or w.snoozed_until is not null as "isHandled",
           w.athlete_id as "athleteId", u.name as "athleteName", a.time_zone as "timeZone",
           c.coach_id as "coachId", k.email as "coachEmail", k.units,
           exists (select 1 from consents t
                     join memberships tm on tm.org_id = t.org_id and tm.user_id = t.coach_id and tm.status = 'active'
                    where t.coach_id = c.coach_id and t.athlete_id = c.athlete_id and t.scope = 'training'
                      and t.revoked_at is null) as "showsTraining",
           (select coalesce(jsonb_agg(jsonb_build_object('key', x.dedupe_key,
                     'isRecent', x.created_at > ${now.toISOString()}::timestamptz - interval '3 days')), '[]')
              from outbox x
             where x.user_id = c.coach_id and x.dedupe_key like 'alert:' || w.athlete_id || ':' || w.kind || ':%') as told
      from warnings w
      join athletes a on a.athlete_id = w.athlete_id and a.deleted_at is null and not a.is_demo
      join users u on u.id = w.athlete_id and u.deleted_at is null
      join consents c on c.athlete_id = w.athlete_id and c.scope = 'medical' and c.revoked_at is null
      join memberships m on m.org_id = c.org_id and m.user_id = c.coach_id and m.status = 'active'
      join organisations o on o.id = c.org_id and o.deleted_at is null
      join users k on k.id = c.coach_id and k.deleted_at is null
     where w.closed_on is null and w.scope = 'medical' and w.verdict is distinct from 'wrong' and ${which}
     order by w.athlete_id, w.kind, c.coach_id, w.opened_on`)) as UrgentWarning[];
}
