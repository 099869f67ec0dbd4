import { type CauseRule, graded, reachBack, row } from "./cause-window.ts";

const REACH_DAYS = 448;
/** A recovery phase: two weeks in a row at 65 % of the usual or less (M129: one to four weeks of short easy runs). */
const RECOVERY_SHARE = 0.65;
const LATE_WEEKS = 28;
const OVERDUE_WEEKS = 46;

/** The best part of a year without a real recovery phase (M129, M131). */
export const noRecoveryPhase: CauseRule = {
  cause: "no-recovery-phase",
  read(window) {
    const all = reachBack(window, REACH_DAYS).weeks;
    const known = all.length - [...all].reverse().findIndex((week) => week.runs > 0);
    const weeks = all.slice(0, known);
    if (weeks.length < LATE_WEEKS) return null;
    const since = weeksSinceRecovery(weeks);
    const evidence = [row("weeks since a recovery phase", since, "weeks", LATE_WEEKS)];
    return { strength: graded(since, LATE_WEEKS - 4, OVERDUE_WEEKS) * 0.85, evidence };
  },
  remedy: {
    code: "recovery-phase",
    text: "Plan one to two weeks of short easy runs without workouts before the next block.",
    weeks: 6,
  },
  source: ["M129", "M131"],
};

function weeksSinceRecovery(weeks: readonly { km: number }[]): number {
  const usual = [...weeks.map((week) => week.km)].sort((a, b) => a - b)[Math.floor(weeks.length * 0.6)] ?? 0;
  const light = (index: number) => (weeks[index]?.km ?? 0) <= usual * RECOVERY_SHARE;
  for (let index = 0; index + 1 < weeks.length; index++) {
    if (light(index) && light(index + 1)) return index;
  }
  return weeks.length;
}
