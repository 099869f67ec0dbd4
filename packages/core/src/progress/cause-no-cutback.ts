import { type CauseRule, graded, reachBack, row } from "./cause-window.ts";

/** A week this much lighter than the three before it is a cutback (M79: 20–30 %; a little less is let pass). */
const CUTBACK_SHARE = 0.85;
const REACH_DAYS = 182;
/** Every third or fourth week is usual; from the seventh on it is late, from the twelfth long overdue. */
const LATE_WEEKS = 7;
const OVERDUE_WEEKS = 12;

/** Weeks since the last lighter week, up to the reach; null where the running of these weeks is not known. */
export function weeksSinceCutback(weeks: readonly { km: number; runs: number }[]): number | null {
  if (weeks.length < LATE_WEEKS || weeks.slice(0, LATE_WEEKS).some((week) => week.runs === 0)) return null;
  for (let index = 0; index + 3 < weeks.length; index++) {
    const before = weeks.slice(index + 1, index + 4);
    const usual = before.reduce((sum, week) => sum + week.km, 0) / 3;
    if ((weeks[index]?.km ?? 0) <= usual * CUTBACK_SHARE) return index;
  }
  return weeks.length - 3;
}

/** Week after week without a lighter one (M79). */
export const noCutback: CauseRule = {
  cause: "no-cutback",
  read(window) {
    const since = weeksSinceCutback(reachBack(window, REACH_DAYS).weeks);
    if (since === null) return null;
    const evidence = [row("weeks since a lighter week", since, "weeks", LATE_WEEKS - 3)];
    return { strength: graded(since, LATE_WEEKS - 1, OVERDUE_WEEKS) * 0.8, evidence };
  },
  remedy: {
    code: "cutback-week",
    text: "Make next week a cutback: 20–30 % less, then every fourth week.",
    weeks: 4,
  },
  source: ["M79", "M119"],
};
