import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { assessments, recoveryAssessments } from "../schema/assessments.ts";
import { athleteWellnessStates } from "../schema/athlete-states.ts";
import { dayBands } from "../schema/day-bands.ts";
import { plannedWorkouts } from "../schema/seasons.ts";
import { warnings } from "../schema/warnings.ts";

type Json = Record<string, unknown>;

/** Keeps the night's judgement of training as of a day. */
export async function upsertAssessment(
  db: Tx,
  athleteId: string,
  assessment: { asOf: string; intensity: Json; progress: Json },
): Promise<void> {
  const { asOf, ...content } = assessment;
  await db
    .insert(assessments)
    .values({ athleteId, asOf, ...content })
    .onConflictDoUpdate({ target: [assessments.athleteId, assessments.asOf], set: content });
}

/** Keeps the night's judgement of recovery, and what the roster shows of it. */
export async function upsertRecovery(
  db: Tx,
  athleteId: string,
  judged: {
    asOf: string;
    recovery: Json & { state: "ready" | "caution" | "rest" | "unknown"; signals: Json[] };
    lastCheckInOn: string | null;
  },
): Promise<void> {
  const { asOf, recovery, lastCheckInOn } = judged;
  await db
    .insert(recoveryAssessments)
    .values({ athleteId, asOf, recovery })
    .onConflictDoUpdate({
      target: [recoveryAssessments.athleteId, recoveryAssessments.asOf],
      set: { recovery },
    });
  const row = { asOf, recoveryState: recovery.state, signals: recovery.signals, lastCheckInOn };
  await db
    .insert(athleteWellnessStates)
    .values({ athleteId, ...row })
    .onConflictDoUpdate({ target: athleteWellnessStates.athleteId, set: row });
}

/** A judgement of recovery as of a day that was made ahead: for `toldOn`, the day on which its state changed. */
export type RecoveryAhead = { athleteId: string; asOf: string; toldOn: string };

/** Keeps judgements of recovery that were made ahead; when an athlete last checked in is unchanged. */
export async function takeRecoveriesAhead(db: Tx, taken: readonly RecoveryAhead[]): Promise<void> {
  if (taken.length === 0) return;
  const list = (of: (each: RecoveryAhead) => string) => sql`${`{${taken.map(of).join(",")}}`}`;
  await db.execute(sql`
    with told as (
      select t.athlete_id, t.as_of, n.outlook_recoveries[t.told_on - n.outlook_from + 1]::jsonb as recovery
        from unnest(${list((each) => each.athleteId)}::uuid[], ${list((each) => each.asOf)}::date[],
                    ${list((each) => each.toldOn)}::date[]) as t (athlete_id, as_of, told_on)
        join night_states n on n.athlete_id = t.athlete_id),
    kept as (
      insert into recovery_assessments (athlete_id, as_of, recovery) select athlete_id, as_of, recovery from told
      on conflict (athlete_id, as_of) do update set recovery = excluded.recovery)
    update athlete_wellness_states w
       set as_of = t.as_of, recovery_state = t.recovery ->> 'state', signals = t.recovery -> 'signals'
      from told t where w.athlete_id = t.athlete_id`);
}

/** The latest judgement of training, or null before the first night. */
export async function getLatestAssessment(db: Tx, athleteId: string) {
  const [row] = await db
    .select()
    .from(assessments)
    .where(eq(assessments.athleteId, athleteId))
    .orderBy(desc(assessments.asOf))
    .limit(1);
  return row ?? null;
}

/** The trend of each athlete as last judged since a day, by athlete; who was not judged since is not in it. */
export async function listLatestTrends(
  db: Tx,
  athleteIds: readonly string[],
  since: string,
): Promise<Map<string, Json>> {
  if (athleteIds.length === 0) return new Map();
  const of = (key: string) => sql`'${sql.raw(key)}', ${assessments.progress}->'${sql.raw(key)}'`;
  const keys = ["state", "changePct", "interval", "n", "windowDays"].map(of);
  const rows = await db
    .selectDistinctOn([assessments.athleteId], {
      athleteId: assessments.athleteId,
      trend: sql<Json>`jsonb_build_object(${sql.join(keys, sql`, `)})`,
    })
    .from(assessments)
    .where(and(inArray(assessments.athleteId, [...athleteIds]), gte(assessments.asOf, since)))
    .orderBy(asc(assessments.athleteId), desc(assessments.asOf));
  return new Map(rows.map((row) => [row.athleteId, row.trend]));
}

/** The latest judgement of recovery, or null before the first night. */
export async function getLatestRecovery(db: Tx, athleteId: string) {
  const [row] = await db
    .select()
    .from(recoveryAssessments)
    .where(eq(recoveryAssessments.athleteId, athleteId))
    .orderBy(desc(recoveryAssessments.asOf))
    .limit(1);
  return row ?? null;
}

/** What the roster shows of open warnings: those neither snoozed nor called wrong. */
export async function countOpenWarnings(db: Tx, athleteId: string, today: string) {
  const rows = await db
    .select({ severity: warnings.severity })
    .from(warnings)
    .where(
      and(
        eq(warnings.athleteId, athleteId),
        isNull(warnings.closedOn),
        isNull(warnings.verdict),
        or(isNull(warnings.snoozedUntil), lt(warnings.snoozedUntil, today)),
      ),
    );
  const worst = (["error", "warn", "info"] as const).find((severity) =>
    rows.some((row) => row.severity === severity),
  );
  return { openWarnings: rows.length, worstSeverity: worst ?? null };
}

/** Workouts of days that are over and of which nothing was heard: excused under a band that excuses, else not logged. */
export async function markMissedWorkouts(db: Tx, athleteId: string, today: string): Promise<void> {
  const excuse = sql`(select case b.kind when 'travel' then 'away' else b.kind end from ${dayBands} b
    where b.athlete_id = ${plannedWorkouts.athleteId} and b.deleted_at is null and b.kind <> 'note'
      and ${plannedWorkouts.localDate} between b.starts_on and b.ends_on order by b.starts_on limit 1)`;
  await db
    .update(plannedWorkouts)
    .set({
      status: sql`case when ${excuse} is null then 'missed' else 'excused' end`,
      statusReason: sql`coalesce(${excuse}, ${plannedWorkouts.statusReason})`,
      version: sql`${plannedWorkouts.version} + 1`,
    })
    .where(
      and(
        eq(plannedWorkouts.athleteId, athleteId),
        eq(plannedWorkouts.status, "planned"),
        eq(plannedWorkouts.isAssigned, true),
        isNull(plannedWorkouts.deletedAt),
        lt(plannedWorkouts.localDate, today),
        sql`${plannedWorkouts.kind} <> 'rest'`,
      ),
    );
}
