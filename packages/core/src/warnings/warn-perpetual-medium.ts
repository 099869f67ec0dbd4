import { perpetualMedium as cause, causeWindow } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const DAYS = 28;
const HELD_DAYS = 14;
const CLEAR = 0.8;

/** Four weeks in which most easy runs were not easy, and still so in the last two. */
export const perpetualMedium: WarningRule = {
  kind: "perpetual-medium",
  judge({ log, day, quiet }) {
    if (quiet) return null;
    const month = cause.read(causeWindow(log, day - DAYS + 1, day));
    if (!month || month.strength < CLEAR) return null;
    const before = cause.read(causeWindow(log, day - DAYS - HELD_DAYS + 1, day - HELD_DAYS));
    if (!before || before.strength < CLEAR) return null;
    return {
      severity: "info",
      title: `${month.evidence[0]?.value} ${month.evidence[0]?.limit} easy runs of four weeks were not easy`,
      evidence: month.evidence,
      remedy: { code: cause.remedy.code, text: cause.remedy.text, retestDays: 28 },
    };
  },
  source: ["M7"],
};
