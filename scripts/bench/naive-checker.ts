import type { PlannedWorkout, Season } from "../../packages/core/src/season/index.ts";

/**
 * What a checker looks like that nobody has thought about: every rule looks through all workouts again, days are Date
 * objects, weeks are found by filtering. It stands beside ours as the measure of P1 and P2 (performance.md §5); its
 * twelve rules are a part of ours, so a ratio to it understates.
 */
type Row = { rule: string; date: string };

const DAY_MS = 86_400_000;
const NOT_RUNS = ["strength", "plyometrics", "drills", "mobility", "cross", "rest"];

function all(season: Season): PlannedWorkout[] {
  return season.weeks.flatMap((week) => week.workouts);
}

function runs(season: Season): PlannedWorkout[] {
  return all(season).filter((each) => !NOT_RUNS.includes(each.kind));
}

function daysApart(a: string, b: string): number {
  return Math.round((new Date(b).getTime() - new Date(a).getTime()) / DAY_MS);
}

function km(workouts: readonly PlannedWorkout[]): number {
  return workouts.reduce((sum, each) => sum + (each.distanceM ?? 0) / 1000, 0);
}

function weekOf(season: Season, start: string): PlannedWorkout[] {
  return runs(season).filter((each) => daysApart(start, each.date) >= 0 && daysApart(start, each.date) < 7);
}

function hardKm(workout: PlannedWorkout): number {
  const hard = (workout.steps ?? []).filter((step) => step.kind === "work" && step.intensity > 0.7);
  return hard.reduce((sum, step) => sum + (step.distanceM ?? (step.durationS ?? 0) * 4) / 1000, 0);
}

const RULES: Readonly<Record<string, (season: Season) => Row[]>> = {
  "hard-days-apart": (season) =>
    runs(season)
      .filter((each) => each.hard)
      .filter((each) => runs(season).some((other) => other.hard && daysApart(each.date, other.date) === 1))
      .map(({ date }) => ({ rule: "hard-days-apart", date })),
  "unavailable-day": (season) =>
    all(season)
      .filter((each) =>
        season.request?.unavailable?.includes(
          (["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const)[new Date(each.date).getUTCDay()] ??
            "sun",
        ),
      )
      .map(({ date }) => ({ rule: "unavailable-day", date })),
  "session-spike": (season) =>
    runs(season)
      .filter((each) => {
        const before = runs(season).filter((other) => {
          const days = daysApart(other.date, each.date);
          return days > 0 && days <= 30;
        });
        const longest = Math.max(0, ...before.map((other) => other.distanceM ?? 0));
        return longest > 0 && (each.distanceM ?? 0) > longest * 1.1;
      })
      .map(({ date }) => ({ rule: "session-spike", date })),
  "weekly-ramp": (season) =>
    season.weeks
      .filter((week, at) => {
        const before = season.weeks
          .slice(Math.max(0, at - 4), at)
          .map((each) => km(weekOf(season, each.start)));
        return before.length > 0 && km(weekOf(season, week.start)) > Math.max(...before) * 1.2;
      })
      .map(({ start }) => ({ rule: "weekly-ramp", date: start })),
  "long-run-share": (season) =>
    season.weeks
      .filter((week) => {
        const inWeek = weekOf(season, week.start);
        return Math.max(0, ...inWeek.map((each) => each.distanceM ?? 0)) / 1000 > km(inWeek) * 0.42;
      })
      .map(({ start }) => ({ rule: "long-run-share", date: start })),
  "easy-share": (season) =>
    season.weeks
      .filter((week) => {
        const inWeek = weekOf(season, week.start);
        return inWeek.reduce((sum, each) => sum + hardKm(each), 0) > km(inWeek) * 0.2;
      })
      .map(({ start }) => ({ rule: "easy-share", date: start })),
  "hard-sessions-a-week": (season) =>
    season.weeks
      .filter((week) => weekOf(season, week.start).filter((each) => each.hard).length > 3)
      .map(({ start }) => ({ rule: "hard-sessions-a-week", date: start })),
  "frequency-jump": (season) =>
    season.weeks
      .filter((week, at) => {
        const before = season.weeks
          .slice(Math.max(0, at - 4), at)
          .map((each) => weekOf(season, each.start).length);
        return before.length > 1 && weekOf(season, week.start).length > Math.max(...before) + 1;
      })
      .map(({ start }) => ({ rule: "frequency-jump", date: start })),
  "strength-adjacency": (season) =>
    all(season)
      .filter((each) => each.kind === "strength" && /heavy/i.test(each.title))
      .filter((each) => runs(season).some((other) => other.hard && daysApart(each.date, other.date) === 1))
      .map(({ date }) => ({ rule: "strength-adjacency", date })),
  "sprint-freshness": (season) =>
    all(season)
      .filter((each) => ["sprints", "plyometrics", "hills"].includes(each.kind))
      .filter((each) => runs(season).some((other) => other.hard && daysApart(other.date, each.date) === 1))
      .map(({ date }) => ({ rule: "sprint-freshness", date })),
  "stale-workout": (season) =>
    runs(season)
      .filter((each) => each.hard)
      .filter((each) => {
        const same = runs(season).filter((other) => {
          const days = daysApart(other.date, each.date);
          return other.text === each.text && days > 0 && days <= 42;
        });
        return same.length >= 4;
      })
      .map(({ date }) => ({ rule: "stale-workout", date })),
  "warm-up-missing": (season) =>
    runs(season)
      .filter((each) => each.hard && each.kind !== "race" && each.steps?.[0]?.kind === "work")
      .map(({ date }) => ({ rule: "warm-up-missing", date })),
};

/** How many rules it has. */
export const NAIVE_RULES = Object.keys(RULES).length;

/** Checks a season the naive way. */
export function naiveCheck(season: Season): Row[] {
  return Object.values(RULES).flatMap((rule) => rule(season));
}
