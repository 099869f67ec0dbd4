import { dateOf, firstAt, row } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

/** A silence of a week is rest; from the eighth day on nobody knows (contracts §1). */
const SILENT_DAYS = 7;
const USUAL_DAYS = 56;
/** Fewer entries than this in eight weeks, and silence is no news. */
const MIN_ENTRIES = 6;
/** Whoever runs rarely is silent for longer without it meaning anything. */
const USUAL_GAPS = 1.5;

/** Ours: after twelve weeks it is known that somebody stopped, and asks for nothing any more today. */
const NEWS_DAYS = 84;

/** Nothing was entered for longer than a week, and longer than usual. */
export const noData: WarningRule = {
  kind: "no-data",
  judge({ log, day }) {
    const days = [lastBefore(log.sessions, day), lastBefore(log.checkIns, day), lastBefore(log.results, day)];
    const last = Math.max(...days);
    const silent = day - last;
    if (!Number.isFinite(last) || silent <= SILENT_DAYS) return null;
    const entries = firstAt(log.sessions, last + 1) - firstAt(log.sessions, last - USUAL_DAYS);
    if (entries < MIN_ENTRIES) return null;
    const usualGap = USUAL_DAYS / Math.max(1, entries);
    if (silent <= usualGap * USUAL_GAPS) return null;
    return {
      severity: silent > NEWS_DAYS ? "info" : "warn",
      title: `Nothing entered for ${silent} days`,
      evidence: [
        row("last entry", dateOf(last), null),
        row("days without an entry", silent, "days", SILENT_DAYS),
      ],
      remedy: {
        code: "get-in-touch",
        text: "Ask how things are; on return begin below the last week's distance.",
        retestDays: 3,
      },
    };
  },
  source: ["M139"],
  covers: [
    "missed-workouts",
    "plateau",
    "monotony",
    "no-cutback",
    "stale",
    "perpetual-medium",
    "race-unprepared",
  ],
};

function lastBefore(entries: readonly { day: number }[], day: number): number {
  return entries[firstAt(entries, day + 1) - 1]?.day ?? Number.NEGATIVE_INFINITY;
}
