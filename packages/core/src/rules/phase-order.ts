import type { Finding, PhaseKind, SeasonPhase } from "@repo/core/season";
import { defineRule, found, type Rule, row } from "./rule.ts";

/** What may follow what (M125–M129): intensity comes after a base, a race after sharpening, rest after a peak. */
const NEXT: Readonly<Record<PhaseKind, readonly PhaseKind[]>> = {
  base: ["build", "speed", "peak", "race", "recovery", "free"],
  build: ["speed", "peak", "race", "recovery", "free"],
  speed: ["peak", "race", "recovery", "free"],
  peak: ["race", "recovery"],
  race: ["recovery", "peak"],
  recovery: ["base", "build", "speed", "peak", "free"],
  free: ["base", "recovery"],
};

/** Phases in an order the articles do not know. */
export const phaseOrder: Rule = defineRule({
  id: "phase-order",
  checks:
    "Phases follow each other as base, build, speed, peak, recovery; intensity never comes before a base.",
  severity: "warn",
  limits: {},
  source: ["M125", "M126", "M127", "M129", "M139"],
  reach: "phases",
  check(context) {
    const findings: Finding[] = [];
    const phases = context.season.phases;
    let base = hasHabit(context.request?.currentWeeklyKm ?? null, context.request?.level ?? null);
    phases.forEach((phase, at) => {
      const next = phases[at + 1];
      if (phase.kind === "base") base = true;
      if (next && next.kind !== phase.kind && !NEXT[phase.kind].includes(next.kind)) {
        findings.push(judge(phase, next));
      }
      if (!base && (phase.kind === "build" || phase.kind === "speed")) {
        findings.push(withoutBase(phase));
        base = true;
      }
    });
    return findings;
  },
});

/** A habit of 30 km a week stands for a base that lies before the season; unknown counts as one. */
function hasHabit(currentKm: number | null, level: string | null): boolean {
  return currentKm === null || (level !== "beginner" && currentKm >= 30);
}

function judge(phase: SeasonPhase, next: SeasonPhase): Finding {
  return found(phaseOrder, {
    title: `A ${next.kind} phase follows a ${phase.kind} phase on ${next.start}.`,
    dates: [next.start],
    evidence: [row("Phase", next.kind, null, `after ${phase.kind}: ${NEXT[phase.kind].join(" or ")}`)],
    fix: { kind: "advice", code: "reorder-phases" },
  });
}

function withoutBase(phase: SeasonPhase): Finding {
  return found(phaseOrder, {
    title: `The ${phase.kind} phase from ${phase.start} has no base phase before it.`,
    dates: [phase.start],
    evidence: [row("Base before it", 0, "weeks", 8)],
    fix: { kind: "advice", code: "add-base-phase", value: 8, unit: "weeks" },
  });
}
