import { meanOf, row, shareOf } from "@repo/core/progress";
import { checkInsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 14;
const MIN_NIGHTS = 8;
const SHORT_HOURS = 6.5;
const SHARE = 0.6;

/** Two weeks of short nights, not one bad one. */
export const shortSleep: WarningRule = {
  kind: "short-sleep",
  judge({ log, day }) {
    const nights = checkInsWithin(log, day, DAYS).flatMap((checkIn) => checkIn.sleepHours ?? []);
    const mean = meanOf(nights);
    if (nights.length < MIN_NIGHTS || mean === null || mean >= SHORT_HOURS) return null;
    if (shareOf(nights, (hours) => hours < 7) < SHARE) return null;
    return {
      severity: "info",
      title: `${mean.toFixed(1)} h of sleep a night over two weeks`,
      evidence: [
        row("sleep, 14-day mean", mean, "h", 7),
        row("nights known", nights.length, "nights", MIN_NIGHTS),
      ],
      remedy: {
        code: "sleep-first",
        text: "Put sleep before training this week: hold the volume and drop a hard session.",
        retestDays: 10,
      },
    };
  },
  source: ["M111", "walsh-2021"],
};
