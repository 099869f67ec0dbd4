import type { Finding, Fix } from "@repo/core/season";
import { defineRule, found, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { traitsOf } from "./week-traits.ts";
import { factsOf } from "./workout-facts.ts";

/** Heavy strength the day before hard running spoils it (M97: heavy squats, then ruined 400s). */
export const strengthAdjacency: Rule = defineRule({
  id: "strength-adjacency",
  checks: "Heavy strength never stands on the day before a hard session, sprints or a race.",
  severity: "warn",
  limits: { daysBefore: { value: 1, unit: "days", source: "M97" } },
  source: ["M96", "M97"],
  reach: { back: 1, forward: 0 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const entry of week ? traitsOf(week).heavyStrength : []) {
        const spoiled = context.day(entry.day + 1).find(isSpoiled);
        if (spoiled) findings.push(judge(context, entry, spoiled));
      }
    }
    return findings;
  },
});

function isSpoiled(entry: Entry): boolean {
  if (entry.hard || entry.workout.kind === "plyometrics") return true;
  if (!entry.run) return false;
  const facts = factsOf(entry);
  return facts.sprints || facts.hillSprints;
}

function moveStrength(context: RuleContext, entry: Entry): Fix {
  const monday = entry.day - ((((entry.day + 3) % 7) + 7) % 7);
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => monday + at).filter((day) => day !== entry.day);
  const free = days.filter((day) => {
    if (context.unavailable(day) || context.day(day + 1).some(isSpoiled)) return false;
    return !context.day(day).some((each) => each.workout.kind === "strength" || each.race);
  });
  const nearest = free.sort((a, b) => Math.abs(a - entry.day) - Math.abs(b - entry.day) || a - b)[0];
  const from = context.dateOf(entry.day);
  if (nearest === undefined) return { kind: "remove", id: entry.id, date: from };
  return { kind: "move", id: entry.id, from, to: context.dateOf(nearest) };
}

function judge(context: RuleContext, entry: Entry, spoiled: Entry): Finding {
  return found(strengthAdjacency, {
    title: `${entry.workout.title} stands on the day before ${spoiled.workout.title}.`,
    dates: [context.dateOf(entry.day), context.dateOf(spoiled.day)],
    evidence: [row("Days between heavy strength and the hard run", 1, "days", 2)],
    fix: moveStrength(context, entry),
  });
}
