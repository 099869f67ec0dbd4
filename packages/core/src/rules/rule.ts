import type { Evidence, Finding, Fix, Severity } from "@repo/core/season";
import type { RuleContext } from "./rule-context.ts";

/** A number a rule judges by; a coach may set another. */
export type Limit = { value: number; unit: string; source: string };

/**
 * Days around a change in which a rule's findings can change, counted from the finding's first date: `back` days before
 * the change, `forward` days after it. `season`: any change can touch any finding. `phases`: the rule looks at phases and at
 * the request alone, which no change of workouts touches.
 */
export type Reach = { back: number; forward: number } | "season" | "phases";

/** One rule: what it checks, by which limits, and how it judges the weeks from one index to another. */
export type Rule = {
  id: string;
  /** What it checks, in a sentence. */
  checks: string;
  severity: Severity;
  limits: Readonly<Record<string, Limit>>;
  source: readonly string[];
  reach: Reach;
  /** Days around a change in which the fix of a finding that stays can change; where it is wider than `reach`. */
  fixReach?: { back: number; forward: number };
  waivable: boolean;
  /** Findings whose first date lies in the weeks `from` to `to` of the context. */
  check: (context: RuleContext, from: number, to: number) => Finding[];
};

/** Gives a rule its default parts; keeps every literal limit's name for `limit`. */
export function defineRule(rule: Omit<Rule, "waivable"> & { waivable?: boolean }): Rule {
  return { waivable: true, ...rule };
}

/** A limit of a rule: the coach's where one is set, else the rule's own. */
export function limitOf(context: RuleContext, rule: Rule, name: string): number {
  return context.limits[rule.id]?.[name] ?? rule.limits[name]?.value ?? Number.NaN;
}

/** A finding of a rule. */
export function found(
  rule: Rule,
  what: {
    title: string;
    dates: string[];
    evidence: Evidence[];
    fix: Fix | null;
    severity?: Severity;
  },
): Finding {
  return {
    rule: rule.id,
    severity: what.severity ?? rule.severity,
    title: what.title,
    dates: what.dates,
    evidence: what.evidence,
    fix: what.fix,
    source: [...rule.source],
  };
}

/** An evidence row. */
export function row(
  label: string,
  value: number | string | null,
  unit: string | null = null,
  limit: number | string | null = null,
): Evidence {
  return { label, value, unit, limit };
}

/** A number for people: at most one decimal. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}
