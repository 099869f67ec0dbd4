import { daysBetween } from "@repo/core/calendar";
import type { Finding } from "@repo/core/season";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";

/** A peak, its races included, that is stretched past a few weeks (M131). */
export const peakLength: Rule = defineRule({
  id: "peak-length",
  checks: "Taper and race weeks together are not stretched past a few weeks.",
  severity: "warn",
  limits: { weeks: { value: 5, unit: "weeks", source: "M131" } },
  source: ["M128", "M131"],
  reach: "phases",
  check(context) {
    const limit = limitOf(context, peakLength, "weeks");
    const findings: Finding[] = [];
    const phases = context.season.phases;
    let start: string | null = null;
    phases.forEach((phase, at) => {
      const peaking = phase.kind === "peak" || phase.kind === "race";
      if (!peaking) {
        start = null;
        return;
      }
      start ??= phase.start;
      const next = phases[at + 1]?.kind;
      if (next === "peak" || next === "race") return;
      const weeks = Math.ceil((daysBetween(start, phase.end) + 1) / 7);
      if (weeks <= limit) return;
      findings.push(
        found(peakLength, {
          title: `The peak from ${start} is stretched over ${weeks} weeks.`,
          dates: [start, phase.end],
          evidence: [row("Peak and race weeks", weeks, "weeks", limit)],
          fix: { kind: "advice", code: "shorten-peak", value: limit, unit: "weeks" },
        }),
      );
    });
    return findings;
  },
});
