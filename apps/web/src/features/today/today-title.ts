import { inUnits, type UnitSystem } from "@repo/core/units";
import { phaseWords } from "#words/plan.ts";
import { wordOf } from "#words/training.ts";
import { circumstanceOf } from "./circumstance.tsx";
import type { TodayData } from "./today-view.tsx";

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

/** When and where in the season: "Tuesday 19 May, Speed week 2 of 6". */
export function todayWhere({ today, phase, races }: TodayData): string {
  const day = DAY.format(new Date(`${today}T00:00:00Z`));
  const race = races
    .filter(({ inDays }) => inDays >= 0 && inDays <= 14)
    .sort((a, b) => a.inDays - b.inDays)[0];
  const where = phase ? `${wordOf(phaseWords, phase.kind)} week ${phase.week} of ${phase.weeks}` : null;
  const countdown = race
    ? race.inDays === 0
      ? "race day"
      : `${race.inDays} ${race.inDays === 1 ? "day" : "days"} to ${race.name ?? "the race"}`
    : null;
  return [day, where, countdown].filter(Boolean).join(", ");
}

/** The verdict of the day: the workout, or what there is instead of one. */
export function todayTitle(today: TodayData, units: UnitSystem): string {
  const { workouts, activities, season } = today;
  const circumstance = circumstanceOf(today)?.title;
  if (circumstance) return circumstance;
  const planned = workouts.filter(({ kind }) => kind !== "rest");
  const open = planned.filter(({ status }) => status === "planned");
  const [first, ...more] = open.length > 0 ? open : planned;
  const title = inUnits(first?.title ?? "", units);
  if (first) return more.length > 0 ? `${title} and ${more.length} more` : title;
  if (activities.length > 0) return "Done for today";
  return season ? "Rest day" : "Nothing planned today";
}
