import type { Level } from "@repo/core/athlete";
import { addDays, type IsoDate } from "@repo/core/calendar";
import { NO_PACING } from "@repo/core/paces";
import { buildSeason, type SeasonRequest } from "@repo/core/season";
import { cycleOfSeason } from "./cycle-of-season.ts";
import { sampleYear } from "./sample-year.ts";
import type { Cycle } from "./schema.ts";

/** A plan that comes with the product; made by the same planner as a season that is asked for. */
export type ClassicCycle = {
  id: string;
  name: string;
  level: Level;
  runsPerWeek: number;
  /** Kilometres a week it begins from. */
  fromKm: number;
  /** Rows of docs/methods.md. */
  source: readonly string[];
  content: () => Cycle;
};

type Recipe = Omit<ClassicCycle, "content"> & {
  weeks: number;
  peakKm: number;
  /** Longest run before it, where that is not about a third of a week. */
  longestKm?: number;
  strength: number;
  races: readonly { week: number; distanceM: number; priority: "A" | "B"; name: string }[];
};

/** A Monday to count from; a cycle has no dates. */
const FIRST: IsoDate = "2024-01-01";

const LEVELS = [
  // Days a week by level: the articles' 3-, 5- and 7-day weeks (M70, M72, M74), six where seven is not for everybody.
  { level: "beginner", days: 3, source: "M70" },
  { level: "intermediate", days: 5, source: "M72" },
  { level: "advanced", days: 7, source: "M74" },
] as const;

const EVENTS = [
  { id: "5k", name: "5K", distanceM: 5_000, weeks: 20, from: [15, 30, 55], peak: [25, 42, 68] },
  { id: "10k", name: "10K", distanceM: 10_000, weeks: 22, from: [18, 35, 60], peak: [30, 50, 75] },
  {
    id: "half",
    name: "Half marathon",
    distanceM: 21_097.5,
    weeks: 22,
    from: [20, 38, 60],
    peak: [38, 58, 82],
  },
  { id: "marathon", name: "Marathon", distanceM: 42_195, weeks: 26, from: [25, 45, 65], peak: [55, 70, 95] },
] as const;

const raceRecipes: Recipe[] = EVENTS.flatMap((event) =>
  LEVELS.map(({ level, days, source }, at) => ({
    id: `${event.id}-${level}`,
    name: `${event.name}, ${level}, ${days} days`,
    level,
    runsPerWeek: days,
    fromKm: event.from[at] ?? 0,
    peakKm: event.peak[at] ?? 0,
    strength: level === "advanced" ? 2 : 1,
    weeks: event.weeks,
    races: [{ week: event.weeks - 1, distanceM: event.distanceM, priority: "A" as const, name: event.name }],
    source: [source, "M106", "M125", "M126", "M127", "M128"],
  })),
);

/** Its halves, in kilometres for the articles' miles: 25 to 45 until May, up to 50 until November (M134). */
const SPRING: Recipe = {
  id: "sample-year",
  name: "The sample year: a 10K in May, a half marathon in November",
  level: "intermediate",
  runsPerWeek: 5,
  fromKm: 40,
  peakKm: 72,
  strength: 2,
  weeks: 20,
  races: [{ week: 19, distanceM: 10_000, priority: "A", name: "10K in May" }],
  source: ["M134", "M131", "M129"],
};
const AUTUMN: Recipe = {
  ...SPRING,
  // After the break: two thirds of what was usual, and runs of half an hour.
  fromKm: 45,
  longestKm: 6.5,
  peakKm: 80,
  races: [{ week: 20, distanceM: 21_097.5, priority: "A", name: "Half marathon in November" }],
};

function requestOf(recipe: Recipe): SeasonRequest {
  return {
    format: "mesocycle/season-request",
    version: 1,
    start: FIRST,
    level: recipe.level,
    runsPerWeek: recipe.runsPerWeek,
    currentWeeklyKm: recipe.fromKm,
    peakWeeklyKm: recipe.peakKm,
    longestRunLast30DaysKm: recipe.longestKm ?? Math.round(recipe.fromKm * 0.35),
    strengthPerWeek: recipe.strength,
    longRunDay: "sun",
    unavailable: recipe.runsPerWeek < 7 ? ["mon"] : [],
    blackoutDates: [],
    recentResult: null,
    races: recipe.races.map(({ week, ...race }) => ({
      ...race,
      date: addDays(FIRST, week * 7 + 6),
      goalTimeS: null,
    })),
    injuryHistory: [],
  };
}

const build = (recipe: Recipe) => cycleOfSeason(buildSeason(requestOf(recipe), NO_PACING));
const MADE = new Map<string, Cycle>();

/** Made when it is first asked for, then kept. */
function classicOf(recipe: Recipe, make: () => Cycle): ClassicCycle {
  const { id, name, level, runsPerWeek, fromKm, source } = recipe;
  const content = () => {
    const made = MADE.get(id) ?? make();
    MADE.set(id, made);
    return made;
  };
  return { id, name, level, runsPerWeek, fromKm, source, content };
}

const CLASSICS: readonly ClassicCycle[] = [
  ...raceRecipes.map((recipe) => classicOf(recipe, () => build(recipe))),
  classicOf(SPRING, () => sampleYear(build(SPRING), build(AUTUMN))),
];

/** The plans the articles imply: 3, 5 and 7 days for 5K, 10K, half and marathon (M70–M75, M106), and the sample year. */
export function classicCycles(): readonly ClassicCycle[] {
  return CLASSICS;
}

/** One of them by its id; null where there is none. */
export function findClassicCycle(id: string): ClassicCycle | null {
  return CLASSICS.find((each) => each.id === id) ?? null;
}
