import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { warningEvents, warnings } from "../schema/index.ts";
import { consentedAthletes } from "./authorization.ts";
import { uuids } from "./uuids.ts";

export type WarningRow = typeof warnings.$inferSelect;
export type NewWarning = Omit<typeof warnings.$inferInsert, "athleteId">;

/** What holds of the athlete now, oldest first. */
export function listOpenWarnings(tx: Tx, athleteId: string): Promise<WarningRow[]> {
  return tx
    .select()
    .from(warnings)
    .where(and(eq(warnings.athleteId, athleteId), isNull(warnings.closedOn)))
    .orderBy(asc(warnings.openedOn), asc(warnings.id));
}

/** Open ones and those that closed on a day or later, latest first. */
export function listWarningsSince(tx: Tx, athleteId: string, day: string): Promise<WarningRow[]> {
  return tx
    .select()
    .from(warnings)
    .where(and(eq(warnings.athleteId, athleteId), or(isNull(warnings.closedOn), gte(warnings.closedOn, day))))
    .orderBy(desc(warnings.openedOn), desc(warnings.id));
}

export async function getWarning(tx: Tx, athleteId: string, id: string): Promise<WarningRow | null> {
  const [row] = await tx
    .select()
    .from(warnings)
    .where(and(eq(warnings.id, id), eq(warnings.athleteId, athleteId)));
  return row ?? null;
}

/** The warning as it is now, which nobody else changes until this transaction ends. */
export async function lockWarning(tx: Tx, athleteId: string, id: string): Promise<WarningRow | null> {
  const [row] = await tx
    .select()
    .from(warnings)
    .where(and(eq(warnings.id, id), eq(warnings.athleteId, athleteId)))
    .for("update");
  return row ?? null;
}

export async function insertWarning(tx: Tx, athleteId: string, warning: NewWarning): Promise<WarningRow> {
  const [row] = await tx
    .insert(warnings)
    .values({ ...warning, athleteId })
    .returning();
  if (!row) throw new Error("a warning was not inserted");
  return row;
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updateWarning(
  tx: Tx,
  athleteId: string,
  at: { id: string; version: number },
  changes: Partial<Omit<NewWarning, "id" | "version">>,
): Promise<WarningRow | null> {
  const [row] = await tx
    .update(warnings)
    .set({ ...changes, version: sql`${warnings.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(warnings.id, at.id), eq(warnings.athleteId, athleteId), eq(warnings.version, at.version)))
    .returning();
  return row ?? null;
}

export async function insertWarningEvent(
  tx: Tx,
  athleteId: string,
  event: Omit<typeof warningEvents.$inferInsert, "athleteId">,
): Promise<void> {
  await tx.insert(warningEvents).values({ ...event, athleteId });
}

/** Why a warning rests whose remedy was applied, as against one that somebody put aside. */
export const REMEDY_APPLIED = "The remedy was applied.";

/** Warnings that a change of the plan had put aside stand again: the change was taken back. */
export async function wakeWarningsOfEdit(tx: Tx, athleteId: string, editId: string): Promise<void> {
  await tx.execute(sql`
    with act as (
      select ${warningEvents.warningId} as id, ${warningEvents.detail} as detail from ${warningEvents}
       where ${warningEvents.athleteId} = ${athleteId} and ${warningEvents.kind} = 'fix-applied'
         and ${warningEvents.detail} ->> 'editId' = ${editId}
    ), held as (
      select id from act
      union select other::uuid from act, jsonb_array_elements_text(act.detail -> 'others') as other
    )
    update warnings set snoozed_until = null, snooze_reason = null, version = version + 1, updated_at = now()
     where athlete_id = ${athleteId} and id in (select id from held)
       and closed_on is null and snooze_reason = ${REMEDY_APPLIED}`);
}

/** What a person did last about a warning; null where nobody did anything. */
export async function getLastWarningAct(
  tx: Tx,
  athleteId: string,
  warningId: string,
): Promise<typeof warningEvents.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(warningEvents)
    .where(
      and(
        eq(warningEvents.warningId, warningId),
        eq(warningEvents.athleteId, athleteId),
        isNotNull(warningEvents.actorId),
      ),
    )
    .orderBy(desc(warningEvents.at), desc(warningEvents.id))
    .limit(1);
  return row ?? null;
}

/** Removes warnings that opened on a day or later and that no person has touched: they are judged again. */
export async function deleteUntouchedWarnings(tx: Tx, athleteId: string, from: string): Promise<void> {
  await tx
    .delete(warnings)
    .where(
      and(
        eq(warnings.athleteId, athleteId),
        gte(warnings.openedOn, from),
        isNull(warnings.verdict),
        isNull(warnings.snoozedUntil),
      ),
    );
}

/** Everything open that some athletes share with a coach: one statement for a whole roster. */
export function listSharedOpenWarnings(tx: Tx, coachId: string): Promise<WarningRow[]> {
  const shared = (["training", "wellness", "medical"] as const).map((scope) =>
    and(eq(warnings.scope, scope), inArray(warnings.athleteId, consentedAthletes(tx, { coachId, scope }))),
  );
  return tx
    .select()
    .from(warnings)
    .where(and(isNull(warnings.closedOn), or(...shared)))
    .orderBy(asc(warnings.openedOn), asc(warnings.id));
}

export type WarningTrust = { kind: string; opened: number; wrong: number; right: number };

/** How often each kind was raised since a day for the athletes who share it with a coach, and what people said of it. */
export async function countVerdicts(tx: Tx, coachId: string, since: string): Promise<WarningTrust[]> {
  const shared = (["training", "wellness", "medical"] as const).map((scope) =>
    and(eq(warnings.scope, scope), inArray(warnings.athleteId, consentedAthletes(tx, { coachId, scope }))),
  );
  return await tx
    .select({
      kind: warnings.kind,
      opened: sql<number>`count(*)::int`,
      wrong: sql<number>`(count(*) filter (where ${warnings.verdict} = 'wrong'))::int`,
      right: sql<number>`(count(*) filter (where ${warnings.verdict} = 'right'))::int`,
    })
    .from(warnings)
    .where(and(gte(warnings.openedOn, since), or(...shared)))
    .groupBy(warnings.kind)
    .orderBy(sql`3 desc, 2 desc`, asc(warnings.kind));
}

/** What the night must know of a warning: all but what it says, which stays unless another day says it anew. */
export type KnownWarning = Pick<
  WarningRow,
  | "id"
  | "athleteId"
  | "kind"
  | "scope"
  | "severity"
  | "title"
  | "openedOn"
  | "lastSeenOn"
  | "closedOn"
  | "verdict"
  | "snoozedUntil"
  | "version"
>;

/** Open warnings of some athletes and those that closed on a day or later, latest first; for the night. */
export async function listWarningsOf(
  tx: Tx,
  athleteIds: readonly string[],
  since: string,
): Promise<KnownWarning[]> {
  // Day by day for a million athletes: the builder's mapping of rows cost more than reading them.
  return (await tx.execute<KnownWarning & Record<string, unknown>>(sql`
    select id, athlete_id as "athleteId", kind, scope, severity, title, opened_on as "openedOn",
           last_seen_on as "lastSeenOn", closed_on as "closedOn", verdict, snoozed_until as "snoozedUntil", version
      from warnings
     where athlete_id = any (${uuids(athleteIds)}) and (closed_on is null or closed_on >= ${since}::date)
     order by opened_on desc, id desc`)) as KnownWarning[];
}

type Said = Pick<WarningRow, "severity" | "title" | "evidence" | "remedy" | "source">;

/** `said` is null where what it says stays. */
export type WarningUpdate = {
  row: Pick<WarningRow, "id" | "athleteId" | "version">;
  lastSeenOn: string;
  closedOn: string | null;
  said: Said | null;
};

/** What a night changes of warnings; an update meets the row as it was read, or nothing. */
export type WarningWrites = {
  opened: (NewWarning & { athleteId: string })[];
  updated: WarningUpdate[];
  events: (typeof warningEvents.$inferInsert)[];
};

/** Writes what a night changes, of one athlete or of many. */
export async function writeWarnings(tx: Tx, writes: WarningWrites): Promise<void> {
  // Closings first: a kind is open once.
  if (writes.updated.length > 0) await updateWarnings(tx, writes.updated);
  for (let at = 0; at < writes.opened.length; at += INSERT_ROWS) {
    await tx.insert(warnings).values(writes.opened.slice(at, at + INSERT_ROWS));
  }
  for (let at = 0; at < writes.events.length; at += INSERT_ROWS) {
    await tx.insert(warningEvents).values(writes.events.slice(at, at + INSERT_ROWS));
  }
}

const WORSENED = sql.raw(
  "(not n.stays and w.scope = 'medical' and n.severity = 'error' and w.severity <> 'error')",
);

/** Rows a statement: parameters are counted in 16 bits. */
const INSERT_ROWS = 500;

/** A row that says the same already is left as it is. Health that becomes grave does not stay put aside. */
async function updateWarnings(tx: Tx, updated: WarningWrites["updated"]): Promise<void> {
  const rows = updated.map(({ row, lastSeenOn, closedOn, said }) => ({
    id: row.id,
    athlete_id: row.athleteId,
    version: row.version,
    last_seen_on: lastSeenOn,
    closed_on: closedOn,
    stays: said === null,
    ...said,
  }));
  await tx.execute(sql`
    update warnings w
       set severity = case when n.stays then w.severity else n.severity end,
           title = case when n.stays then w.title else n.title end,
           evidence = case when n.stays then w.evidence else n.evidence end,
           remedy = case when n.stays then w.remedy else n.remedy end,
           source = case when n.stays then w.source else n.source end,
           snoozed_until = case when ${WORSENED} then null else w.snoozed_until end,
           snooze_reason = case when ${WORSENED} then null else w.snooze_reason end,
           last_seen_on = n.last_seen_on, closed_on = n.closed_on, version = w.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as n(id uuid, athlete_id uuid, version int, stays boolean, severity text, title text, evidence jsonb,
             remedy jsonb, source text[], last_seen_on date, closed_on date)
     where w.id = n.id and w.athlete_id = n.athlete_id and w.version = n.version
       and ((w.last_seen_on, w.closed_on) is distinct from (n.last_seen_on, n.closed_on)
         or not n.stays and (w.severity, w.title, w.evidence, w.remedy, w.source)
            is distinct from (n.severity, n.title, n.evidence, n.remedy, n.source))`);
}
