import { addDays, dayNumber, daysBetween, type Weekday, weekdayOf } from "@repo/core/calendar";
import type { NotHonoured, Race, SeasonRequest } from "./schema.ts";
import { PLANNER } from "./season-limits.ts";

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** One peak of the season: the goal race, and a second close enough to share the peak. */
export type Goal = { race: Race; lastRace: Race };

export type ChosenRaces = { placed: Race[]; goals: Goal[]; notHonoured: NotHonoured[] };

const BY_PRIORITY = { A: 0, B: 1, C: 2 } as const;

function raceName(race: Race): string {
  return race.name ? race.name : `the ${race.distanceM / 1000} km race`;
}

function refused(race: Race, code: string, why: string): NotHonoured {
  return {
    code,
    title: `Left out ${raceName(race)} on ${race.date}: ${why}.`,
    dates: [race.date],
    asked: race.date,
    planned: null,
    source: ["contract"],
  };
}

function downgraded(race: Race, code: string, why: string, source: string[]): NotHonoured {
  return {
    code,
    title: `No peak for ${raceName(race)} on ${race.date}: ${why}. It is run from training.`,
    dates: [race.date],
    asked: "A",
    planned: "B",
    source,
  };
}

function refusal(race: Race, request: SeasonRequest, taken: ReadonlySet<string>): NotHonoured | null {
  if (race.date < request.start) return refused(race, "race-before-start", "it is before the season starts");
  if (daysBetween(request.start, race.date) >= PLANNER.maxWeeks * 7) {
    return refused(race, "race-too-far", `it is more than ${PLANNER.maxWeeks} weeks away`);
  }
  if (taken.has(race.date)) return refused(race, "two-races-one-day", "another race is on that day");
  const weekday = weekdayOf(race.date);
  if (request.unavailable?.includes(weekday)) {
    return refused(race, "race-on-unavailable-day", `${WEEKDAY_NAMES[weekday]} is marked as unavailable`);
  }
  if (request.blackoutDates?.includes(race.date)) {
    return refused(race, "race-on-blackout-date", "the day is marked as blacked out");
  }
  return null;
}

function placeRaces(request: SeasonRequest): { placed: Race[]; notHonoured: NotHonoured[] } {
  const ordered = [...request.races].sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      BY_PRIORITY[a.priority] - BY_PRIORITY[b.priority] ||
      b.distanceM - a.distanceM,
  );
  const placed: Race[] = [];
  const notHonoured: NotHonoured[] = [];
  const taken = new Set<string>();
  for (const race of ordered) {
    const no = refusal(race, request, taken);
    if (no) {
      notHonoured.push(no);
      continue;
    }
    taken.add(race.date);
    placed.push(race);
  }
  return { placed, notHonoured };
}

function isShort(goal: Goal): boolean {
  return goal.lastRace.distanceM <= PLANNER.shortRaceMaxM && goal.race.distanceM <= PLANNER.shortRaceMaxM;
}

function peakBudgetSpent(goals: readonly Goal[], race: Race): boolean {
  const yearAgo = addDays(race.date, -365);
  const recent = goals.filter((goal) => goal.race.date > yearAgo);
  const allShort = race.distanceM <= PLANNER.shortRaceMaxM && recent.every(isShort);
  return recent.length >= (allShort ? PLANNER.shortPeaksAYear : PLANNER.peaksAYear);
}

/** Decides which races are run at all and which of them the season peaks for: the peak budget of M131. */
export function chooseGoals(request: SeasonRequest): ChosenRaces {
  const { placed, notHonoured } = placeRaces(request);
  const goals: Goal[] = [];
  for (const race of placed) {
    if (race.priority !== "A") continue;
    const last = goals.at(-1);
    const gap = last ? dayNumber(race.date) - dayNumber(last.lastRace.date) : Number.POSITIVE_INFINITY;
    if (last && gap <= PLANNER.sharedPeakDays && last.race === last.lastRace) {
      last.lastRace = race;
    } else if (gap < PLANNER.goalGapDays) {
      const why = `it is ${gap} days after the goal race before it, and a new peak needs ${PLANNER.goalGapDays}`;
      notHonoured.push(downgraded(race, "goal-too-close", why, ["M129", "M131"]));
    } else if (peakBudgetSpent(goals, race)) {
      notHonoured.push(downgraded(race, "peak-budget", "the year has its peaks already", ["M131"]));
    } else {
      goals.push({ race, lastRace: race });
    }
  }
  if (goals.length === 0 && placed.length > 0) goals.push(promotedGoal(placed, notHonoured));
  return { placed, goals, notHonoured };
}

/** Without an A race the season leads to the most important race it has, the last of them where there are several. */
function promotedGoal(placed: readonly Race[], notHonoured: NotHonoured[]): Goal {
  const best = Math.min(...placed.map((race) => BY_PRIORITY[race.priority]));
  const race = placed.filter((each) => BY_PRIORITY[each.priority] === best).at(-1) as Race;
  notHonoured.push({
    code: "no-goal-race",
    title: `No race is marked A, so the season leads to ${raceName(race)} on ${race.date}.`,
    dates: [race.date],
    asked: race.priority,
    planned: "A",
    source: ["M131"],
  });
  return { race, lastRace: race };
}
