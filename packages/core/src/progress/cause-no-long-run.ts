import { median } from "@repo/core/stats";
import { type CauseRule, type CauseWindow, causeWindow, graded, meanOf, row } from "./cause-window.ts";

const WEEKS = 6;
const MIN_LONG_S = 3600;
const MIN_SHARE = 0.25;

/** Six weeks without a long run: none of an hour, or none of a quarter of the week (science.md §6.6). */
export const noLongRun: CauseRule = {
  cause: "no-long-run",
  read(window) {
    const weeks = window.weeks.slice(0, WEEKS).filter((week) => week.runs > 0);
    if (weeks.length < 4) return null;
    const usualS = usualLongestS(window);
    const shorter = usualS === null ? 0 : graded(longestOf(weeks) / usualS, 0.85, 0.65);
    const without = weeks.filter(
      (week) => week.longestS < MIN_LONG_S || week.longestM < week.km * 1000 * MIN_SHARE,
    );
    // With little running altogether it is the distance that is missing, not the long run.
    const km = meanOf(weeks.map((week) => week.km)) ?? 0;
    const usualKm = usualWeeklyKm(window);
    const little = Math.max(graded(km, 32, 18), usualKm === null ? 0 : graded(km / usualKm, 0.8, 0.55));
    const evidence = [
      row("weeks without a long run", without.length, "weeks", `${WEEKS - 1} of ${WEEKS}`),
      row("longest run", longestOf(weeks) / 60, "min", MIN_LONG_S / 60),
    ];
    if (usualS !== null) evidence.push(row("usual longest run before", usualS / 60, "min"));
    const share = graded(without.length / weeks.length, 0.5, 1);
    return { strength: Math.max(share, 0.6 * shorter) * (0.9 - 0.35 * little), evidence };
  },
  remedy: {
    code: "add-long-run",
    text: "Make one run a week a long one, at most 10 % longer than the longest of the last 30 days.",
    weeks: 6,
  },
  source: ["M70", "M72", "M123"],
};

function longestOf(weeks: CauseWindow["weeks"]): number {
  return Math.max(...weeks.map((week) => week.longestS));
}

/** Median week of the sixteen before the window; null with fewer than six of them. */
function usualWeeklyKm(window: CauseWindow): number | null {
  const before = causeWindow(window.log, window.from - 112, window.from - 1);
  const weeks = before.weeks.filter((week) => week.runs > 0).map((week) => week.km);
  return weeks.length >= 6 ? median(weeks) || null : null;
}

/** Median of the weekly longest runs of the sixteen weeks before the window; null with fewer than six of them. */
function usualLongestS(window: CauseWindow): number | null {
  const before = causeWindow(window.log, window.from - 112, window.from - 1);
  const longest = before.weeks.filter((week) => week.runs > 0).map((week) => week.longestS);
  return longest.length >= 6 ? median(longest) : null;
}
