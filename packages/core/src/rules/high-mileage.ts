import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { scaleWeekTo } from "./volume.ts";

/** More than 60 miles a week (M77): a warning of the articles, for which they give no study. */
export const highMileage: Rule = defineRule({
  id: "high-mileage",
  checks: "Weeks above 60 miles are pointed out as risky.",
  severity: "warn",
  limits: { weekKm: { value: 96.5, unit: "km a week", source: "M77" } },
  source: ["M77", "M75"],
  reach: "season",
  check(context) {
    const limit = limitOf(context, highMileage, "weekKm");
    const high: WeekView[] = [];
    for (let index = 0; index < context.weekCount; index++) {
      const week = context.week(index);
      if (week && week.km !== null && week.km > limit) high.push(week);
    }
    return high.length > 0 ? [told(context, high, limit)] : [];
  },
});

/** One finding for all such weeks: the same sentence for each would hide the rest. */
function told(context: RuleContext, weeks: readonly WeekView[], limit: number): Finding {
  const most = weeks.reduce((top, week) => ((week.km ?? 0) > (top.km ?? 0) ? week : top));
  const which = weeks.length === 1 ? `The week of ${most.start} holds` : `${weeks.length} weeks hold up to`;
  return found(highMileage, {
    title: `${which} ${short(most.km ?? 0)} km; above ${limit} km a week injuries become likelier.`,
    dates: weeks.map((week) => week.start),
    evidence: [
      row("Largest week", short(most.km ?? 0), "km", limit),
      row("Weeks above", weeks.length, "weeks"),
    ],
    fix: scaleWeekTo(context, most, limit - 1),
  });
}
