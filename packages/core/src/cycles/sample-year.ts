import type { Cycle, CycleWeek, CycleWorkout } from "./schema.ts";

/** Weeks after the first goal race: two off, two easy (M134); runs of 20 to 30 minutes, no workouts (M129). */
const BREAK: readonly CycleWeek[] = [restWeek(), restWeek(), easyWeek(3, 25), easyWeek(4, 30)];
const YEAR_WEEKS = 52;

/**
 * The articles' sample year of two halves that lead to a race each: spring, two weeks off and two easy, autumn, and
 * what is left of the year free (M134).
 *
 * @param spring ends with its recovery, which the longer break replaces
 */
export function sampleYear(spring: Cycle, autumn: Cycle): Cycle {
  const trained = spring.weeks.slice(0, spring.weeks.findLastIndex(({ phase }) => phase !== "recovery") + 1);
  const before = trained.length + BREAK.length;
  const weeks = [...trained, ...BREAK, ...autumn.weeks];
  const free = Array.from({ length: Math.max(0, YEAR_WEEKS - weeks.length) }, () => restWeek("free"));
  return {
    ...spring,
    weeks: [...weeks, ...free],
    races: [...spring.races, ...autumn.races.map((race) => ({ ...race, week: race.week + before }))],
  };
}

function restWeek(phase: "recovery" | "free" = "recovery"): CycleWeek {
  return { phase, targetKm: phase === "free" ? null : 0, cutback: false, workouts: [] };
}

function easyWeek(runs: number, minutes: number): CycleWeek {
  const days = [1, 3, 5, 6].slice(0, runs);
  const workouts = days.map(
    (day): CycleWorkout => ({
      day,
      workout: null,
      kind: "easy",
      hard: false,
      title: `Easy ${minutes} min`,
      text: `${minutes} min @easy`,
      durationS: null,
      load: null,
      distanceM: null,
    }),
  );
  return { phase: "recovery", targetKm: null, cutback: false, workouts };
}
