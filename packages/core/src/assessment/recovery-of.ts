import type { IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { StrainSignal } from "@repo/core/progress";
import type { Assessment } from "./schema.ts";

export function recoveryOf(
  _history: AthleteHistory,
  _asOf: IsoDate,
  strain: readonly StrainSignal[],
): Assessment["recovery"] {
  const body = strain.filter((signal) => signal.side === "body");
  const adverse = body.filter((signal) => signal.adverse).length;
  const state = body.length < 2 ? "unknown" : adverse >= 3 ? "rest" : adverse >= 2 ? "caution" : "ready";
  return {
    state,
    signals: body.map((signal) => ({
      signal: signal.signal,
      state: signal.adverse ? "adverse" : "neutral",
      evidence: [signal.evidence],
    })),
  };
}
