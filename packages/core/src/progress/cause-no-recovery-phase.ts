import { type CauseRule, graded, row } from "./cause-window.ts";
import { type KmByDay, kmByDay } from "./km-by-day.ts";
import { between, type TrainingLog } from "./training-log.ts";

const REACH_DAYS = 448;
/**
 * A recovery phase: two weeks at two thirds of the usual or less and without the usual hard sessions (M129: one to four
 * weeks of short easy runs, no workouts). A fortnight that life made short is none while its workouts stayed.
 */
const RECOVERY_SHARE = 0.68;
const FORTNIGHT = 14;
/** So many of the usual hard sessions of a fortnight may remain. [house] */
const HARD_SHARE = 0.5;
const USUAL_DAYS = 84;
const LATE_WEEKS = 26;
const OVERDUE_WEEKS = 40;
/** Many go without and still improve: stronger than no explanation, weaker than a clear one. */
const MOST = 0.45;

/** The best part of a year without a real recovery phase (M129, M131). */
export const noRecoveryPhase: CauseRule = {
  cause: "no-recovery-phase",
  read({ log, to }) {
    const km = kmByDay(log, to - REACH_DAYS + 1, to);
    if (to - km.firstRunDay < LATE_WEEKS * 7) return null;
    const since = Math.floor(daysSinceRecovery({ log, km }, to) / 7);
    const evidence = [row("weeks since a recovery phase", since, "weeks", LATE_WEEKS)];
    return { strength: graded(since, LATE_WEEKS - 2, OVERDUE_WEEKS) * MOST, evidence };
  },
  remedy: {
    code: "recovery-phase",
    text: "Plan one to two weeks of short easy runs without workouts before the next block.",
    weeks: 6,
  },
  source: ["M129", "M131"],
  cumulative: true,
};

function daysSinceRecovery({ log, km }: { log: TrainingLog; km: KmByDay }, to: number): number {
  const hard = between(log.sessions, to - REACH_DAYS + 1, to)
    .filter((session) => session.kind === "quality")
    .map((session) => session.day);
  const hardWithin = (first: number, last: number) =>
    hard.filter((day) => day >= first && day <= last).length;
  for (let end = to; end - FORTNIGHT - 28 >= km.firstRunDay; end--) {
    const from = Math.max(km.firstRunDay, end - FORTNIGHT - USUAL_DAYS + 1);
    const usual = (km.sum(from, end - FORTNIGHT) / (end - FORTNIGHT - from + 1)) * FORTNIGHT;
    if (km.sum(end - FORTNIGHT + 1, end) > usual * RECOVERY_SHARE) continue;
    const usualHard = (hardWithin(from, end - FORTNIGHT) / (end - FORTNIGHT - from + 1)) * FORTNIGHT;
    if (hardWithin(end - FORTNIGHT + 1, end) <= usualHard * HARD_SHARE) return to - end;
  }
  return to - km.firstRunDay;
}
