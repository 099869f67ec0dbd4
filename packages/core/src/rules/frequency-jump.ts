import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";
import { isRelief } from "./volume.ts";

const WEEKS_BACK = 4;
/** Weeks of relief are looked past, this far: who comes back to what was usual does not jump. */
const MOST_WEEKS_BACK = 14;

function fullestBefore(context: RuleContext, index: number): number {
  let [most, seen] = [0, 0];
  for (let at = index - 1; at >= 0 && at >= index - MOST_WEEKS_BACK && seen < WEEKS_BACK; at--) {
    const week = context.week(at);
    if (!week) continue;
    most = Math.max(most, week.runs);
    if (!isRelief(week) && week.runs > 0) seen += 1;
  }
  return most;
}

/** Two more runs a week at once (M77: from four to six days). */
export const frequencyJump: Rule = defineRule({
  id: "frequency-jump",
  checks: "A week holds at most one run more than the fullest of the four ordinary weeks before it.",
  severity: "warn",
  limits: { moreRuns: { value: 1, unit: "runs", source: "M77" } },
  source: ["M77"],
  reach: { back: 0, forward: MOST_WEEKS_BACK * 7 + 6 },
  check(context, from, to) {
    const limit = limitOf(context, frequencyJump, "moreRuns");
    const findings: Finding[] = [];
    for (let index = Math.max(2, from); index <= to; index++) {
      const week = context.week(index);
      if (!week) continue;
      const most = fullestBefore(context, index);
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
