import { strainSignals } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const HELD_DAYS = 3;

/** Resting heart rate above the athlete's own band for days, not for one morning. */
export const restingHrHigh: WarningRule = {
  kind: "resting-hr-high",
  judge({ log, day, strain }) {
    const signal = strain.find((each) => each.signal === "resting-hr" && each.adverse);
    if (!signal) return null;
    const before = strainSignals(log, day - HELD_DAYS).find((each) => each.signal === "resting-hr");
    if (!before?.adverse) return null;
    const above = Number(signal.evidence.value);
    return {
      severity: "info",
      title: `Resting heart rate ${Number.isFinite(above) ? above.toFixed(1) : signal.evidence.value} bpm above usual for a week`,
      evidence: [signal.evidence],
      remedy: {
        code: "ease-and-watch",
        text: "Keep to easy running until it is back; illness, heat, alcohol, little water and stress raise it too.",
        retestDays: 5,
      },
    };
  },
  source: ["M116", "M118", "bosquet-2008"],
};
