import type { Finding } from "@repo/core/season";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { Entry, RuleContext, WeekView } from "./rule-context.ts";
import { traitsOf } from "./week-traits.ts";
import { factsOf } from "./workout-facts.ts";

const LEAST_WEEK_KM = 10;

/** About four fifths of the mileage easy (M6); races are not counted. */
export const easyShare: Rule = defineRule({
  id: "easy-share",
  checks: "About 80 % of a week's kilometres are easy; races are left out.",
  severity: "warn",
  limits: { hardSharePct: { value: 20, unit: "%", source: "M6" } },
  source: ["M6"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, easyShare, "hardSharePct");
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      const finding = week ? judge(context, week, limit) : null;
      if (finding) findings.push(finding);
    }
    return findings;
  },
});

function judge(context: RuleContext, week: WeekView, limit: number): Finding | null {
  if (week.km === null || week.km < LEAST_WEEK_KM) return null;
  const { hardKm } = traitsOf(week);
  const sharePct = (hardKm / week.km) * 100;
  // Half a percent of room: distances of timed steps are estimates.
  if (sharePct <= limit + 0.5) return null;
  let estimated = 0;
  const hard: { entry: Entry; km: number }[] = [];
  for (const entry of week.entries) {
    if (!entry.run || entry.race) continue;
    const facts = factsOf(entry);
    if (facts.hardKmSource === "kind") estimated += 1;
    if (facts.hardKm === null || facts.hardKm <= 0) continue;
    hard.push({ entry, km: facts.hardKm });
  }
  const excess = hardKm - (week.km * limit) / 100;
  const ordered = hard.sort((a, b) => a.km - b.km);
  const eased = ordered.find((each) => each.km >= excess) ?? ordered.at(-1);
  const rows = [
    row("Harder than easy", short(sharePct), "%", limit),
    row("Harder than easy", short(hardKm), "km", short((week.km * limit) / 100)),
    row("Week", short(week.km), "km"),
  ];
  if (estimated > 0) rows.push(row("Workouts without steps, estimated by their kind", estimated));
  return found(easyShare, {
    title: `${Math.round(sharePct)} % of the week of ${week.start} is not easy (${short(hardKm)} of ${short(week.km)} km).`,
    dates: [week.start],
    evidence: rows,
    fix: eased ? easyInstead(context, eased.entry) : null,
  });
}
