import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";

const WEEKS_BACK = 4;

/** Two more runs a week at once (M77: from four to six days). */
export const frequencyJump: Rule = defineRule({
  id: "frequency-jump",
  checks: "A week holds at most one run more than the fullest of the four before it.",
  severity: "warn",
  limits: { moreRuns: { value: 1, unit: "runs", source: "M77" } },
  source: ["M77"],
  reach: { back: 0, forward: WEEKS_BACK * 7 + 6 },
  check(context, from, to) {
    const limit = limitOf(context, frequencyJump, "moreRuns");
    const findings: Finding[] = [];
    for (let index = Math.max(2, from); index <= to; index++) {
      const week = context.week(index);
      if (!week) continue;
      const before = [1, 2, 3, 4].map((back) => context.week(index - back)?.runs ?? 0);
      const most = Math.max(...before);
      if (most === 0 || week.runs - most <= limit || week.phase === "recovery") continue;
      const easy = week.entries.filter((entry) => entry.run && !entry.hard && !entry.long);
      const shortest = easy.sort((a, b) => (a.km ?? 0) - (b.km ?? 0))[0];
      findings.push(
        found(frequencyJump, {
          title: `${week.runs} runs in the week of ${week.start}, after at most ${most} in the weeks before.`,
          dates: [week.start],
          evidence: [
            row("Runs", week.runs, "a week", most + limit),
            row("Most in the four weeks before", most, "a week"),
          ],
          fix: shortest ? { kind: "remove", id: shortest.id, date: context.dateOf(shortest.day) } : null,
        }),
      );
    }
    return findings;
  },
});
