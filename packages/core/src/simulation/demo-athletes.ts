import { addDays, type IsoDate, weekStartOf } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { Runner } from "./draw-runner.ts";
import type { SimulatedStory } from "./habits.ts";
import { simulateAthlete } from "./simulate-athlete.ts";

export type DemoStory =
  | "improving"
  | "race-coming"
  | "under-recovery"
  | "plateau-same-workout"
  | "perpetual-medium"
  | "session-spike"
  | "missed-workouts"
  | "no-data"
  | "life-stress"
  | "back-from-injury"
  | "plateau-no-strength";

/** A demo athlete: simulated, with a name that says so, and what is true of them as of the day. */
export type DemoAthlete = { name: string; story: DemoStory; history: AthleteHistory };

type Casting = {
  name: string;
  seed: number;
  sex: Runner["sex"];
  story: DemoStory;
  simulated: SimulatedStory;
  /** Days before today on which the story set in. */
  sinceDays: number;
  runner: Partial<Omit<Runner, "recording">>;
  plannedAheadWeeks: number;
};

const YEARS_DAYS = 730;

/** Chosen so that each story can be told on any day of the week. */
const SEEDS: Readonly<Record<string, number>> = {
  "Ingrid Demo": 4200,
  "Tomás Demo": 4201,
  "Aisha Demo": 4202,
  "Kofi Demo": 4203,
  "Mei Demo": 4204,
  "Lars Demo": 4205,
  "Noor Demo": 4206,
  "Pavel Demo": 4307,
  "Grace Demo": 4208,
  "Diego Demo": 4209,
  "Yuki Demo": 4410,
  "Sam Demo": 4211,
};

const CAST: readonly Casting[] = [
  cast("Ingrid Demo", "female", "improving", { score: 38, weeklyKm: 48, runsPerWeek: 5 }),
  cast("Tomás Demo", "male", "under-recovery", { score: 43, weeklyKm: 58, runsPerWeek: 5 }, "overcooked", 20),
  cast("Aisha Demo", "female", "plateau-same-workout", { score: 37, weeklyKm: 42 }, "same-workout", 140),
  cast("Kofi Demo", "male", "perpetual-medium", { score: 36, weeklyKm: 40 }, "perpetual-medium", 130),
  cast("Mei Demo", "female", "session-spike", { score: 34, weeklyKm: 34, runsPerWeek: 4 }),
  cast("Lars Demo", "male", "missed-workouts", { score: 37, weeklyKm: 40 }),
  cast("Noor Demo", "female", "no-data", { score: 32, weeklyKm: 30, runsPerWeek: 4 }),
  cast("Pavel Demo", "male", "race-coming", { score: 47, weeklyKm: 62, runsPerWeek: 6 }, "improving", 0, 3),
  cast("Grace Demo", "female", "life-stress", { score: 40, weeklyKm: 45 }, "life-stress", 40),
  cast("Diego Demo", "male", "back-from-injury", { score: 36, weeklyKm: 36, runsPerWeek: 4 }, "injured", 75),
  cast("Yuki Demo", "female", "plateau-no-strength", { score: 41, weeklyKm: 50 }, "no-strength", 150),
  cast("Sam Demo", "male", "improving", { score: 31, weeklyKm: 28, runsPerWeek: 4 }),
];

function cast(
  name: string,
  sex: Runner["sex"],
  story: DemoStory,
  runner: Casting["runner"],
  simulated: SimulatedStory = "improving",
  sinceDays = 0,
  plannedAheadWeeks = 10,
): Casting {
  return { name, seed: SEEDS[name] ?? 1, sex, story, runner, simulated, sinceDays, plannedAheadWeeks };
}

/**
 * The twelve athletes of the demo club with two years of history up to a day, each with something true to tell: the
 * same day gives the same athletes.
 */
export function demoAthletes(today: IsoDate): DemoAthlete[] {
  // From a Monday on, so that the same weeks are lived whatever day of the week it is today.
  const from = weekStartOf(addDays(today, -YEARS_DAYS));
  return CAST.map((casting) => {
    const history = simulateAthlete({
      seed: casting.seed,
      from,
      to: today,
      story: casting.simulated,
      onset: addDays(from, YEARS_DAYS - casting.sinceDays),
      name: casting.name,
      runner: {
        runsPerWeek: 5,
        qualityPerWeek: 1,
        strengthPerWeek: 1,
        resultEveryDays: 14,
        resultDistanceM: 5000,
        resultCv: 0.011,
        gainPer12Weeks: 0.034,
        hrNoiseBpm: 2,
        missShare: 0.02,
        ...casting.runner,
        sex: casting.sex,
      },
      recording: FULL_RECORDING,
      plannedAheadWeeks: casting.plannedAheadWeeks,
    });
    return { name: casting.name, story: casting.story, history: ending(history, casting.story, today) };
  });
}

const FULL_RECORDING = {
  hr: 0.95,
  rpe: 0.95,
  laps: 0.95,
  lapKinds: true,
  titles: "telling",
  wellness: 0.92,
  hrv: true,
  restingHr: true,
  strength: true,
  season: true,
  temperature: 0.9,
} as const;

/** How the last days of a story go, where the habits alone do not say it. */
function ending(history: AthleteHistory, story: DemoStory, today: IsoDate): AthleteHistory {
  if (story === "missed-workouts") return withoutTraining(history, addDays(today, -9));
  if (story === "session-spike") return withSpike(history, addDays(today, -2));
  if (story !== "no-data") return history;
  const quiet = withoutTraining(history, addDays(today, -11));
  const { wellness, results } = quiet;
  const last = addDays(today, -11);
  return {
    ...quiet,
    wellness: wellness.filter((each) => each.date < last),
    results: results.filter((each) => each.date < last),
  };
}

function withoutTraining(history: AthleteHistory, from: IsoDate): AthleteHistory {
  return { ...history, activities: history.activities.filter((activity) => activity.date < from) };
}

/** One run half as long again as the longest of the last months, in place of what was done that day. */
function withSpike(history: AthleteHistory, date: IsoDate): AthleteHistory {
  const runs = history.activities.filter((activity) => activity.sport === "run" && activity.date < date);
  const recent = runs.filter((activity) => activity.date >= addDays(date, -30));
  const longestM = Math.max(10_000, ...recent.map((activity) => activity.distanceM ?? 0));
  const model = recent.find((activity) => activity.distanceM === longestM);
  const paceSPerM = model?.distanceM ? model.durationS / model.distanceM : 0.36;
  const distanceM = Math.round(longestM * 1.55);
  const spike = {
    ...model,
    id: `${date}-spike`,
    date,
    sport: "run" as const,
    title: "Long run with friends",
    distanceM,
    durationS: Math.round(distanceM * paceSPerM * 1.02),
    rpe: 7,
    plannedWorkoutId: null,
    notes: null,
  };
  return {
    ...history,
    activities: [...history.activities.filter((each) => each.date !== date), spike].sort(byDate),
  };
}

function byDate(a: { date: IsoDate }, b: { date: IsoDate }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
