import { daysBetween } from "@repo/core/calendar";
import type { Finding, SeasonPhase } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";

/** Phases shorter or longer than the articles give them (M125–M129). */
export const phaseLength: Rule = defineRule({
  id: "phase-length",
  checks: "Base, build, speed, peak and recovery have the lengths the articles give them.",
  severity: "warn",
  limits: {
    baseMin: { value: 8, unit: "weeks", source: "M125" },
    baseMax: { value: 12, unit: "weeks", source: "M125" },
    buildMin: { value: 6, unit: "weeks", source: "M126" },
    buildMax: { value: 10, unit: "weeks", source: "M126" },
    speedMin: { value: 4, unit: "weeks", source: "M127" },
    speedMax: { value: 8, unit: "weeks", source: "M127" },
    peakMin: { value: 2, unit: "weeks", source: "M128" },
    peakMax: { value: 3, unit: "weeks", source: "M128" },
    recoveryMin: { value: 1, unit: "weeks", source: "M129" },
    recoveryMax: { value: 4, unit: "weeks", source: "M129" },
  },
  source: ["M125", "M126", "M127", "M128", "M129"],
  reach: "phases",
  check(context, from, to) {
    if (from > 0 && to < 0) return [];
    return context.season.phases.flatMap((phase) => {
      const min = limitOf(context, phaseLength, `${phase.kind}Min`);
      const max = limitOf(context, phaseLength, `${phase.kind}Max`);
      return Number.isNaN(min) ? [] : judge(phase, min, max);
    });
  },
});

function judge(phase: SeasonPhase, min: number, max: number): Finding[] {
  // A season that starts inside a week still has that week.
  const weeks = Math.ceil((daysBetween(phase.start, phase.end) + 1) / 7);
  if (weeks >= min && weeks <= max) return [];
  return [
    found(phaseLength, {
      title: `The ${phase.kind} phase from ${phase.start} lasts ${weeks} weeks; ${min} to ${max} are meant.`,
      dates: [phase.start, phase.end],
      evidence: [row("Length", weeks, "weeks", weeks < min ? min : max)],
      fix: {
        kind: "advice",
        code: weeks < min ? "lengthen-phase" : "shorten-phase",
        value: weeks < min ? min : max,
        unit: "weeks",
      },
    }),
  ];
}
