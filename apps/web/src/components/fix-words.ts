import type { Fix } from "@repo/core/season";
import { shortDay } from "./day-words.ts";

type Titled = readonly { id: string; title: string }[];

/** What the button does, in two to five words. */
export function fixWords(fix: Fix, workouts: Titled): string {
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
      // Hard sessions stay as they are.
      return scaleWords(`easy running in the week of ${shortDay(fix.weekStart)}`, fix.factor);
    case "scale-workout":
      return scaleWords(titleOf(fix.id, workouts), fix.factor);
    case "advice":
      return "";
  }
}

function scaleWords(what: string, factor: number): string {
  const change = Math.round((factor - 1) * 100);
  return change < 0 ? `Cut ${what} by ${-change} %` : `Raise ${what} by ${change} %`;
}

function titleOf(id: string, workouts: Titled): string {
  return workouts.find((workout) => workout.id === id)?.title ?? "the other workout";
}

function weekday(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}
