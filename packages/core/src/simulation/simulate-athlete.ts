import { addDays, dayNumber, daysBetween, type IsoDate, weekStartOf } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import { advanceTruth, fatigueOf, scoreToday, type Truth } from "./advance-truth.ts";
import { chooseSessions, type SimulatedSession } from "./choose-sessions.ts";
import { drawRunner, type Recording, type Runner } from "./draw-runner.ts";
import { feelDay } from "./feel-day.ts";
import { type Habits, habitsOf, type SimulatedStory } from "./habits.ts";
import { plannedId, planSeason, type WeekPlan } from "./plan-season.ts";
import { type Prng, prng } from "./prng.ts";
import { raceDay } from "./race-day.ts";
import { runSession } from "./run-session.ts";

export type SimulationRequest = {
  seed: number;
  from: IsoDate;
  to: IsoDate;
  story: SimulatedStory;
  /** First day on which the story's habits hold; before it the runner improves. Default: `from`. */
  onset?: IsoDate;
  name?: string;
  /** Overrides of what was drawn: ability, volume, what is recorded. */
  runner?: Partial<Omit<Runner, "recording">>;
  recording?: Partial<Recording>;
  /** Weeks of plan beyond the last day, where a season is part of the file. */
  plannedAheadWeeks?: number;
};

type World = {
  request: SimulationRequest;
  runner: Runner;
  random: Prng;
  style: number;
  truth: Truth;
  idleDays: number;
  plans: WeekPlan[];
  week: SimulatedSession[];
  history: AthleteHistory;
};

/**
 * A simulated athlete's history with a known story: true fitness moves as the habits of the story let it (a
 * Banister-like pair of loads adds fatigue), results, heart rates and mornings carry the noise of science.md §6.1, and
 * fields are missing as they are in real logs. The same request gives the same history.
 *
 * @throws {RangeError} where the last day lies before the first
 */
export function simulateAthlete(request: SimulationRequest): AthleteHistory {
  const days = daysBetween(request.from, request.to);
  if (days < 0) throw new RangeError("the last day must not lie before the first");
  const world = beginWorld(request);
  for (let day = 0; day <= days; day++) liveDay(world, addDays(request.from, day));
  if (world.runner.recording.season) world.history.season = seasonOf(world);
  return world.history;
}

function beginWorld(request: SimulationRequest): World {
  const random = prng(request.seed);
  const drawn = drawRunner(random);
  const recording = { ...drawn.recording, ...request.recording };
  const runner: Runner = { ...drawn, ...request.runner, recording };
  if (request.story === "no-strength") runner.strengthPerWeek = Math.max(1, runner.strengthPerWeek);
  const load = runner.weeklyKm * 1.1;
  return {
    request,
    runner,
    random,
    style: random.integer(0, 7),
    truth: {
      score: runner.score,
      trendPer12Weeks: runner.gainPer12Weeks,
      chronic: load,
      acute: load,
      strain: 0,
    },
    idleDays: 0,
    plans: [],
    week: [],
    history: emptyHistory(request, runner),
  };
}

function emptyHistory(request: SimulationRequest, runner: Runner): AthleteHistory {
  const hr = runner.recording.hr > 0 ? { maxHr: runner.maxHr, restingHr: runner.restingHr } : {};
  return {
    format: "mesocycle/athlete-history",
    version: 1,
    athlete: { name: request.name ?? `Simulated runner ${request.seed}`, sex: runner.sex, ...hr },
    activities: [],
    wellness: [],
    results: [],
  };
}

function liveDay(world: World, date: IsoDate): void {
  const { request, runner, random } = world;
  const onset = request.onset ?? request.from;
  const habits = habitsOf(request.story, date >= onset);
  const weekday = daysBetween(weekStartOf(date), date);
  const dayOfHistory = daysBetween(request.from, date);
  if (weekday === 0 || dayOfHistory === 0) planWeek(world, habits, date);
  const temperatureC = habits.heat ? random.normal(27, 2) : temperatureOf(date, random);
  const injured = request.story === "injured" && isLaidOff(date, onset, request.seed);
  const load = injured ? 0 : train(world, habits, { date, weekday, temperatureC });
  world.idleDays = load > 0 ? 0 : world.idleDays + 1;
  if (!injured) maybeRace(world, { date, dayOfHistory, temperatureC });
  if (random.chance(runner.recording.wellness)) {
    const inner = { truth: world.truth, habits };
    world.history.wellness.push(feelDay(date, runner, inner, random));
  }
  const { gainPer12Weeks } = runner;
  const today = { habits, load, gainPer12Weeks, idleDays: world.idleDays };
  world.truth = advanceTruth(world.truth, today, random);
}

/** A lay-off of three to seven weeks that begins on the onset day. */
function isLaidOff(date: IsoDate, onset: IsoDate, seed: number): boolean {
  const since = daysBetween(onset, date);
  return since >= 0 && since < 21 + (Math.abs(seed) % 29);
}

function planWeek(world: World, habits: Habits, date: IsoDate): void {
  const { request, runner, style } = world;
  const start = weekStartOf(date);
  const week = Math.floor((dayNumber(start) - dayNumber(weekStartOf(request.from))) / 7);
  world.week = chooseSessions(runner, habits, week, style);
  if (request.story === "injured") spikeBefore(world, start);
  const askedSpeed = habits.quality === "too-fast" ? 1.055 : 1;
  world.plans.push({ start, sessions: world.week, score: scoreToday(world.truth), askedSpeed });
}

/** The runner who gets hurt jumps with the long run in the last fortnight. */
function spikeBefore(world: World, weekStart: IsoDate): void {
  const until = daysBetween(weekStart, world.request.onset ?? world.request.from);
  if (until < 4 || until > 14) return;
  for (const session of world.week) if (session.kind === "long") session.km *= 1.6;
}

type Occasion = { date: IsoDate; weekday: number; temperatureC: number };

function train(world: World, habits: Habits, occasion: Occasion): number {
  const { runner, random, truth } = world;
  let total = 0;
  for (const session of world.week.filter((each) => each.weekday === occasion.weekday)) {
    if (random.chance(runner.missShare * (session.kind === "quality" ? 0.6 : 1))) continue;
    const day = { date: occasion.date, truth, habits, temperatureC: occasion.temperatureC, random };
    const { activity, load } = runSession(session, runner, day);
    if (session.kind === "strength" && !runner.recording.strength) continue;
    if (runner.recording.season) activity.plannedWorkoutId = plannedId(occasion.date, session);
    world.history.activities.push(activity);
    total += load;
  }
  return total;
}

function maybeRace(world: World, day: { date: IsoDate; dayOfHistory: number; temperatureC: number }): void {
  const { runner, random, truth, history } = world;
  const { date, dayOfHistory, temperatureC } = day;
  const due = dayOfHistory % runner.resultEveryDays === 5 + (world.style % 2);
  if (!due || random.chance(0.1) || fatigueOf(truth) > 0.8) return;
  const kind = random.chance(0.4) ? "race" : "time-trial";
  const result = raceDay(date, runner, { truth, temperatureC, kind }, random);
  if (result) history.results.push(result);
}

function temperatureOf(date: IsoDate, random: Prng): number {
  const dayOfYear = dayNumber(date) - dayNumber(`${date.slice(0, 4)}-01-01`);
  return 11 - 8 * Math.cos(((dayOfYear - 15) / 365.25) * 2 * Math.PI) + random.normal(0, 3);
}

function seasonOf(world: World) {
  const { request, runner, plans, style } = world;
  const ahead = request.plannedAheadWeeks ?? 4;
  const habits = habitsOf(request.story, request.to >= (request.onset ?? request.from));
  const last = plans.at(-1);
  for (let week = 1; last && week <= ahead; week++) {
    const sessions = chooseSessions(runner, habits, plans.length, style);
    plans.push({ ...last, start: addDays(last.start, 7 * week), sessions });
  }
  const date = addDays(weekStartOf(request.to), 7 * ahead + 6);
  return planSeason(plans, { date, distanceM: runner.resultDistanceM });
}
