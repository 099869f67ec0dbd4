import { addDays } from "@repo/core/calendar";
import type { UnitSystem } from "@repo/core/units";
import type { RibbonData } from "@repo/ui/charts";
import { unbroken } from "@repo/ui/unbroken";
import { distanceWords } from "#components/distance-words.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";

export type CycleData = RouterOutputs["cycles"]["get"];
export type Content = RouterInputs["cycles"]["save"]["content"];
export type Week = Content["weeks"][number];
export type CycleWorkout = Week["workouts"][number];
export type CycleRef = RouterInputs["cycles"]["get"]["cycle"];
type Outline = Pick<CycleData, "weeks" | "level" | "runsPerWeek" | "races">;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What stands in the address: a cycle's id, or the name of a plan that comes with the product. */
export function refOf(text: string): CycleRef {
  return UUID.test(text) ? { cycleId: text } : { classicId: text };
}

export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** Weeks of a cycle have no dates: the chart counts from a Monday of its own. */
const NOWHERE = "2001-01-01";

/** A cycle's weeks as the season ribbon, with its races. */
export function ribbonOf({ weeks, races }: Pick<Outline, "weeks" | "races">, units: UnitSystem): RibbonData {
  return {
    units,
    today: "2000-01-01",
    weeks: weeks.map(({ phase, km, cutback }, at) => ({
      start: addDays(NOWHERE, at * 7),
      phase: phase as RibbonData["weeks"][number]["phase"],
      plannedKm: km,
      doneKm: null,
      cutback,
    })),
    races: races.map(({ week, day, priority, name }) => ({
      date: addDays(NOWHERE, week * 7 + day),
      priority: priority as RibbonData["races"][number]["priority"],
      name: name ?? "Race",
    })),
  };
}

/** "20 weeks, 5 days a week, intermediate, from 30 km up to 42 km". */
export function outlineWords({ weeks, level, runsPerWeek }: Outline, units: UnitSystem): string {
  const km = weeks.flatMap((week) => (week.km ? [week.km] : []));
  const parts = [
    `${weeks.length} ${weeks.length === 1 ? "week" : "weeks"}`,
    runsPerWeek > 0 ? `${runsPerWeek} ${runsPerWeek === 1 ? "day" : "days"} a week` : null,
    level ? words("level", level).toLowerCase() : null,
    km.length > 0
      ? `from ${distanceWords(km[0] ?? 0, units)} up to ${distanceWords(Math.max(...km), units)}`
      : null,
  ];
  return unbroken(parts.filter(Boolean).join(", "));
}

/** "Build 2": which week of its phase a week is. */
export function weekName(weeks: readonly Pick<Week, "phase">[], at: number): string {
  const phase = weeks[at]?.phase ?? "free";
  let nth = 1;
  while (weeks[at - nth]?.phase === phase) nth += 1;
  return `${words("phase", phase)} ${nth}`;
}
