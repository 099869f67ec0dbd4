import type { Finding, Fix } from "@repo/core/season";
import { replaceWith } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { factsOf } from "./workout-facts.ts";

/** Sites whose history turns sprints into hill sprints or very short ones (M69). */
const SPRINT_SITES = /hamstring|achilles/i;
/** Sites on which jumping loads most: our own reading of M95 and M104. */
const JUMP_SITES = /achilles|calf|plantar|stress fracture|shin/i;

/** Sprints and jumps for runners whose injury history speaks against them (M69). */
export const injuryGate: Rule = defineRule({
  id: "injury-gate",
  checks:
    "After hamstring or Achilles trouble sprints are hill sprints or at most ten seconds; jumps wait after Achilles and calf trouble.",
  severity: "error",
  limits: {
    sprintS: { value: 10, unit: "s", source: "M69" },
    sprintM: { value: 80, unit: "m", source: "M69" },
  },
  source: ["M69"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const history = (context.request?.injuryHistory ?? []).join(" ");
    const sprints = SPRINT_SITES.test(history);
    const jumps = JUMP_SITES.test(history);
    if (!sprints && !jumps) return [];
    const findings: Finding[] = [];
    for (let index = from; index <= to; index++) {
      for (const entry of context.week(index)?.entries ?? []) {
        if (jumps && entry.workout.kind === "plyometrics") findings.push(judgeJumps(context, entry, history));
        if (sprints && entry.run && !entry.race && isTooLong(context, entry))
          findings.push(judgeSprints(context, entry, history));
      }
    }
    return findings;
  },
});

/** A sprint whose length is not told is taken as too long: the safe side. */
function isTooLong(context: RuleContext, entry: Entry): boolean {
  const facts = factsOf(entry);
  if (!facts.sprints || facts.hillSprints) return false;
  const longest = facts.longestSprint;
  if (!longest || (longest.durationS === null && longest.distanceM === null)) return true;
  return (
    (longest.durationS ?? 0) > limitOf(context, injuryGate, "sprintS") ||
    (longest.distanceM ?? 0) > limitOf(context, injuryGate, "sprintM")
  );
}

function hillSprints(context: RuleContext, entry: Entry): Fix {
  return replaceWith(context, entry, {
    kind: "hills",
    hard: false,
    workout: "hill-sprints",
    title: "Easy 5 km + 6 hill sprints of 10 s",
    blocks: [
      {
        type: "step",
        kind: "warmup",
        length: { kind: "distance", distanceM: 5_000 },
        target: { kind: "effort", effort: "easy" },
      },
      {
        type: "repeat",
        times: 6,
        steps: [
          {
            type: "step",
            kind: "work",
            length: { kind: "time", durationS: 10 },
            target: { kind: "effort", effort: "stride" },
          },
          {
            type: "step",
            kind: "recovery",
            length: { kind: "time", durationS: 120 },
            target: { kind: "effort", effort: "walk" },
          },
        ],
      },
    ],
  });
}

function judgeSprints(context: RuleContext, entry: Entry, history: string): Finding {
  const longest = factsOf(entry).longestSprint;
  return found(injuryGate, {
    title: `${entry.workout.title} is a flat sprint for a runner with this history: ${history}.`,
    dates: [context.dateOf(entry.day)],
    evidence: [
      row("Longest sprint", longest?.durationS ?? null, "s", limitOf(context, injuryGate, "sprintS")),
      row("Longest sprint", longest?.distanceM ?? null, "m", limitOf(context, injuryGate, "sprintM")),
      row("Injury history", history),
    ],
    fix: hillSprints(context, entry),
  });
}

function judgeJumps(context: RuleContext, entry: Entry, history: string): Finding {
  return found(injuryGate, {
    severity: "warn",
    title: `${entry.workout.title} loads a place with a history: ${history}.`,
    dates: [context.dateOf(entry.day)],
    evidence: [row("Injury history", history)],
    fix: { kind: "remove", id: entry.id, date: context.dateOf(entry.day) },
  });
}
