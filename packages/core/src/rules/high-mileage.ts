import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import { scaleFactor } from "./volume.ts";

/** More than 60 miles a week (M77): a warning of the articles, for which they give no study. */
export const highMileage: Rule = defineRule({
  id: "high-mileage",
  checks: "Weeks above 60 miles are pointed out as risky.",
  severity: "warn",
  limits: { weekKm: { value: 96.5, unit: "km a week", source: "M77" } },
  source: ["M77", "M75"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const limit = limitOf(context, highMileage, "weekKm");
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week || week.km === null || week.km <= limit) continue;
      findings.push(
        found(highMileage, {
          title: `The week of ${week.start} holds ${short(week.km)} km; above ${limit} km a week injuries become likelier.`,
          dates: [week.start],
          evidence: [row("Week", short(week.km), "km", limit)],
          fix: { kind: "scale-week", weekStart: week.start, factor: scaleFactor(week, limit - 1) },
        }),
      );
    }
    return findings;
  },
});
