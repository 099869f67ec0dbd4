import type { ProgressVerdict } from "@repo/core/progress";
import type { Assessment } from "./schema.ts";

/** Progress as the contract writes it. */
export function progressOf(verdict: ProgressVerdict): Assessment["progress"] {
  const { state, reason, since, changePct, interval, windowDays, n, series, causes } = verdict;
  return {
    state,
    reason,
    since,
    changePct: changePct === null ? null : round(changePct),
    interval: interval && [round(interval[0]), round(interval[1])],
    windowDays,
    n,
    series: series.map((each) => ({
      ...each,
      changePct: round(each.changePct),
      standardError: round(each.standardError),
    })),
    causes: causes.map(({ cause, strength, evidence, remedy, source }, index) => ({
      cause,
      rank: index + 1,
      strength: round(strength),
      evidence,
      remedy,
      source: [...source],
    })),
  };
}

/** Three decimals: beyond that a change is noise. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
