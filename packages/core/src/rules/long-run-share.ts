import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { shorten } from "./session-spike.ts";
import { isRelief } from "./volume.ts";

const LEAST_WEEK_KM = 15;

/** A long run that is too much of its week; fewer runs allow a larger share (M71, M73, M75). */
export const longRunShare: Rule = defineRule({
  id: "long-run-share",
  checks: "The longest run keeps to a share of its week that the number of runs allows.",
  severity: "warn",
  limits: {
    runs2: { value: 70, unit: "% of the week", source: "own" },
    runs3: { value: 55, unit: "% of the week", source: "M71" },
    runs4: { value: 48, unit: "% of the week", source: "own" },
    runs5: { value: 42, unit: "% of the week", source: "M73" },
    runs6: { value: 38, unit: "% of the week", source: "own" },
    runs7: { value: 34, unit: "% of the week", source: "M75" },
  },
  source: ["M71", "M73", "M75"],
  reach: { back: 0, forward: 0 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      // In relief and beside a race a week is short on purpose.
      const judged = week && !isRelief(week) && week.races === 0;
      const finding = judged ? judge(context, week) : null;
      if (finding) findings.push(finding);
    }
    return findings;
  },
});

function judge(context: RuleContext, week: WeekView): Finding | null {
  const { longest, km, runs } = week;
  if (!longest || longest.km === null || km === null || km < LEAST_WEEK_KM || runs < 2) return null;
  const limit = limitOf(context, longRunShare, `runs${Math.min(7, runs)}`);
  const share = (longest.km / km) * 100;
  if (share <= limit + 1e-6) return null;
  const others = km - longest.km;
  const wanted = (others * (limit - 1)) / (101 - limit);
  return found(longRunShare, {
    title: `The longest run is ${Math.round(share)} % of the week of ${week.start} (${short(longest.km)} of ${short(km)} km).`,
    dates: [week.start, context.dateOf(longest.day)],
    evidence: [row("Longest run", short(share), "% of the week", limit), row("Runs", runs)],
    fix: shorten(context, longest, wanted),
  });
}
