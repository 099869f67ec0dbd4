import { AppError } from "@repo/core/errors";
import { eventOf, eventShape } from "@repo/core/season";
import { METRES_PER_MILE } from "@repo/core/units";
import { isRaceDay, paceOfEvent, raceLengthM } from "./plan-words.ts";
import type { PlanDay, PlanRemark, PublishedPlan } from "./published-plan.ts";
import { readPlanDay } from "./read-plan-day.ts";
import type { Cycle, CycleRace, CycleWeek, CycleWorkout } from "./schema.ts";

/** A week below this share of the one before it is an easier week: our own number, between M11's and the usual fifth. */
const CUTBACK_SHARE = 0.85;
/** The longest easy run of a week is its long run from this share of the mean run on: our own number. */
const LONG_SHARE = 1.25;
const MOST_WEEK_KM = 400;
const LONGEST_RACE_M = 250_000;

/** A plan as a cycle, and everything in it that was not taken as it stands. */
type PlanReading = { cycle: Cycle; remarks: PlanRemark[] };

/**
 * Makes a cycle of a published plan. A week's kilometres are the sum of what its author states, whatever the words come
 * to; null where nothing is stated. What cannot be read keeps its words, and is said.
 *
 * @throws {AppError} INVALID for a plan of rest alone, or with a week beyond what a cycle holds
 */
export function planAsCycle(plan: PublishedPlan): PlanReading {
  const remarks = new Map<string, PlanRemark>();
  const say = (remark: Omit<PlanRemark, "places">, at: PlanDay | null) => {
    const key = `${remark.kind}\n${remark.text}\n${remark.note}`;
    const known = remarks.get(key) ?? { ...remark, places: [] };
    if (at) known.places.push({ week: at.week, day: at.day });
    remarks.set(key, known);
  };
  const races = racesOf(plan, say);
  const racePace = paceOfEvent(plan.event);
  const weeks = Array.from({ length: plan.weeks }, (_none, week) => {
    const days = plan.days.filter((day) => day.week === week);
    const workouts = days.flatMap((day) =>
      readPlanDay(day, {
        unit: plan.unit,
        racePace,
        race: races.find((race) => race.week === week && race.day === day.day) ?? null,
        say: (remark) => say(remark, day),
      }),
    );
    return { workouts: withLongRun(workouts, days), targetKm: statedKm(days, plan.unit) };
  });
  if (!weeks.some(({ workouts }) => workouts.length > 0)) {
    throw new AppError("INVALID", "Nothing is done in this plan: every day of it is empty or rest.");
  }
  say({ kind: "assumed", text: "", note: phasesNote(races) }, null);
  const cycle: Cycle = {
    format: "mesocycle/cycle",
    version: 1,
    level: null,
    weeks: weeks.map(({ workouts, targetKm }, at): CycleWeek => {
      const phase = phaseOf(at, races);
      const before = weeks[at - 1]?.targetKm ?? null;
      const isLess = targetKm !== null && before !== null && targetKm < before * CUTBACK_SHARE;
      return { phase, targetKm, cutback: isLess && phase === "build", workouts };
    }),
    races,
  };
  return { cycle, remarks: [...remarks.values()] };
}

function statedKm(days: readonly PlanDay[], unit: "mi" | "km"): number | null {
  const stated = days.flatMap(({ length }) => (length ? [length] : []));
  if (stated.length === 0) return null;
  const sum = stated.reduce((all, each) => all + each, 0);
  const km = Math.round(sum * (unit === "mi" ? METRES_PER_MILE / 1_000 : 1) * 100) / 100;
  if (km <= MOST_WEEK_KM) return km;
  const place = `Week ${(days[0]?.week ?? 0) + 1}`;
  throw new AppError(
    "INVALID",
    `${place} adds up to ${Math.round(km)} km; at most ${MOST_WEEK_KM} can be kept. Check the unit and the lengths.`,
  );
}

type Say = (remark: Omit<PlanRemark, "places">, at: PlanDay | null) => void;

/** The last race is the goal, the others are run on the way. */
function racesOf(plan: PublishedPlan, say: Say): CycleRace[] {
  const days = plan.days.filter(({ text }) => isRaceDay(text));
  return days.flatMap((day): CycleRace[] => {
    const isGoal = day === days.at(-1);
    const own = raceLengthM(day.text);
    const distanceM = own ?? (isGoal && plan.event ? raceLengthM(plan.event) : null);
    if (distanceM === null || distanceM < 100 || distanceM > LONGEST_RACE_M) {
      const note = "A race whose length is not said: kept as a hard run. Add the race in the cycle's season.";
      say({ kind: "not-understood", text: day.text, note }, day);
      return [];
    }
    if (/\d+k ?- ?\d+k/i.test(day.text)) {
      const note = `Two lengths of race are on offer: ${distanceM / 1_000} km was taken for the race, the author's total for the day.`;
      say({ kind: "assumed", text: day.text, note }, day);
    }
    const name = isGoal && plan.event && own === null ? plan.event : tidy(day.text);
    return [{ week: day.week, day: day.day, distanceM, priority: isGoal ? "A" : "C", name }];
  });
}

function tidy(text: string): string {
  return (
    text
      .replaceAll(/\s*\(?\{[^}]*\}\)?|\s*\(total[^)]*\)|#[\d.]+D/g, "")
      .trim()
      .slice(0, 200) || "Race"
  );
}

function phaseOf(week: number, races: readonly CycleRace[]): CycleWeek["phase"] {
  const goal = races.findLast(({ priority }) => priority === "A");
  if (!goal) return "build";
  if (week > goal.week) return "recovery";
  return week > goal.week - eventShape(eventOf(goal.distanceM)).peakWeeks ? "peak" : "build";
}

function phasesNote(races: readonly CycleRace[]): string {
  return races.some(({ priority }) => priority === "A")
    ? "Phases are not stated: the last weeks before the goal race were taken as its peak, weeks after it as recovery, all others as build."
    : "Neither phases nor a goal race are stated: every week was taken as build.";
}

/** Plans seldom say which run is the long one: it is the longest easy run, where it stands out. */
function withLongRun(workouts: readonly CycleWorkout[], days: readonly PlanDay[]): CycleWorkout[] {
  const lengthOn = (day: number) => days.find((each) => each.day === day)?.length ?? 0;
  const runs = workouts.map(({ day }) => lengthOn(day)).filter((length) => length > 0);
  const mean = runs.reduce((all, each) => all + each, 0) / Math.max(1, runs.length);
  const longest = workouts
    .filter(({ kind }) => kind === "easy" || kind === "long")
    .reduce<CycleWorkout | null>(
      (best, each) => (!best || lengthOn(each.day) >= lengthOn(best.day) ? each : best),
      null,
    );
  return workouts.map((workout) =>
    workout === longest && mean > 0 && lengthOn(workout.day) >= mean * LONG_SHARE
      ? { ...workout, kind: "long" }
      : workout,
  );
}
