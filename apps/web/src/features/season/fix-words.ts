import { shortDay } from "./season-verdict.ts";
import type { SeasonData } from "./use-plan-edits.ts";

type Fix = NonNullable<SeasonData["findings"][number]["fix"]>;

/** What the button does, in two to five words. */
export function fixWords(fix: Fix, workouts: SeasonData["workouts"]): string {
  switch (fix.kind) {
    case "move":
      return `Move to ${weekday(fix.to)} ${shortDay(fix.to)}`;
    case "swap":
      return `Swap with ${titleOf(fix.otherId, workouts)}`;
    case "replace":
      return `Make it ${fix.title}`;
    case "add":
      return `Add ${fix.title}, ${shortDay(fix.date)}`;
    case "remove":
      return "Take it off";
    case "scale-week":
      return `${percent(fix.factor)} the week of ${shortDay(fix.weekStart)}`;
    case "scale-workout":
      return `${percent(fix.factor)} ${titleOf(fix.id, workouts)}`;
    case "advice":
      return "";
  }
}

function percent(factor: number): string {
  const change = Math.round((factor - 1) * 100);
  return change < 0 ? `Cut by ${-change} %:` : `Raise by ${change} %:`;
}

function titleOf(id: string, workouts: SeasonData["workouts"]): string {
  return workouts.find((workout) => workout.id === id)?.title ?? "the other workout";
}

function weekday(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}
