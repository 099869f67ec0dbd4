import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { digestSettings } from "../schema/organisations.ts";
import { reportSettings } from "../schema/reports.ts";

export type DigestReader = {
  userId: string;
  name: string;
  email: string;
  timeZone: string;
  units: "metric" | "imperial";
  orgId: string;
  orgName: string;
  hour: number;
  isOn: boolean;
  lastDigestOn: string | null;
  /** Asked for at once, whatever the hour; null: not. */
  askedAt: string | null;
  /** A judgement of one of the athletes is under way: what came with an import, the demo or the night just begun. */
  isJudging: boolean;
};

/** Who gets a morning digest of which organisation, at which hour of their own clock; for the night. */
export async function listDigestReaders(db: Tx): Promise<DigestReader[]> {
  return (await db.execute<DigestReader & Record<string, unknown>>(sql`
    select u.id as "userId", u.name, u.email, u.time_zone as "timeZone", u.units, o.id as "orgId", o.name as "orgName",
           coalesce(d.hour, 6)::int as hour, d.asked_at::text as "askedAt", coalesce(d.is_on, true) as "isOn",
           (select max(r.local_date)::text from reports r
             where r.reader_id = u.id and r.org_id = o.id and r.kind = 'digest') as "lastDigestOn",
           exists (
             select 1 from consents c
               join athletes a on a.athlete_id = c.athlete_id and a.deleted_at is null
               left join athlete_states s on s.athlete_id = c.athlete_id
              where c.coach_id = u.id and c.org_id = o.id and c.revoked_at is null
                and (exists (select 1 from nightly_runs n
                              where n.athlete_id = c.athlete_id and n.state = 'pending' and n.attempts = 0
                                and n.created_at > now() - interval '30 minutes')
                  or (s.judged_through is null and a.created_at > now() - interval '30 minutes'))) as "isJudging"
      from memberships m
      join users u on u.id = m.user_id and u.deleted_at is null
      join organisations o on o.id = m.org_id and o.deleted_at is null
      left join digest_settings d on d.org_id = m.org_id and d.user_id = m.user_id
     where m.status = 'active' and m.role in ('owner', 'head-coach', 'coach') and (coalesce(d.is_on, true) or d.asked_at is not null)
       and exists (select 1 from consents c where c.coach_id = u.id and c.org_id = o.id and c.revoked_at is null)`)) as DigestReader[];
}

export type WeekReader = {
  athleteId: string;
  email: string;
  timeZone: string;
  units: "metric" | "imperial";
  hour: number;
  /** 1 is Monday. */
  weekday: number;
  lastWeekOn: string | null;
};

/** Athletes who get their week by mail, with the day and hour of their own clock; for the night. */
export async function listWeekReaders(db: Tx): Promise<WeekReader[]> {
  return (await db.execute<WeekReader & Record<string, unknown>>(sql`
    select a.athlete_id as "athleteId", u.email, a.time_zone as "timeZone", u.units,
           coalesce(s.hour, 7)::int as hour, coalesce(s.weekday, 1)::int as weekday,
           (select max(r.local_date)::text from reports r
             where r.reader_id = a.athlete_id and r.kind = 'week') as "lastWeekOn"
      from athletes a
      join users u on u.id = a.athlete_id and u.deleted_at is null and not u.is_demo
      left join report_settings s on s.user_id = a.athlete_id
     where a.deleted_at is null and not a.is_demo and coalesce(s.is_on, true)`)) as WeekReader[];
}

/** An athlete's own setting for the week by mail, or null. */
export async function getReportSettingRow(db: Tx, userId: string) {
  const [row] = await db.select().from(reportSettings).where(eq(reportSettings.userId, userId));
  return row ?? null;
}

export async function upsertReportSetting(
  db: Tx,
  userId: string,
  set: { isOn: boolean; weekday: number; hour: number },
): Promise<void> {
  await db
    .insert(reportSettings)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: reportSettings.userId, set });
}

/** Asks for a digest at once. */
export async function askForDigest(db: Tx, of: { orgId: string; userId: string; at: Date }): Promise<void> {
  const { orgId, userId, at } = of;
  await db
    .insert(digestSettings)
    .values({ orgId, userId, askedAt: at })
    .onConflictDoUpdate({
      target: [digestSettings.orgId, digestSettings.userId],
      set: { askedAt: at },
    });
}

/** Notes that what was asked for is made; a later wish stays. For the night. */
export async function settleAskedDigest(
  db: Tx,
  of: { orgId: string; userId: string; askedAt: string },
): Promise<void> {
  await db
    .update(digestSettings)
    .set({ askedAt: null })
    .where(
      and(
        eq(digestSettings.orgId, of.orgId),
        eq(digestSettings.userId, of.userId),
        sql`${digestSettings.askedAt} <= ${of.askedAt}::timestamptz`,
      ),
    );
}
