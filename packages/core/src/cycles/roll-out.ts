import { addDays, type IsoDate } from "@repo/core/calendar";

/** A planned workout as far as a roll-out must know it. */
export type RolledWorkout = { date: IsoDate; status: string; isEdited: boolean };
export type KeptReason = "begun" | "done" | "edited";
export type RollOut = {
  /** Mondays whose workouts the new version replaces, adds or takes away. */
  replace: IsoDate[];
  /** Mondays that stay as they are, and why. */
  skip: { week: IsoDate; reason: KeptReason }[];
};

/**
 * Which weeks of an assigned cycle a new version may rewrite: those wholly after today in which nobody touched
 * anything. A week with one edited, added, moved, removed or judged workout stays whole, so that no half of a week is
 * one version and half another.
 *
 * @param weeks every Monday that the season or the new version has
 * @param workouts what stands in the season, removed ones included
 */
export function rollOutWeeks(
  weeks: readonly IsoDate[],
  workouts: readonly RolledWorkout[],
  today: IsoDate,
): RollOut {
  const result: RollOut = { replace: [], skip: [] };
  for (const week of [...new Set(weeks)].sort()) {
    const reason = keptReason(week, workouts, today);
    if (reason) result.skip.push({ week, reason });
    else result.replace.push(week);
  }
  return result;
}

function keptReason(week: IsoDate, workouts: readonly RolledWorkout[], today: IsoDate): KeptReason | null {
  if (week <= today) return "begun";
  const end = addDays(week, 6);
  const inWeek = workouts.filter(({ date }) => week <= date && date <= end);
  if (inWeek.some(({ isEdited }) => isEdited)) return "edited";
  return inWeek.some(({ status }) => status !== "planned") ? "done" : null;
}
