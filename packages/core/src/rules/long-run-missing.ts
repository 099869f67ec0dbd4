import type { Finding, Fix } from "@repo/core/season";
import { replaceWith } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { isBuilding } from "./volume.ts";

/** Weeks on end without a long run: one of the missing pieces (M70, M123). */
export const longRunMissing: Rule = defineRule({
  id: "long-run-missing",
  checks: "Weeks of three runs and more hold a long run.",
  severity: "warn",
  limits: { weeks: { value: 3, unit: "weeks in a row without one", source: "M123" } },
  source: ["M70", "M72", "M123"],
  reach: "season",
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, longRunMissing, "weeks");
    let without = 0;
    for (let index = 0; index <= to; index++) {
      const week = context.week(index);
      if (!week) continue;
      const training = isBuilding(week) && week.runs >= 3;
      const has = week.longOn !== 0 || week.races > 0 || isLongEnough(week);
      without = training && !has ? without + 1 : 0;
      if (without < limit) continue;
      if (index >= from) findings.push(judge(context, week, without, limit));
      without = 0;
    }
    return findings;
  },
});

/** A longest run of a quarter of the week does the work of a long run, whatever it is called. */
function isLongEnough(week: WeekView): boolean {
  return week.longest?.km != null && week.km !== null && week.runs >= 4 && week.longest.km >= week.km * 0.28;
}

function judge(context: RuleContext, week: WeekView, without: number, limit: number): Finding {
  const easy = week.entries.filter((entry) => entry.run && !entry.hard && entry.km !== null);
  const longest = easy.sort((a, b) => (b.km ?? 0) - (a.km ?? 0))[0];
  const km = longest?.km ? Math.round(longest.km * 10) / 10 : null;
  const fix: Fix | null =
    longest && km
      ? replaceWith(context, longest, {
          kind: "long",
          hard: false,
          title: `Long run ${km} km`,
          blocks: [
            {
              type: "step",
              kind: "steady",
              length: { kind: "distance", distanceM: Math.round(km * 1000) },
              target: { kind: "effort", effort: "easy" },
            },
          ],
        })
      : null;
  return found(longRunMissing, {
    title: `${without} weeks in a row up to ${week.start} hold no long run.`,
    dates: [week.start],
    evidence: [row("Weeks without a long run", without, "weeks", limit - 1)],
    fix,
  });
}
