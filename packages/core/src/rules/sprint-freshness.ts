import type { Finding } from "@repo/core/season";
import { moveHard, replaceWith } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { traitsOf } from "./week-traits.ts";
import { factsOf } from "./workout-facts.ts";

/** Sprints, hill sprints and plyometrics need fresh legs (M64): never the day after hard running or a very long run. */
export const sprintFreshness: Rule = defineRule({
  id: "sprint-freshness",
  checks: "Sprints, hill sprints and plyometrics never come the day after a hard session or a 15-mile run.",
  severity: "error",
  limits: { longRunKm: { value: 24, unit: "km", source: "M64" } },
  source: ["M21", "M64", "M95"],
  reach: { back: 0, forward: 1 },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const entry of week ? traitsOf(week).needFreshLegs : []) {
        const tiring = tiringDayBefore(context, entry);
        if (tiring) findings.push(judge(context, entry, tiring));
      }
    }
    return findings;
  },
});

/** What on the day before a day leaves no fresh legs; the workout in question aside. */
export function tiringDayBefore(context: RuleContext, entry: Entry, day = entry.day): Entry | null {
  const longKm = limitOf(context, sprintFreshness, "longRunKm");
  const before = context.day(day - 1).filter((each) => each.id !== entry.id);
  return before.find((each) => each.hard || (each.run && (each.km ?? 0) >= longKm)) ?? null;
}

function judge(context: RuleContext, entry: Entry, tiring: Entry): Finding {
  const plyometrics = entry.workout.kind === "plyometrics";
  const km = entry.km ?? 5;
  const fix = plyometrics
    ? ({ kind: "remove", id: entry.id, date: context.dateOf(entry.day) } as const)
    : (moveHard(context, entry) ??
      replaceWith(context, entry, {
        kind: "easy",
        hard: false,
        title: `Easy ${short(km)} km`,
        blocks: [
          {
            type: "step",
            kind: "steady",
            length: { kind: "distance", distanceM: Math.max(1_000, Math.round(km * 10) * 100) },
            target: { kind: "effort", effort: "easy" },
          },
        ],
      }));
  return found(sprintFreshness, {
    severity: factsOf(entry).sprints ? "error" : "warn",
    title: `${entry.workout.title} comes the day after ${tiring.workout.title}.`,
    dates: [context.dateOf(entry.day), context.dateOf(tiring.day)],
    evidence: [
      row("Easy or rest days before", 0, "days", 1),
      row(
        "The day before",
        tiring.km === null ? null : short(tiring.km),
        "km",
        limitOf(context, sprintFreshness, "longRunKm"),
      ),
    ],
    fix,
  });
}
