import type { Activity } from "@repo/core/activities";
import { type Pacing, trainingPaces } from "@repo/core/paces";
import type { Evidence, PlannedWorkout } from "@repo/core/season";
import { GRADE_LIMITS, type GradeReason } from "./compliance.ts";
import { row } from "./evidence-row.ts";

export type EffortVerdict = { reason: GradeReason | null; farOff: boolean; evidence: Evidence[] };

/** 0 easy, 1 medium, 2 hard; null where the sign is not recorded. */
type Level = 0 | 1 | 2 | null;

function rpeLevel(activity: Activity): Level {
  if (activity.rpe == null) return null;
  if (activity.rpe >= GRADE_LIMITS.hardRpe) return 2;
  return activity.rpe > GRADE_LIMITS.easyRpe ? 1 : 0;
}

function hrLevel(activity: Activity, pacing: Pacing | null): Level {
  if (activity.avgHr == null || !pacing?.maxHr) return null;
  const share = activity.avgHr / pacing.maxHr;
  if (share >= GRADE_LIMITS.hardHr) return 2;
  return share > GRADE_LIMITS.easyHr ? 1 : 0;
}

function paceLevel(activity: Activity, pacing: Pacing | null): Level {
  if (!activity.distanceM || !activity.durationS || pacing?.score == null) return null;
  const secondsAKm = (activity.durationS / activity.distanceM) * 1000;
  const paces = trainingPaces(pacing.score);
  const { e, m } = paces;
  if (secondsAKm <= m) return 2;
  return secondsAKm < e.fastSPerKm ? 1 : 0;
}

function signs(activity: Activity, pacing: Pacing | null): { levels: Level[]; evidence: Evidence[] } {
  const levels = [rpeLevel(activity), hrLevel(activity, pacing), paceLevel(activity, pacing)];
  const evidence: Evidence[] = [];
  if (levels[0] !== null)
    evidence.push(row("Perceived effort", activity.rpe ?? null, "of 10", GRADE_LIMITS.easyRpe));
  if (levels[1] !== null && pacing?.maxHr) {
    const share = Math.round(((activity.avgHr ?? 0) / pacing.maxHr) * 100);
    evidence.push(row("Mean heart rate", share, "% of maximum", GRADE_LIMITS.easyHr * 100));
  }
  if (levels[2] !== null && pacing?.score != null && activity.distanceM) {
    const secondsAKm = Math.round((activity.durationS / activity.distanceM) * 1000);
    evidence.push(row("Pace", secondsAKm, "s/km", Math.round(trainingPaces(pacing.score).e.fastSPerKm)));
  }
  return { levels, evidence };
}

/**
 * Whether easy running was kept easy (M7, M9), by what is recorded: perceived effort, heart rate against the maximum,
 * pace against the fast end of easy. Feeling outweighs numbers: a run felt as easy is never called hard.
 */
export function gradeEasy(activity: Activity, pacing: Pacing | null): EffortVerdict {
  const { levels, evidence } = signs(activity, pacing);
  const known = levels.filter((level): level is 0 | 1 | 2 => level !== null);
  if (known.length === 0) return { reason: null, farOff: false, evidence };
  const felt = levels[0];
  const worst = Math.max(...known);
  const verdict =
    felt === 0 ? Math.min(1, worst) : felt !== null && felt !== undefined ? Math.max(felt, worst - 1) : worst;
  if (verdict === 0) return { reason: "easy-kept-easy", farOff: false, evidence };
  return { reason: verdict === 1 ? "easy-ran-medium" : "easy-ran-hard", farOff: verdict === 2, evidence };
}

/** Whether a hard session was run easily: only perceived effort can tell without laps. */
export function gradeHard(planned: PlannedWorkout, activity: Activity): EffortVerdict {
  if (activity.rpe == null) return { reason: null, farOff: false, evidence: [] };
  const asked = (planned.steps ?? []).reduce((highest, step) => Math.max(highest, step.rpeLow ?? 0), 0);
  const limit = Math.max(4, asked - 3);
  const evidence = [row("Perceived effort", activity.rpe, "of 10", asked || null)];
  return activity.rpe < limit
    ? { reason: "hard-ran-easy", farOff: true, evidence }
    : { reason: null, farOff: false, evidence };
}
