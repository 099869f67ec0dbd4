import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { scoreOf } from "./daniels-gilbert.ts";

/** A goal this many points of score above today's is trained towards, not trained at. [house] */
export const FANTASY_GAP = 1.5;

/** A goal beside the present: scores in points, pace in s/km. */
export type GoalCheck = {
  goalScore: number;
  currentScore: number;
  /** Goal less current, in points of score. */
  gap: number;
  /** Whether training at goal pace now would be training at a fantasy pace (M120, M123). */
  fantasy: boolean;
  goalPaceSPerKm: number;
};

/**
 * Keeps a goal apart from the present: how far a goal (metres, seconds) lies above the current score. Paces are always
 * those of the current score. Unknown without a current score or with a goal the equations cannot score.
 */
export function checkGoal(
  goal: { distanceM: number; timeS: number },
  currentScore: number | null,
): Estimate<GoalCheck, "no-current-score" | "goal-not-scorable"> {
  if (currentScore === null || !Number.isFinite(currentScore)) return notKnown("no-current-score");
  const goalScore = scoreOf(goal);
  if (!goalScore.known) return notKnown("goal-not-scorable");
  const gap = goalScore.value - currentScore;
  return known({
    goalScore: goalScore.value,
    currentScore,
    gap,
    fantasy: gap > FANTASY_GAP,
    goalPaceSPerKm: (goal.timeS / goal.distanceM) * 1000,
  });
}
