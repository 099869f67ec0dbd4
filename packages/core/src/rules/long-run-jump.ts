import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { shorten } from "./session-spike.ts";

const WEEKS_BACK = 4;

/** A long run that leaps past the long runs before it (M80: from 10 to 20 miles in a week). */
export const longRunJump: Rule = defineRule({
  id: "long-run-jump",
  checks: "A long run grows by small steps from the long runs of the four weeks before.",
  severity: "warn",
  limits: {
    riseKm: { value: 3.5, unit: "km", source: "M80" },
    risePct: { value: 20, unit: "%", source: "M80" },
  },
  source: ["M80"],
  reach: { back: 0, forward: WEEKS_BACK * 7 + 6 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week || week.longOn === 0) continue;
      for (const entry of week.entries) {
        const finding = entry.long && entry.km !== null ? judge(context, index, entry, entry.km) : null;
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
});

function longestLongRun(context: RuleContext, index: number): number | null {
  let longest: number | null = null;
  for (let at = Math.max(0, index - WEEKS_BACK); at < index; at++) {
    const km = context.week(at)?.longestLongKm ?? null;
    if (km !== null) longest = Math.max(longest ?? 0, km);
  }
  const given = context.request?.longestRunLast30DaysKm;
  if (index < WEEKS_BACK && given) longest = Math.max(longest ?? 0, given);
  return longest;
}

function judge(context: RuleContext, index: number, entry: Entry, km: number): Finding | null {
  const before = longestLongRun(context, index);
  if (before === null || before <= 0) return null;
  const riseKm = limitOf(context, longRunJump, "riseKm");
  const risePct = limitOf(context, longRunJump, "risePct");
  const allowed = Math.max(before + riseKm, before * (1 + risePct / 100));
  if (km <= allowed + 1e-6) return null;
  return found(longRunJump, {
    title: `The long run grows from ${short(before)} to ${short(km)} km in one step.`,
    dates: [context.dateOf(entry.day)],
    evidence: [
      row("Long run", short(km), "km", short(allowed)),
      row("Longest of four weeks before", short(before), "km"),
    ],
    fix: shorten(context, entry, allowed),
  });
}
