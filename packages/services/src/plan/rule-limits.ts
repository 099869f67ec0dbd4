import { AppError } from "@repo/core/errors";
import { checkSeason, RULES, type Rule } from "@repo/core/rules";
import type { Finding } from "@repo/core/season";
import {
  deleteAthleteRuleLimit,
  deleteOrgRuleLimit,
  insertAuditEvent,
  listAthleteRuleLimits,
  listOrgRuleLimits,
  upsertAthleteRuleLimit,
  upsertOrgRuleLimit,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { type LoadedSeason, limitsOf, loadRunningSeasons } from "./load-season.ts";
import { checkOptions } from "./shown-season.ts";

const which = { rule: z.string().max(100), name: z.string().max(100) };
const Value = z.number().finite();
const Reason = z.string().trim().min(3).max(500);

export const LimitInput = z.object({ ...which, value: Value.nullable() });
export const SetLimitInput = z.object({ ...which, value: Value, reason: Reason });
export const ResetLimitInput = z.object(which);

/** For whom a limit is set: everybody of an organisation, or one athlete. */
export type LimitOwner = { orgId: string } | { athleteId: string };

/** Every rule with what it checks, its limits and sources, and the limits set in their place. */
export async function listRules(ctx: ServiceContext, of: LimitOwner) {
  const set =
    "orgId" in of
      ? await listOrgRuleLimits(ctx.db, of.orgId)
      : await listAthleteRuleLimits(ctx.db, of.athleteId);
  return RULES.map(({ id, checks, severity, limits, source, waivable }) => ({
    id,
    checks,
    severity,
    source: [...source],
    waivable,
    limits: Object.entries(limits).map(([name, limit]) => {
      const own = set.find((each) => each.rule === id && each.name === name);
      return {
        name,
        ...limit,
        set: own ? { value: own.value, reason: own.reason, by: own.authorName, at: own.setAt } : null,
      };
    }),
  }));
}

/**
 * Which findings would come and go with another limit, in all seasons that still run; nothing is stored. `value` null
 * asks for the rule's own.
 * @throws AppError INVALID for a rule or limit that is none, or a value it cannot have
 */
export async function previewLimit(ctx: ServiceContext, of: LimitOwner, input: z.output<typeof LimitInput>) {
  const rule = requireLimit(input);
  const seasons = await loadRunningSeasons(ctx, of);
  const appear: Consequence[] = [];
  const disappear: Consequence[] = [];
  let now = 0;
  for (const season of seasons) {
    const before = findingsOfRule(season, rule.id, limitsOf(season.outline.limits));
    const after = findingsOfRule(season, rule.id, limitsWith(season, of, input));
    now += before.length;
    appear.push(...missingIn(before, after, season));
    disappear.push(...missingIn(after, before, season));
  }
  return { seasons: seasons.length, now, after: now + appear.length - disappear.length, appear, disappear };
}

type Consequence = { athleteName: string; title: string; date: string | null };

function findingsOfRule(season: LoadedSeason, rule: string, limits: LoadedSeason["limits"]): Finding[] {
  return checkSeason(season.season, { ...checkOptions(season), limits }).filter(
    (finding) => finding.rule === rule && !finding.waived,
  );
}

/** A title names numbers that a limit does not change: the day tells one finding from another. */
function missingIn(
  known: readonly Finding[],
  all: readonly Finding[],
  { outline }: LoadedSeason,
): Consequence[] {
  const days = new Set(known.map(({ dates }) => dates.join()));
  return all
    .filter(({ dates }) => !days.has(dates.join()))
    .map(({ title, dates }) => ({ athleteName: outline.athlete.name, title, date: dates[0] ?? null }));
}

function limitsWith(
  { outline }: LoadedSeason,
  of: LimitOwner,
  { rule, name, value }: z.output<typeof LimitInput>,
) {
  const level = "orgId" in of ? "org" : "athlete";
  const others = outline.limits.filter(
    (each) => each.rule !== rule || each.name !== name || each.of !== level,
  );
  const changed = value === null ? others : [...others, { rule, name, value, of: level } as const];
  return limitsOf(changed.sort((a, b) => (a.of === b.of ? 0 : a.of === "org" ? -1 : 1)));
}

/**
 * Sets a limit in place of a rule's own, with the reason, which is kept and shown.
 * @throws AppError INVALID
 */
export async function setLimit(
  ctx: ServiceContext,
  of: LimitOwner,
  input: z.output<typeof SetLimitInput>,
): Promise<{ done: true }> {
  requireLimit(input);
  const { rule, name, value, reason } = input;
  const limit = { rule, name, value, reason, authorId: ctx.actor.userId, setAt: ctx.now };
  if ("orgId" in of) await upsertOrgRuleLimit(ctx.db, of.orgId, limit);
  else await upsertAthleteRuleLimit(ctx.db, of.athleteId, limit);
  await audit(ctx, of, "rule-limit-set", { rule, name, value, reason });
  return { done: true };
}

/** Gives a rule its own limit back. */
export async function resetLimit(
  ctx: ServiceContext,
  of: LimitOwner,
  input: z.output<typeof ResetLimitInput>,
): Promise<{ done: true }> {
  if ("orgId" in of) await deleteOrgRuleLimit(ctx.db, of.orgId, input);
  else await deleteAthleteRuleLimit(ctx.db, of.athleteId, input);
  await audit(ctx, of, "rule-limit-reset", { rule: input.rule, name: input.name });
  return { done: true };
}

function audit(ctx: ServiceContext, of: LimitOwner, kind: string, detail: Record<string, unknown>) {
  return insertAuditEvent(ctx.db, { kind, actorId: ctx.actor.userId, ...of, detail });
}

/** How far a limit may be from the rule's own: beyond it the rule would say nothing, or something of everything. */
const MOST_TIMES = 10;

function requireLimit({ rule: id, name, value }: { rule: string; name: string; value: number | null }): Rule {
  const rule = RULES.find((each) => each.id === id);
  const limit = rule?.limits[name];
  if (!rule || !limit)
    throw new AppError("INVALID", `There is no limit "${name}" of a rule "${id}".`, { field: "name" });
  const most = limit.value * MOST_TIMES;
  if (value !== null && (value < 0 || value > most)) {
    throw new AppError("INVALID", `Choose a value from 0 to ${most} ${limit.unit}.`, { field: "value" });
  }
  return rule;
}
