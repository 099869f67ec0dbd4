import { dayNumber } from "@repo/core/calendar";
import { checkGoal, equivalentTimeS, type Pacing } from "@repo/core/paces";
import { type Finding, type Race, stepsOf } from "@repo/core/season";
import { formatPace } from "@repo/core/units";
import type { ResolvedStep } from "@repo/core/workouts";
import { easyInstead } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";
import { traitsOf } from "./week-traits.ts";

const SHORTEST_JUDGED_M = 400;

/** Goals and targets that today's results do not bear out (M120, M123). */
export const fantasyPace: Rule = defineRule({
  id: "fantasy-pace",
  checks: "Goals lie within reach of the current score, and no target asks for more than it allows.",
  severity: "warn",
  limits: {
    goalGap: { value: 1.5, unit: "points of score", source: "science.md §6.6" },
    fasterPct: { value: 2, unit: "% faster than the current score allows", source: "own" },
  },
  source: ["M120", "M123", "daniels-gilbert-1979"],
  reach: { back: 0, forward: 0 },
  check(context, from, to) {
    const pacing = context.pacing();
    if (!pacing || pacing.score === null) return [];
    const findings = context.races.flatMap((race) => {
      const week = Math.floor((dayNumber(race.date) - context.firstMonday) / 7);
      const index = Math.max(0, Math.min(context.weekCount - 1, week));
      return index >= from && index <= to ? judgeGoal(context, race, pacing.score) : [];
    });
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      for (const entry of week ? traitsOf(week).absolutePace : []) {
        const finding = judgeTargets(context, entry, pacing);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
});

function judgeGoal(context: RuleContext, race: Race, score: number | null): Finding[] {
  if (!race.goalTimeS) return [];
  const goal = checkGoal({ distanceM: race.distanceM, timeS: race.goalTimeS }, score);
  const limit = limitOf(context, fantasyPace, "goalGap");
  if (!goal.known || goal.value.gap <= limit) return [];
  const { gap, goalScore, currentScore } = goal.value;
  // A season may well close a gap of a few points: told, not warned of. Far more than that is a warning.
  const severity = gap > 2 * limit ? "warn" : "info";
  return [
    found(fantasyPace, {
      severity,
      title: `The goal on ${race.date} asks for a score of ${short(goalScore)}; results show ${short(currentScore)}. Training stays on the results.`,
      dates: [race.date],
      evidence: [row("Goal above the current score", short(gap), "points", limit)],
      fix: {
        kind: "advice",
        code: "train-on-current-result",
        value: Math.round(currentScore * 10) / 10,
        unit: "score",
      },
    }),
  ];
}

/** Only absolute targets can ask for too much: named paces are resolved from the current score. */
function tooFast(
  step: ResolvedStep,
  score: number,
  fasterPct: number,
): { speedMps: number; allowedMps: number } | null {
  if (step.target?.kind !== "pace-range") return null;
  const speedMps = 2_000 / (step.target.fastSPerKm + step.target.slowSPerKm);
  const distanceM = step.distanceM ?? (step.durationS ?? 0) * speedMps;
  if (distanceM < SHORTEST_JUDGED_M) return null;
  const time = equivalentTimeS(score, Math.max(800, distanceM));
  if (!time.known) return null;
  const allowedMps = Math.max(800, distanceM) / time.value;
  return speedMps > allowedMps * (1 + fasterPct / 100) ? { speedMps, allowedMps } : null;
}

function judgeTargets(context: RuleContext, entry: Entry, pacing: Pacing): Finding | null {
  const steps = stepsOf(entry.workout) ?? [];
  for (const step of steps) {
    const fast =
      pacing.score === null ? null : tooFast(step, pacing.score, limitOf(context, fantasyPace, "fasterPct"));
    if (!fast) continue;
    return found(fantasyPace, {
      title: `${entry.workout.title} asks for ${formatPace(1000 / fast.speedMps, "metric")}; the current score allows ${formatPace(1000 / fast.allowedMps, "metric")} over that distance.`,
      dates: [context.dateOf(entry.day)],
      evidence: [row("Target", Math.round(1000 / fast.speedMps), "s/km", Math.round(1000 / fast.allowedMps))],
      fix: easyInstead(context, entry),
    });
  }
  return null;
}
