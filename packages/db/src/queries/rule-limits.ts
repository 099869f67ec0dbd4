import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteRuleLimits, orgRuleLimits, users } from "../schema/index.ts";

export type RuleLimitRow = {
  rule: string;
  name: string;
  value: number;
  reason: string;
  authorName: string | null;
  setAt: Date;
};
type Limit = { rule: string; name: string; value: number; reason: string; authorId: string };

export function listOrgRuleLimits(tx: Tx, orgId: string): Promise<RuleLimitRow[]> {
  const { rule, name, value, reason, setAt } = orgRuleLimits;
  return tx
    .select({ rule, name, value, reason, authorName: users.name, setAt })
    .from(orgRuleLimits)
    .leftJoin(users, eq(users.id, orgRuleLimits.authorId))
    .where(eq(orgRuleLimits.orgId, orgId))
    .orderBy(asc(rule), asc(name));
}

export function listAthleteRuleLimits(tx: Tx, athleteId: string): Promise<RuleLimitRow[]> {
  const { rule, name, value, reason, setAt } = athleteRuleLimits;
  return tx
    .select({ rule, name, value, reason, authorName: users.name, setAt })
    .from(athleteRuleLimits)
    .leftJoin(users, eq(users.id, athleteRuleLimits.authorId))
    .where(eq(athleteRuleLimits.athleteId, athleteId))
    .orderBy(asc(rule), asc(name));
}

export async function upsertOrgRuleLimit(
  tx: Tx,
  orgId: string,
  limit: Limit & { setAt: Date },
): Promise<void> {
  const { value, reason, authorId, setAt } = limit;
  await tx
    .insert(orgRuleLimits)
    .values({ ...limit, orgId })
    .onConflictDoUpdate({
      target: [orgRuleLimits.orgId, orgRuleLimits.rule, orgRuleLimits.name],
      set: { value, reason, authorId, setAt },
    });
}

export async function upsertAthleteRuleLimit(
  tx: Tx,
  athleteId: string,
  limit: Limit & { setAt: Date },
): Promise<void> {
  const { value, reason, authorId, setAt } = limit;
  await tx
    .insert(athleteRuleLimits)
    .values({ ...limit, athleteId })
    .onConflictDoUpdate({
      target: [athleteRuleLimits.athleteId, athleteRuleLimits.rule, athleteRuleLimits.name],
      set: { value, reason, authorId, setAt },
    });
}

export async function deleteOrgRuleLimit(
  tx: Tx,
  orgId: string,
  { rule, name }: { rule: string; name: string },
): Promise<void> {
  await tx
    .delete(orgRuleLimits)
    .where(and(eq(orgRuleLimits.orgId, orgId), eq(orgRuleLimits.rule, rule), eq(orgRuleLimits.name, name)));
}

export async function deleteAthleteRuleLimit(
  tx: Tx,
  athleteId: string,
  { rule, name }: { rule: string; name: string },
): Promise<void> {
  const table = athleteRuleLimits;
  await tx
    .delete(table)
    .where(and(eq(table.athleteId, athleteId), eq(table.rule, rule), eq(table.name, name)));
}

/** What a season is judged by in place of the rules' own limits: the organisation's, then the athlete's. */
export const effectiveLimits = (athleteId: string, orgId: string) =>
  sql.raw(`(
  select coalesce(json_agg(json_build_object('rule', l.rule, 'name', l.name, 'value', l.value,
    'of', case l.rank when 0 then 'org' else 'athlete' end) order by l.rank), '[]'::json)
  from (
    select rule, name, value, 0 as rank from org_rule_limits where org_id = ${orgId}
    union all
    select rule, name, value, 1 from athlete_rule_limits where athlete_id = ${athleteId}) l)`);
