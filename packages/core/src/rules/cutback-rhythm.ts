import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { isRelief, largestBefore, scaleWeekTo } from "./volume.ts";

const CUT = 0.76;

/** A lighter week every few weeks (M79). */
export const cutbackRhythm: Rule = defineRule({
  id: "cutback-rhythm",
  checks: "No more than a few full weeks stand in a row before one with 20–30 % less.",
  severity: "warn",
  limits: {
    fullWeeks: { value: 4, unit: "weeks in a row", source: "science.md §7.3" },
    longRunPct: { value: 20, unit: "% off the long run", source: "M79" },
    reliefPct: { value: 15, unit: "% below the weeks before", source: "M79" },
  },
  source: ["M79"],
  reach: "season",
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, cutbackRhythm, "fullWeeks");
    const reliefPct = limitOf(context, cutbackRhythm, "reliefPct");
    const longRunPct = limitOf(context, cutbackRhythm, "longRunPct");
    let full = 0;
    for (let index = 0; index <= to; index++) {
      const week = context.week(index);
      if (!week) continue;
      full = isLight(context, week, { reliefPct, longRunPct }) ? 0 : full + 1;
      if (full <= limit) continue;
      if (index >= from) findings.push(judge(context, week, full, limit));
      full = 0;
    }
    return findings;
  },
});

type Lighter = { reliefPct: number; longRunPct: number };

function isLight(context: RuleContext, week: WeekView, { reliefPct, longRunPct }: Lighter): boolean {
  if (week.cutback || isRelief(week) || week.entries.length === 0) return true;
  const largest = largestBefore(context, week.index, 3);
  if (largest === null || week.km === null) return false;
  if (week.km < largest && isStepBack(context, week, longRunPct)) return true;
  return week.km <= largest * (1 - reliefPct / 100);
}

/** A long run cut by a fifth or more lightens a week too, as published plans do it every third week. */
function isStepBack(context: RuleContext, week: WeekView, longRunPct: number): boolean {
  let longest = 0;
  for (let back = 1; back <= 3; back++) {
    longest = Math.max(longest, context.week(week.index - back)?.longest?.km ?? 0);
  }
  const km = week.longest?.km ?? 0;
  return km > 0 && km <= longest * (1 - longRunPct / 100);
}

function judge(context: RuleContext, week: WeekView, full: number, limit: number): Finding {
  const largest = largestBefore(context, week.index, 3);
  const wantedKm = largest === null || week.km === null ? null : largest * CUT;
  return found(cutbackRhythm, {
    title: `${full} full weeks in a row by ${week.start}; a lighter one is due after ${limit}.`,
    dates: [week.start],
    evidence: [
      row("Full weeks in a row", full, "weeks", limit),
      row("This week", week.km === null ? null : short(week.km), "km"),
    ],
    fix:
      wantedKm === null
        ? { kind: "scale-week", weekStart: week.start, factor: 0.75 }
        : scaleWeekTo(context, week, wantedKm),
  });
}
