import { causeWindow, lifeStressCause } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const CLEAR = 0.85;

/** Four weeks of high stress and short nights: hold, do not build. */
export const lifeStress: WarningRule = {
  kind: "life-stress",
  judge({ log, day }) {
    const reading = lifeStressCause.read(causeWindow(log, day - 27, day));
    if (!reading || reading.strength < CLEAR) return null;
    return {
      severity: "info",
      title: `High stress on ${Math.round(Number(reading.evidence[0]?.value ?? 0))} % of days in four weeks`,
      evidence: reading.evidence,
      remedy: { ...lifeStressCause.remedy, retestDays: 14 },
    };
  },
  source: lifeStressCause.source,
  covers: ["short-sleep"],
};
