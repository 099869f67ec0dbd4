import { formatDistance, formatDuration, type UnitSystem } from "@repo/core/units";
import type { CardState } from "@repo/ui/charts";
import { cardStateOf } from "#components/workout-look.ts";
import { excuseWords, gradeReasonWords, sportWords, wordOf } from "#words/training.ts";
import type { Activity, Workout } from "./calendar-data.ts";

/** How a card stands, in words. */
export const STATES: Readonly<Record<CardState, string>> = {
  planned: "planned",
  done: "done",
  off: "short or long",
  "far-off": "far off plan",
  missed: "not logged",
  adapted: "changed on purpose",
  excused: "excused",
  unplanned: "not planned",
};

/** The colour of what is written of a state. */
export const STATE_LOOKS: Readonly<Record<CardState, string>> = {
  planned: "text-ink",
  done: "text-state-done-text",
  off: "text-state-off-text",
  "far-off": "text-state-far-off-text",
  missed: "text-state-missed-text",
  adapted: "text-state-adapted-text",
  excused: "text-state-excused-text",
  unplanned: "text-state-unplanned-text",
};

/** How a card stands, in a sign and in words: "done, 92 % of time". */
export function standingOf(workout: Workout, activity: Activity | null, today: string) {
  const state = cardStateOf(workout, today);
  const reason = workout.statusReason ? wordOf(excuseWords, workout.statusReason.split(":")[0] ?? "") : null;
  const share = activity ? shareOf(workout, activity) : null;
  const draft = workout.draft ? "draft" : null;
  return { state, word: [STATES[state], whyOf(workout), share ?? reason, draft].filter(Boolean).join(", ") };
}

/** Length tells itself by its share; that something easy was run hard is said. */
function whyOf({ gradeReason }: Workout): string | null {
  if (gradeReason === null || gradeReason === "shorter" || gradeReason === "longer") return null;
  return wordOf(gradeReasonWords, gradeReason).toLowerCase();
}

function shareOf(workout: Workout, activity: Activity): string | null {
  if (workout.distanceM && activity.distanceM) {
    return `${Math.round((activity.distanceM / workout.distanceM) * 100)} % of distance`;
  }
  if (workout.durationS) return `${Math.round((activity.durationS / workout.durationS) * 100)} % of time`;
  return null;
}

/** How far and how long it was. */
export function figuresOf({ distanceM, durationS }: Activity, units: UnitSystem): string {
  return [distanceM === null ? null : formatDistance(distanceM, units, 1), formatDuration(durationS)]
    .filter(Boolean)
    .join(" · ");
}

export function activityTitle({ title, sport }: Activity): string {
  return title ?? wordOf(sportWords, sport);
}
