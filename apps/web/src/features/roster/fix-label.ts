import { addDays, weekStartOf } from "@repo/core/calendar";
import type { Fix } from "@repo/core/season";

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** What a warning's button does to the plan, in a few words; null where only a person can do something. */
export function fixLabel(fix: Fix | null | undefined, today: string): string | null {
  if (!fix || fix.kind === "advice") return null;
  switch (fix.kind) {
    case "move":
      return `Move ${day(fix.from)} to ${day(fix.to)}`;
    case "swap":
      return `Swap ${day(fix.from)} and ${day(fix.to)}`;
    case "replace":
      return `Swap in ${fix.title.toLowerCase()}, ${day(fix.date)}`;
    case "add":
      return `Add ${fix.title.toLowerCase()}, ${day(fix.date)}`;
    case "remove":
      return `Take ${day(fix.date)} off`;
    case "scale-week":
      // Hard sessions stay as they are.
      return `${change(fix.factor)} easy running ${week(fix.weekStart, today)} by ${percent(fix.factor)}`;
    case "scale-workout":
      return `${change(fix.factor)} ${day(fix.date)} by ${percent(fix.factor)}`;
  }
}

function week(start: string, today: string): string {
  const thisWeek = weekStartOf(today);
  if (start === thisWeek) return "this week";
  return start === addDays(thisWeek, 7) ? "next week" : `in the week of ${DATE.format(at(start))}`;
}

function change(factor: number): string {
  return factor < 1 ? "Cut" : "Raise";
}

function percent(factor: number): string {
  return `${Math.round(Math.abs(factor - 1) * 100)} %`;
}

function day(iso: string): string {
  return DAY.format(at(iso)).replace(",", "");
}

function at(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
