import { addDays, type IsoDate, weekStartOf } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import { pacingOf } from "@repo/core/paces";
import { buildSeason, isRun, type PlannedWorkout, type Season, type SeasonRequest } from "@repo/core/season";
import { parseWorkout, resolveWorkout, summariseSteps } from "@repo/core/workouts";

const WEEKS_BEHIND = 20;
const RACES = [
  { distanceM: 10_000, name: "City 10K" },
  { distanceM: 21_097.5, name: "River half marathon" },
  { distanceM: 5_000, name: "Park 5K" },
  { distanceM: 42_195, name: "Coast marathon" },
] as const;

/** The season of a demo athlete: what was planned so far as simulated, what is to come as the planner builds it. */
export function demoSeason(
  history: AthleteHistory,
  of: { today: IsoDate; index: number },
): { request: SeasonRequest; season: Season } {
  const request = requestOf(history, of);
  const built = buildSeason(request);
  const behind = (history.season?.weeks ?? [])
    .flatMap((week) => week.workouts)
    .filter((workout) => workout.date >= request.start && workout.date <= of.today)
    .map((workout) => withTotals(workout, history));
  const weeks = built.weeks.map((week) => {
    const inWeek = (workout: PlannedWorkout) =>
      workout.date >= week.start && workout.date <= addDays(week.start, 6);
    const ahead = week.workouts.filter((workout) => workout.date > of.today);
    const workouts = [...behind.filter(inWeek), ...ahead];
    const simulated = history.season?.weeks.find(({ start }) => start === week.start);
    if (!simulated || week.start > of.today) return { ...week, workouts };
    return { ...week, workouts, targetKm: kmOf(workouts), cutback: simulated.cutback };
  });
  return { request, season: { ...built, weeks } };
}

function requestOf(history: AthleteHistory, of: { today: IsoDate; index: number }): SeasonRequest {
  const start = weekStartOf(addDays(of.today, -7 * WEEKS_BEHIND));
  const simulated = history.season?.request;
  // A race that the simulation itself trains for is near; the others get one of their own.
  const near = simulated?.races.find(
    (race) => race.date > addDays(of.today, 3) && race.date < addDays(of.today, 35),
  );
  const race = RACES[of.index % RACES.length] ?? RACES[0];
  // Sundays, and far enough away that no two athletes race on one day.
  const sunday = addDays(weekStartOf(of.today), 6 + 7 * (4 + of.index));
  const runs = history.activities.filter(
    (run) => run.sport === "run" && run.date < start && run.date >= addDays(start, -28),
  );
  const weeklyKm = runs.reduce((sum, run) => sum + (run.distanceM ?? 0), 0) / 4_000;
  const longest = Math.max(8_000, ...runs.map((run) => run.distanceM ?? 0));
  const result = history.results.filter((each) => each.date <= of.today).at(-1);
  return {
    format: "mesocycle/season-request",
    version: 1,
    start,
    level: simulated?.level ?? "intermediate",
    runsPerWeek: simulated?.runsPerWeek ?? 5,
    currentWeeklyKm: Math.max(15, Math.round(weeklyKm)),
    longestRunLast30DaysKm: Math.round(longest / 100) / 10,
    strengthPerWeek: 1,
    longRunDay: "sun",
    recentResult: result ? { distanceM: result.distanceM, timeS: result.timeS, date: result.date } : null,
    races: [
      near
        ? { ...near, name: RACES.find(({ distanceM }) => distanceM === near.distanceM)?.name ?? "Club race" }
        : { date: sunday, distanceM: race.distanceM, priority: "A", name: race.name },
    ],
  };
}

/** What a week's runs add up to, without the race it leads to. */
function kmOf(workouts: readonly PlannedWorkout[]): number {
  const runs = workouts.filter(({ kind }) => isRun(kind) && kind !== "race");
  return Math.round(runs.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0) / 1_000);
}

/** Repetitions as a coach writes them down: warmed up, jogged between, cooled down, with totals in this athlete's paces. */
function withTotals(workout: PlannedWorkout, history: AthleteHistory): PlannedWorkout {
  if (!workout.text || workout.distanceM != null) return workout;
  const rest = /\d x /.test(workout.text) ? ", 90s jog" : "";
  const text = `12min warm-up easy\n${workout.text}${rest}\n8min cool-down easy`;
  const parsed = parseWorkout(text);
  if (!parsed.ok) return workout;
  const pacing = pacingOf({ results: history.results, athlete: history.athlete, asOf: workout.date });
  const { distanceM, durationS } = summariseSteps(resolveWorkout(parsed.blocks, pacing));
  return { ...workout, text, distanceM, durationS };
}
