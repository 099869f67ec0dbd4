import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { largestBefore, scaleWeekTo } from "./volume.ts";

const WEEKS_BACK = 4;
const LEAST_RISE_KM = 4;
/** After weeks off a week is held against half of what was run before them. */
const BREAK_WEEKS = 2;
const USUAL_WEEKS = 16;

/** Weekly volume that grows too fast against the weeks before (science.md §7.4). */
export const weeklyRamp: Rule = defineRule({
  id: "weekly-ramp",
  checks: "A week holds at most a fifth more than the largest of the four before it.",
  severity: "warn",
  limits: { risePct: { value: 20, unit: "%", source: "nielsen-2014" } },
  source: ["M80", "nielsen-2014", "buist-2008"],
  reach: { back: 0, forward: USUAL_WEEKS * 7 + 6 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, weeklyRamp, "risePct");
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      const finding = week ? judge(context, week, limit) : null;
      if (finding) findings.push(finding);
    }
    return findings;
  },
});

function judge(context: RuleContext, week: WeekView, limit: number): Finding | null {
  const before = usualBefore(context, week.index);
  if (week.km === null || before === null || before <= 0) return null;
  const risePct = (week.km / before - 1) * 100;
  if (risePct <= limit + 1e-6 || week.km - before < LEAST_RISE_KM) return null;
  return found(weeklyRamp, {
    title: `The week of ${week.start} holds ${short(week.km)} km, ${Math.round(risePct)} % more than the largest of the four before.`,
    dates: [week.start],
    evidence: [
      row("Rise", short(risePct), "%", limit),
      row("Week", short(week.km), "km"),
      row("Largest before", short(before), "km"),
    ],
    fix: scaleWeekTo(context, week, before * (1 + (limit - 3) / 100)),
  });
}

function usualBefore(context: RuleContext, index: number): number | null {
  const before = largestBefore(context, index, WEEKS_BACK);
  let off = 0;
  for (let back = 1; back <= WEEKS_BACK; back++) if (context.week(index - back)?.km === 0) off += 1;
  const usual = off >= BREAK_WEEKS ? largestBefore(context, index, USUAL_WEEKS) : null;
  return usual === null ? before : Math.max(before ?? 0, usual / 2);
}
